// SPDX-License-Identifier: MIT
// kpi.h over the library. The metrics of the board are chosen at run time or, with
// -DKPI_METRICS=kpi::sales::calls,kpi::sales::win_rate, are these.

#ifdef KPI_METRICS
#include "fixed_board.hpp"
#else
#include "chosen_counts.hpp"
#include "chosen_figures.hpp"
#include "chosen_layout.hpp"
#include "chosen_snapshot.hpp"
#endif
#include "../figure.hpp"
#include <kpi/core/enumerators.hpp>

#include <array>
#include <span>

namespace {

using plugin::activity;

constexpr std::size_t longest_name = [] {
    std::size_t longest = 0;
    for (std::size_t k = 0; k < kpi::max_kinds; ++k) {
        const std::size_t size = kpi::name_of(static_cast<activity>(k)).size();
        longest = size > longest ? size : longest;
    }
    return longest;
}();
/// The names of kinds, each followed by a zero.
constexpr auto kind_names = [] {
    std::array<std::array<char, longest_name + 1>, kpi::max_kinds> all{};
    for (std::size_t k = 0; k < all.size(); ++k) {
        const std::string_view name = kpi::name_of(static_cast<activity>(k));
        for (std::size_t i = 0; i < name.size(); ++i)
            all[k][i] = name[i];
    }
    return all;
}();

constexpr std::array<const char *, 23> texts{
    "ok",
    "an argument is a null pointer or has a value that is excluded",
    "no metric has this name, or it is not on this board",
    "two metrics of the board have the same name",
    "a metric of the catalogue is about sales, and the board has a vocabulary of its own",
    "the board of this object was fixed when it was built: it takes no definition",
    "a board needs a definition",
    "the memory is too small",
    "the memory of a board has to start at a multiple of KPI_ALIGNMENT",
    "a metric of this board cannot take events back",
    "no such event was recorded, or a counter is saturated",
    "the boards have different metrics",
    "this metric is read with other figures that are given",
    "there is no value: nothing was counted of its whole, or a counter is saturated",
    "there is no interval for this figure",
    "these bytes are no snapshot",
    "the snapshot has a newer format",
    "the end of the snapshot is missing",
    "more bytes follow behind the snapshot",
    "the snapshot was altered: its checksum does not fit",
    "the snapshot is of a board that counts something else",
    "a number in the snapshot is too great for its counter",
    "the snapshot is malformed",
};
static_assert(texts.size() == KPI_MALFORMED + 1);

bool is_known(const kpi_figure &f) noexcept { return f.denominator != 0; }
kpi::fraction<std::uint64_t> exact(const kpi_figure &f) noexcept {
    return {f.numerator, f.denominator, f.negative != 0};
}
std::span<const std::byte> bytes(const void *from, std::size_t size) noexcept {
    return {static_cast<const std::byte *>(from), size};
}

} // namespace

