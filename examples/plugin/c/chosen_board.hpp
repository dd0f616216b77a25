// SPDX-License-Identifier: MIT
#pragma once

/// A board whose metrics are chosen at run time. In the caller's memory lie a head, a row of parts (a word
/// and where it is kept), and what the words remember, in the order of a C++ board of the same metrics; so
/// its snapshots are those of that board.

#include "chosen_words.hpp"
#include <kpi/core/saturating.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>
#include <kpi/scorecard/score_metric.hpp>
#include <kpi/snapshot/codec.hpp>

#include <bit>

namespace plugin {

struct part {
    const word *what{};
    std::uint64_t kinds{};
    std::size_t offset{}; ///< from the start of the board

    [[nodiscard]] std::size_t counters() const noexcept {
        return static_cast<std::size_t>(std::popcount(kinds)) + std::size_t{what->may_lack};
    }
    [[nodiscard]] std::size_t size() const noexcept {
        return what->counts ? counters() * sizeof(std::uint32_t) : what->size;
    }
    [[nodiscard]] bool counts_kind(std::size_t k) const noexcept { return k < 64 && (kinds >> k & 1u) != 0; }
    /// Which counter a kind has; all of them, for the one behind the last.
    [[nodiscard]] std::size_t place(std::size_t k) const noexcept {
        return static_cast<std::size_t>(std::popcount(kinds & ((std::uint64_t{1} << k) - 1)));
    }
};

inline constexpr const word &shared_counters = word_of<kpi::detail::counters_of_all<activity>>;

[[nodiscard]] inline std::string_view view_of(const char *text) noexcept { return text; }

} // namespace plugin

struct kpi_board {
    static kpi_status size(const kpi_definition *definition, std::size_t &size) noexcept;
    static kpi_status create(const kpi_definition *definition, void *memory, std::size_t size,
                             kpi_board *&board) noexcept;
    static std::uint32_t metrics() noexcept { return plugin::catalogue::size; }
    static kpi_metric_info info(std::uint32_t number) noexcept;

    void reset() noexcept;
    void record(const plugin::touch &e, std::uint32_t n) noexcept;
    void record(const kpi_columns &columns) noexcept;
    kpi_status retract(const plugin::touch &e) noexcept;
    kpi_status read(std::string_view metric, const std::uint64_t *given, std::size_t n,
                    const plugin::figure_sink &sink) const noexcept;

    bool of_same_words(const kpi_board &other) const noexcept;
    void merge(const kpi_board &other) noexcept;
    bool equal(const kpi_board &other) const noexcept;

    std::size_t encoded_bound() const noexcept;
    std::size_t encode(std::span<std::byte> into) const noexcept; ///< 0 where it is too small
    kpi::snapshot::status decode(std::span<const std::byte> from) noexcept;

    /// Where a word of the catalogue is kept.
    const plugin::part &part_of(const plugin::word &what) const noexcept;
    std::uint32_t count(const plugin::part &p, std::uint64_t kinds) const noexcept;
    template <class T> const T &state(const plugin::part &p) const noexcept {
        return *static_cast<const T *>(at(p));
    }

private:
    struct layout;
    struct constants;

    kpi_board(const kpi_definition &d, std::size_t how_many) noexcept : definition_{&d}, size_{how_many} {}

    const plugin::part *begin() const noexcept {
        return static_cast<const plugin::part *>(static_cast<const void *>(this + 1));
    }
    const plugin::part *end() const noexcept { return begin() + size_; }
    void *at(const plugin::part &p) noexcept {
        return static_cast<std::byte *>(static_cast<void *>(this)) + p.offset;
    }
    const void *at(const plugin::part &p) const noexcept {
        return static_cast<const std::byte *>(static_cast<const void *>(this)) + p.offset;
    }
    std::uint32_t *counters(const plugin::part &p) noexcept { return static_cast<std::uint32_t *>(at(p)); }
    const std::uint32_t *counters(const plugin::part &p) const noexcept {
        return static_cast<const std::uint32_t *>(at(p));
    }
    std::uint32_t *counter_of(const plugin::part &p, const plugin::touch &e) noexcept;
    void record(const plugin::part &p, const plugin::touch &e, std::uint32_t n) noexcept;
    bool retract(const plugin::part &p, const plugin::touch &e) noexcept;
    kpi_status read_own(const kpi_own_metric &m, const plugin::figure_sink &sink) const noexcept;

    std::string_view vocabulary() const noexcept;
    std::string_view kind_name(std::size_t kind) const noexcept;
    void say_kinds(plugin::description &say, std::uint64_t kinds) const noexcept;
    std::uint64_t schema() const noexcept;
    void describe(constants &out) const noexcept;

    const kpi_definition *definition_;
    std::size_t size_;
    std::uint64_t schema_{};
};

namespace plugin {

/// A board of one metric, as the library reads it, of what is kept at run time.
struct one_metric {
    const kpi_board &board;

    template <auto Word> [[nodiscard]] decltype(auto) reading() const noexcept {
        constexpr auto kept = kpi::detail::kept_of<Word>();
        if constexpr (!is_fed<kept> || !word_of<kept>.counts)
            return kpi::detail::reading_of<Word>(kept_by<Word>());
        else
            return Word.of.empty() ? 0 : board.count(board.part_of(word_of<kept>), Word.of.bits);
    }
    template <auto Word> [[nodiscard]] decltype(auto) kept_by() const noexcept {
        constexpr auto kept = kpi::detail::kept_of<Word>();
        if constexpr (!is_fed<kept>)
            return (kpi::detail::never_fed);
        else if constexpr (!word_of<kept>.counts)
            return board.state<typename decltype(kept)::template state<touch>>(board.part_of(word_of<kept>));
        else if constexpr (word_of<kept>.may_lack)
            return lacking{board.count(board.part_of(word_of<kept>), 0)};
        else
            return counted{};
    }
    template <const auto &M> [[nodiscard]] std::uint32_t untold() const noexcept {
        return [&]<auto... W>(kpi::detail::words<W...>) { return kpi::detail::most_untold(kept_by<W>()...); }
        (kpi::detail::words_of<M>{});
    }

private:
    /// Whether some event has what a word looks at.
    template <auto Kept> static constexpr bool is_fed = !kpi::detail::is_never_fed<Kept, touch>();

    struct counted {};
    struct lacking {
        std::uint32_t untold;
    };
};

template <const auto &M>
kpi_status read_metric(const kpi_board &board, const std::uint64_t *given, std::size_t size,
                       const figure_sink &sink) noexcept {
    const auto walk = [&](const auto &...figures) {
        kpi::detail::each_figure<M>(one_metric{board}, sink, figures...);
    };
    return read<M, alone<M>>(walk, given, size);
}

inline constexpr auto entries = []<const auto &...M>(kpi::catalogue<M...>) {
    static_assert(kpi::catalogue<M...>::unique());
    return std::array<entry, sizeof...(M)>{
        entry{M.name, needs_of<M>, info_of<alone<M>, M>, read_metric<M>}...};
}
(catalogue{});

/// How many different words there may be on a board, at most.
inline constexpr std::size_t most_parts = [] {
    std::size_t n = 1;
    for (const entry &e : entries)
        n += e.needs.size();
    return n;
}();

[[nodiscard]] inline const entry *find(std::string_view name) noexcept {
    for (const entry &e : entries)
        if (e.name == name) return &e;
    return nullptr;
}

} // namespace plugin

/// The parts of a board that is defined so, and how large it is.
struct kpi_board::layout {
    kpi_status answer{KPI_OK};
    std::size_t size{}, bytes{};
    std::array<plugin::part, plugin::most_parts> parts{};

    explicit layout(const kpi_definition *d) noexcept {
        answer = d == nullptr ? KPI_NO_DEFINITION : check(*d);
        if (answer != KPI_OK) return;
        add({&plugin::shared_counters, 0}); // in front, as on a board of C++
        for (std::size_t i = 0; i < d->metrics_size; ++i)
            for (const plugin::need &n : plugin::find(d->metrics[i])->needs)
                add(n);
        for (std::size_t i = 0; i < d->own_size; ++i)
            add({&plugin::shared_counters, kinds_of(d->own[i])});
        place();
    }

private:
    static std::uint64_t kinds_of(const kpi_own_metric &m) noexcept { return m.of | m.among | m.without; }