extern "C" {

int kpi_abi(void) { return KPI_ABI; }

const char *kpi_text(int status) {
    const auto i = static_cast<std::size_t>(status);
    return i < texts.size() ? texts[i] : "unknown status";
}

int kpi_kind(const char *name) {
    if (name == nullptr) return -1;
    const auto kind = kpi::enumerator<activity>(name);
    return kind ? static_cast<int>(*kind) : -1;
}
const char *kpi_kind_name(int kind) {
    const auto k = static_cast<std::size_t>(kind);
    return k < kind_names.size() && kind_names[k][0] != '\0' ? kind_names[k].data() : nullptr;
}

uint32_t kpi_metrics(void) { return kpi_board::metrics(); }
int kpi_metric_at(uint32_t number, kpi_metric_info *info) {
    if (info == nullptr) return KPI_BAD_ARGUMENT;
    if (number >= kpi_board::metrics()) return KPI_NO_SUCH_METRIC;
    *info = kpi_board::info(number);
    return KPI_OK;
}

int kpi_board_size(const kpi_definition *definition, size_t *size) {
    return size == nullptr ? KPI_BAD_ARGUMENT : kpi_board::size(definition, *size);
}
int kpi_board_create(const kpi_definition *definition, void *memory, size_t size, kpi_board **board) {
    if (memory == nullptr || board == nullptr) return KPI_BAD_ARGUMENT;
    if (reinterpret_cast<std::uintptr_t>(memory) % KPI_ALIGNMENT != 0) return KPI_MISALIGNED;
    return kpi_board::create(definition, memory, size, *board);
}
int kpi_reset(kpi_board *board) {
    if (board == nullptr) return KPI_BAD_ARGUMENT;
    board->reset();
    return KPI_OK;
}

int kpi_record(kpi_board *board, const kpi_event *event) { return kpi_record_times(board, event, 1); }
int kpi_record_times(kpi_board *board, const kpi_event *event, uint32_t n) {
    if (board == nullptr || event == nullptr) return KPI_BAD_ARGUMENT;
    board->record(plugin::to_touch(*event), n);
    return KPI_OK;
}
int kpi_record_columns(kpi_board *board, const kpi_columns *columns) {
    if (board == nullptr || columns == nullptr) return KPI_BAD_ARGUMENT;
    if (columns->rows == 0) return KPI_OK;
    if (columns->kind == nullptr) return KPI_BAD_ARGUMENT;
    board->record(*columns);
    return KPI_OK;
}
int kpi_retract(kpi_board *board, const kpi_event *event) {
    if (board == nullptr || event == nullptr) return KPI_BAD_ARGUMENT;
    return board->retract(plugin::to_touch(*event));
}

int kpi_read(const kpi_board *board, const char *metric, kpi_figure *figure) {
    return kpi_read_with(board, metric, nullptr, 0, figure);
}
int kpi_read_with(const kpi_board *board, const char *metric, const uint64_t *given, size_t size,
                  kpi_figure *figure) {
    if (board == nullptr || metric == nullptr || figure == nullptr) return KPI_BAD_ARGUMENT;
    if (size > 0 && given == nullptr) return KPI_BAD_ARGUMENT;
    struct first {
        kpi_figure *figure;
        bool told;
    } keep{figure, false};
    return board->read(metric, given, size,
                       {[](void *context, const kpi_figure &f) {
                            first &into = *static_cast<first *>(context);
                            if (!into.told) *into.figure = f;
                            into.told = true;
                        },
                        &keep});
}
int kpi_each_figure(const kpi_board *board, const char *metric,
                    void (*visit)(void *context, const kpi_figure *figure), void *context) {
    if (board == nullptr || metric == nullptr || visit == nullptr) return KPI_BAD_ARGUMENT;
    struct visitor {
        void (*visit)(void *, const kpi_figure *);
        void *context;
    } hand_on{visit, context};
    return board->read(metric, nullptr, 0,
                       {[](void *to, const kpi_figure &f) {
                            const visitor &v = *static_cast<const visitor *>(to);
                            v.visit(v.context, &f);
                        },
                        &hand_on});
}

int kpi_per(const kpi_figure *figure, uint32_t n, int64_t *answer) {
    if (figure == nullptr || answer == nullptr) return KPI_BAD_ARGUMENT;
    if (!is_known(*figure)) return KPI_ABSENT;
    *answer = *exact(*figure).per(n);
    return KPI_OK;
}
int kpi_value(const kpi_figure *figure, double *answer) {
    if (figure == nullptr || answer == nullptr) return KPI_BAD_ARGUMENT;
    if (!is_known(*figure)) return KPI_ABSENT;
    *answer = *exact(*figure).value<double>();
    return KPI_OK;
}
int kpi_interval(const kpi_figure *figure, double *low, double *high) {
    if (figure == nullptr || low == nullptr || high == nullptr) return KPI_BAD_ARGUMENT;
    if (!is_known(*figure) || (figure->flags & KPI_NOMINAL) != 0) return KPI_NO_INTERVAL;
    const auto range = plugin::interval_of(static_cast<kpi::value_kind>(figure->kind),
                                           {figure->parts[0], figure->parts[1], figure->parts[2]});
    if (!range) return KPI_NO_INTERVAL;
    *low = range->low, *high = range->high;
    return KPI_OK;
}

int kpi_merge(kpi_board *into, const kpi_board *from) {
    if (into == nullptr || from == nullptr) return KPI_BAD_ARGUMENT;
    if (!into->of_same_words(*from)) return KPI_OTHER_BOARD;
    into->merge(*from);
    return KPI_OK;
}
int kpi_equal(const kpi_board *a, const kpi_board *b, int *equal) {
    if (a == nullptr || b == nullptr || equal == nullptr) return KPI_BAD_ARGUMENT;
    if (!a->of_same_words(*b)) return KPI_OTHER_BOARD;
    *equal = a->equal(*b) ? 1 : 0;
    return KPI_OK;
}

int kpi_encoded_bound(const kpi_board *board, size_t *size) {
    if (board == nullptr || size == nullptr) return KPI_BAD_ARGUMENT;
    *size = board->encoded_bound();
    return KPI_OK;
}
int kpi_encode(const kpi_board *board, void *buffer, size_t size, size_t *length) {
    if (board == nullptr || buffer == nullptr || length == nullptr) return KPI_BAD_ARGUMENT;
    const std::size_t written = board->encode({static_cast<std::byte *>(buffer), size});
    *length = written != 0 ? written : board->encoded_bound();
    return written != 0 ? KPI_OK : KPI_TOO_SMALL;
}
int kpi_decode(kpi_board *board, const void *snapshot, size_t size) {
    if (board == nullptr || snapshot == nullptr) return KPI_BAD_ARGUMENT;
    return plugin::reason(board->decode(bytes(snapshot, size)));
}
int kpi_merge_encoded(kpi_board *into, kpi_board *between, const void *snapshot, size_t size) {
    if (into == nullptr || between == nullptr || into == between || snapshot == nullptr)
        return KPI_BAD_ARGUMENT;
    if (!into->of_same_words(*between)) return KPI_OTHER_BOARD;
    const kpi_status answer = plugin::reason(between->decode(bytes(snapshot, size)));
    if (answer == KPI_OK) into->merge(*between);
    return answer;
}

} // extern "C"