    static kpi_status check(const kpi_definition &d) noexcept {
        if (d.metrics_size + d.own_size == 0) return KPI_BAD_ARGUMENT;
        if (d.metrics_size > 0 && d.metrics == nullptr) return KPI_BAD_ARGUMENT;
        if (d.own_size > 0 && d.own == nullptr) return KPI_BAD_ARGUMENT;
        if (d.vocabulary != nullptr && !is_sound(*d.vocabulary)) return KPI_BAD_ARGUMENT;
        const std::size_t all = d.metrics_size + d.own_size;
        for (std::size_t i = 0; i < all; ++i) {
            const char *const name = name_of(d, i);
            if (name == nullptr) return KPI_BAD_ARGUMENT;
            for (std::size_t j = 0; j < i; ++j)
                if (std::string_view{name} == name_of(d, j)) return KPI_NAMED_TWICE;
        }
        for (std::size_t i = 0; i < d.metrics_size; ++i) {
            if (d.vocabulary != nullptr) return KPI_NOT_OF_SALES;
            if (plugin::find(d.metrics[i]) == nullptr) return KPI_NO_SUCH_METRIC;
        }
        for (std::size_t i = 0; i < d.own_size; ++i)
            if (!is_sound(d.own[i], d.vocabulary)) return KPI_BAD_ARGUMENT;
        return KPI_OK;
    }
    static const char *name_of(const kpi_definition &d, std::size_t i) noexcept {
        return i < d.metrics_size ? d.metrics[i] : d.own[i - d.metrics_size].name;
    }
    static bool is_sound(const kpi_vocabulary &v) noexcept {
        if (v.name == nullptr || v.kinds == nullptr || v.size == 0 || v.size > kpi::max_kinds) return false;
        for (std::size_t k = 0; k < v.size; ++k)
            if (v.kinds[k] == nullptr) return false;
        return true;
    }
    static bool is_sound(const kpi_own_metric &m, const kpi_vocabulary *v) noexcept {
        const std::uint64_t known = v == nullptr ? kpi::enumerator_bits<plugin::activity>()
                                                 : ~std::uint64_t{} >> (kpi::max_kinds - v->size);
        return m.form <= KPI_FORM_SCORE && m.of != 0 && (m.form == KPI_FORM_COUNT) == (m.among == 0) &&
               (kinds_of(m) & ~known) == 0;
    }
    void add(const plugin::need &n) noexcept {
        for (std::size_t i = 0; i < size; ++i)
            if (parts[i].what == n.what) {
                parts[i].kinds |= n.kinds;
                return;
            }
        parts[size++] = {n.what, n.kinds};
    }
    void place() noexcept {
        bytes = sizeof(kpi_board) + size * sizeof(plugin::part);
        for (plugin::part &p : std::span{parts}.first(size)) {
            p.offset = bytes;
            bytes += (p.size() + KPI_ALIGNMENT - 1) / KPI_ALIGNMENT * KPI_ALIGNMENT;
        }
    }
};

inline kpi_status kpi_board::size(const kpi_definition *definition, std::size_t &size) noexcept {
    const layout of{definition};
    if (of.answer == KPI_OK) size = of.bytes;
    return of.answer;
}

inline kpi_status kpi_board::create(const kpi_definition *definition, void *memory, std::size_t size,
                                    kpi_board *&board) noexcept {
    const layout of{definition};
    if (of.answer != KPI_OK) return of.answer;
    if (size < of.bytes) return KPI_TOO_SMALL;
    board = new (memory) kpi_board{*definition, of.size};
    for (std::size_t i = 0; i < of.size; ++i)
        new (static_cast<std::byte *>(memory) + sizeof(kpi_board) + i * sizeof(plugin::part))
            plugin::part{of.parts[i]};
    board->schema_ = board->schema();
    board->reset();
    return KPI_OK;
}

inline kpi_metric_info kpi_board::info(std::uint32_t number) noexcept {
    return plugin::entries[number].info();
}

inline void kpi_board::reset() noexcept {
    for (const plugin::part &p : *this)
        if (!p.what->counts)
            p.what->create(at(p));
        else
            for (std::size_t i = 0; i < p.counters(); ++i)
                new (static_cast<std::byte *>(at(p)) + i * sizeof(std::uint32_t)) std::uint32_t{};
}

/// The counter that an event belongs to; null where it counts nowhere.
inline std::uint32_t *kpi_board::counter_of(const plugin::part &p, const plugin::touch &e) noexcept {
    const auto k = static_cast<std::size_t>(e.kind);
    if (!p.counts_kind(k)) return nullptr;
    if (p.what->may_lack && !p.what->knows(e)) return counters(p) + p.counters() - 1;
    if (p.what->passes != nullptr && !p.what->passes(e)) return nullptr;
    return counters(p) + p.place(k);
}

inline void kpi_board::record(const plugin::part &p, const plugin::touch &e, std::uint32_t n) noexcept {
    if (!p.what->counts)
        p.what->record(at(p), e, n);
    else if (std::uint32_t *const c = counter_of(p, e))
        *c = kpi::saturating_add(*c, n);
}
inline void kpi_board::record(const plugin::touch &e, std::uint32_t n) noexcept {
    for (const plugin::part &p : *this)
        record(p, e, n);
}

/// Kinds alone are counted in a table first.
inline void kpi_board::record(const kpi_columns &columns) noexcept {
    std::array<std::uint32_t, 256> of_kind{};
    constexpr std::size_t block = std::size_t{1} << 31;
    for (std::size_t from = 0; from < columns.rows; from += block) {
        of_kind.fill(0);
        for (std::size_t row = from; row < columns.rows && row - from < block; ++row)
            ++of_kind[columns.kind[row]];
        for (std::size_t k = 0; k < kpi::max_kinds; ++k)
            if (of_kind[k] != 0) record(*begin(), {.kind = static_cast<plugin::activity>(k)}, of_kind[k]);
    }
    if (size_ == 1) return;
    for (std::size_t row = 0; row < columns.rows; ++row) {
        const plugin::touch e = plugin::to_touch(columns, row);
        for (const plugin::part *p = begin() + 1; p != end(); ++p)
            record(*p, e, 1);
    }
}

inline bool kpi_board::retract(const plugin::part &p, const plugin::touch &e) noexcept {
    if (!p.what->counts) return p.what->retract(at(p), e);
    std::uint32_t *const c = counter_of(p, e);
    return c == nullptr || kpi::take_off(*c, std::uint32_t{1});
}
inline kpi_status kpi_board::retract(const plugin::touch &e) noexcept {
    for (const plugin::part &p : *this)
        if (!p.what->retractable) return KPI_CANNOT_RETRACT;
    for (const plugin::part *p = begin(); p != end(); ++p) {
        if (retract(*p, e)) continue;
        while (p != begin())
            record(*--p, e, 1);
        return KPI_NOT_RECORDED;
    }
    return KPI_OK;
}

inline const plugin::part &kpi_board::part_of(const plugin::word &what) const noexcept {
    const plugin::part *p = begin();
    while (p->what != &what) // a metric of the board, so it is there
        ++p;
    return *p;
}

/// How many events of these kinds; for none, of those that did not tell what the condition reads.
inline std::uint32_t kpi_board::count(const plugin::part &p, std::uint64_t kinds) const noexcept {
    const std::uint32_t *const all = counters(p);
    if (kinds == 0) return p.what->may_lack ? all[p.counters() - 1] : 0;
    std::uint32_t sum = 0;
    for (; kinds != 0; kinds &= kinds - 1)
        sum = kpi::saturating_add(sum, all[p.place(static_cast<std::size_t>(std::countr_zero(kinds)))]);
    return sum;
}

inline kpi_status kpi_board::read_own(const kpi_own_metric &m,
                                      const plugin::figure_sink &sink) const noexcept {
    const auto count_of = [this](std::uint64_t kinds) { return kinds == 0 ? 0 : count(*begin(), kinds); };
    const std::uint32_t of = count_of(m.of), among = count_of(m.among), without = count_of(m.without);
    kpi::figure_info info{.metric = m.name, .name = m.name, .nominal = m.nominal != 0};
    using kpi::sales::win_rate;
    switch (m.form) {
    case KPI_FORM_COUNT:
        sink(info, kpi::count<std::uint32_t>{of});
        break;
    case KPI_FORM_PROPORTION:
        info.unit = "%", info.scale = 100;
        sink(info, win_rate.value(of, among, without, std::uint32_t{}, std::uint32_t{}));
        break;
    case KPI_FORM_RATIO:
        info.unit = ": 1";
        sink(info, kpi::ratio<std::uint32_t>{of, among});
        break;
    default:
        info.unit = "points", info.scale = 100;
        sink(info, kpi::score<std::uint32_t>{of, without, among});
    }
    return KPI_OK;
}

inline kpi_status kpi_board::read(std::string_view metric, const std::uint64_t *given, std::size_t n,
                                  const plugin::figure_sink &sink) const noexcept {
    for (std::size_t i = 0; i < definition_->metrics_size; ++i)
        if (metric == definition_->metrics[i]) return plugin::find(metric)->read(*this, given, n, sink);
    for (std::size_t i = 0; i < definition_->own_size; ++i)
        if (metric == definition_->own[i].name)
            return n == 0 ? read_own(definition_->own[i], sink) : KPI_GIVEN;
    return KPI_NO_SUCH_METRIC;
}

inline bool kpi_board::of_same_words(const kpi_board &other) const noexcept {
    if (size_ != other.size_ || schema_ != other.schema_) return false;
    for (const plugin::part *a = begin(), *b = other.begin(); a != end(); ++a, ++b)
        if (a->what != b->what || a->kinds != b->kinds) return false;
    return true;
}

inline void kpi_board::merge(const kpi_board &other) noexcept {
    for (const plugin::part &p : *this) {
        if (!p.what->counts) {
            p.what->merge(at(p), other.at(p));
            continue;
        }
        std::uint32_t *const into = counters(p);
        const std::uint32_t *const from = other.counters(p);
        for (std::size_t i = 0; i < p.counters(); ++i)
            into[i] = kpi::saturating_add(into[i], from[i]);
    }
}

inline bool kpi_board::equal(const kpi_board &other) const noexcept {
    for (const plugin::part &p : *this) {
        if (!p.what->counts) {
            if (!p.what->equal(at(p), other.at(p))) return false;
            continue;
        }
        for (std::size_t i = 0; i < p.counters(); ++i)
            if (counters(p)[i] != other.counters(p)[i]) return false;
    }
    return true;
}

// ---- snapshots

inline std::string_view kpi_board::vocabulary() const noexcept {
    const kpi_vocabulary *const own = definition_->vocabulary;
    return own != nullptr ? std::string_view{own->name} : plugin::encoding::type_name<plugin::activity>();
}
inline std::string_view kpi_board::kind_name(std::size_t kind) const noexcept {
    const kpi_vocabulary *const own = definition_->vocabulary;
    return own != nullptr ? std::string_view{own->kinds[kind]}
                          : kpi::name_of(static_cast<plugin::activity>(kind));
}
inline void kpi_board::say_kinds(plugin::description &say, std::uint64_t kinds) const noexcept {
    say.kinds(vocabulary(), kinds, false, [&](std::size_t kind) { say(kind_name(kind)); });
}

/// What basic_scorecard and its parts say of themselves (snapshot/schema.hpp).
inline std::uint64_t kpi_board::schema() const noexcept {
    using plugin::encoding::type_name;
    using tally = kpi::tally<plugin::activity, kpi::event_set{plugin::activity::conversation}>;
    plugin::description around, all;
    around("words"), around(vocabulary()), around(0);
    const auto say_tally = [&](std::uint64_t kinds) {
        all.group(type_name<tally>(), [&] { say_kinds(all, kinds), all(sizeof(std::uint32_t)); });
    };
    all.group(type_name<plugin::alone<kpi::sales::calls>>(), [&] {
        for (const plugin::part &p : *this) {
            if (!p.what->counts) {
                p.what->describe(all);
                continue;
            }
            if (p.what->passes != nullptr) p.what->describe(all);
            if (p.kinds == 0)
                all.group("nothing", [] {});
            else if (!p.what->may_lack)
                say_tally(p.kinds);
            else // told by its fields: one run of integers of 4 bytes, without a sign
                all.group(type_name<kpi::partly_told<tally>>(),
                          [&] { all(2 * sizeof(std::uint32_t)), all(p.counters()); });
        }
    });
    constexpr std::uint64_t upper = 0xffffffff00000000u;
    return (all.hash() & upper) | (around.hash() & ~upper);
}

/// The constant bytes of a snapshot, written somewhere or compared with others.
struct kpi_board::constants {
    std::byte *to{};
    std::span<const std::byte> expected{};
    std::size_t size{};
    bool as_expected{true};

    void octet(std::uint64_t x) noexcept {
        const auto b = static_cast<std::byte>(x & 0xffu);
        if (to != nullptr) to[size] = b;
        if (size >= expected.size() || expected[size] != b) as_expected = false;
        ++size;
    }
    void fixed(std::uint64_t x, std::size_t octets) noexcept {
        for (; octets > 0; --octets, x >>= 8)
            octet(x);
    }
    void number(std::uint64_t x) noexcept {
        for (; x >= 0x80u; x >>= 7)
            octet((x & 0x7fu) | 0x80u);
        octet(x);
    }
};

inline void kpi_board::describe(constants &out) const noexcept {
    namespace encoding = plugin::encoding;
    out.fixed(schema_, 8);
    std::size_t words = 0;
    for (const plugin::part &p : *this)
        words += p.what->counts ? p.counters() : 1;
    out.number(words);
    const auto counter = [&](std::uint64_t condition, const auto &what) {
        plugin::description d;
        d(condition), d(what);
        out.fixed(encoding::word_id(d, encoding::form::one_field), 4);
    };
    for (const plugin::part &p : *this) {
        if (!p.what->counts) {
            out.fixed(p.what->id, 4);
            if (encoding::form_of(p.what->id) != encoding::form::runs) continue;
            const encoding::field_runs &runs = *p.what->runs;
            for (std::size_t i = 0; i < runs.size; ++i)
                out.number(std::uint64_t{runs.all[i].fields} << 2 | std::uint64_t{i + 1 < runs.size} << 1 |
                           std::uint64_t{runs.all[i].bytes});
            continue;
        }
        for (std::uint64_t left = p.kinds; left != 0; left &= left - 1) {
            plugin::description kind;
            say_kinds(kind, left & (~left + 1));
            counter(p.what->condition, kind.hash());
        }
        if (p.what->may_lack) counter(p.what->condition, "untold");
    }
}

inline std::size_t kpi_board::encoded_bound() const noexcept {
    constants out;
    describe(out);
    std::size_t fields = 0;
    for (const plugin::part &p : *this)
        fields += p.size();
    return kpi::snapshot::overhead + out.size + fields / 2 * 3 + 3;
}

inline std::size_t kpi_board::encode(std::span<std::byte> into) const noexcept {
    using namespace kpi::snapshot;
    constants counted;
    describe(counted);
    const std::size_t around = overhead + counted.size;
    if (into.size() < around) return 0;
    constants written{into.data() + header_size};
    describe(written);
    plugin::encoding::writer fields{into.subspan(header_size + written.size, into.size() - around)};
    for (const plugin::part &p : *this)
        if (!p.what->counts)
            p.what->write(at(p), fields);
        else
            for (std::size_t i = 0; i < p.counters(); ++i)
                fields(counters(p)[i]);
    const std::optional<std::size_t> length = fields.finish();
    if (!length) return 0;
    const std::size_t size = around + *length;
    for (std::size_t i = 0; i < magic.size(); ++i)
        into[i] = magic[i];
    into[4] = std::byte{format_version};
    plugin::encoding::write_number<4>(into.subspan(5), size - overhead);
    plugin::encoding::write_number<4>(into.subspan(size - 4), crc32c(into.first(size - 4)));
    return size;
}

inline kpi::snapshot::status kpi_board::decode(std::span<const std::byte> from) noexcept {
    using namespace kpi::snapshot;
    if (const status s = plugin::encoding::check_whole(from); s != status::ok) return s;
    constants own{.expected = from.subspan(header_size, from.size() - overhead)};
    describe(own);
    if (!own.as_expected) return status::other_schema;
    const auto fields = own.expected.subspan(own.size);
    for (const auto purpose : {plugin::encoding::purpose::check, plugin::encoding::purpose::assign}) {
        plugin::encoding::reader reader{fields, purpose};
        for (const plugin::part &p : *this)
            if (!p.what->counts)
                p.what->read(at(p), reader);
            else
                for (std::size_t i = 0; i < p.counters(); ++i)
                    reader(counters(p)[i]);
        if (const status s = reader.finish(); s != status::ok) return s;
    }
    return status::ok;
}
