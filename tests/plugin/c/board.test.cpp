// SPDX-License-Identifier: MIT
// The boards of kpi.h beside those of the library: the same bytes, the same figures, the same laws.

#include "plugin/c/board.hpp"

#include "support/doors.hpp"
#include <kpi/export/each_figure.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/codec.hpp>

#include <doctest/doctest.h>

#include <cstring>

namespace kpi::test {
namespace {

using sales::activity, sales::touch;

/// All metrics of acts, as kpi.h has them: those without figures that no log has.
template <const auto &...M> auto those_of_acts(catalogue<M...>) {
    return joined(catalogue<>{},
                  std::conditional_t<sales::economics.speaking<activity>().template contains<M>, catalogue<>,
                                     catalogue<M>>{}...);
}
using acts = decltype(those_of_acts(sales::catalog.speaking<activity>()));
using all_of_them = acts::on<scorecard, touch>;
using some_of_them = scorecard<touch, sales::talk_time, sales::positive_replies_per_email, sales::win_rate,
                               sales::answered_in_five_minutes, sales::average_retail_price>;

template <class Board> std::vector<std::string> names_on() {
    return {Board::metrics::names.begin(), Board::metrics::names.end()};
}
std::vector<std::string> names_without_ids() {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < kpi_metrics(); ++i) {
        kpi_metric_info info;
        REQUIRE(kpi_metric_at(i, &info) == KPI_OK);
        if (info.retractable != 0) names.emplace_back(info.name);
    }
    return names;
}

kpi_event some_event(random &next) {
    kpi_event e{};
    e.at = 1'700'000'000 + next.pick<std::int64_t>(10'000'000);
    e.kind = next.pick<std::uint8_t>(70);
    e.channel = next.pick<std::uint8_t>(7);
    e.told = next.pick<std::uint32_t>(32);
    e.value = next.pick<std::uint32_t>(10'000), e.units = next.pick<std::uint32_t>(10);
    e.elapsed = next.pick<std::uint32_t>(3) * 200'000, e.touches = next.pick<std::uint32_t>(9);
    e.score = next.pick<std::uint32_t>(7), e.prospect = next.pick<std::uint32_t>(2000);
    return e;
}
touch as_touch(const kpi_event &e) {
    touch t{.at = {e.at},
            .kind = static_cast<activity>(e.kind),
            .channel = static_cast<sales::medium>(e.channel),
            .prospect = e.prospect};
    if ((e.told & KPI_VALUE) != 0) t.value = e.value;
    if ((e.told & KPI_UNITS) != 0) t.units = e.units;
    if ((e.told & KPI_ELAPSED) != 0) t.elapsed = e.elapsed;
    if ((e.told & KPI_TOUCHES) != 0) t.touches = e.touches;
    if ((e.told & KPI_SCORE) != 0) t.score = e.score;
    return t;
}

std::vector<std::byte> bytes_of(const auto &state) {
    std::vector<std::byte> all(snapshot::encoded_size_bound<std::remove_cvref_t<decltype(state)>>);
    all.resize(snapshot::encode(state, all).size());
    return all;
}

/// Every figure of a state as text, as the library tells it and as kpi.h does.
struct figures {
    std::string text;
    void board(auto) {}
    void board_end() {}
    static bool wants(std::string_view) { return true; }
    void figure(const figure_info &info, const value_parts &v) {
        const bool there = v.has_value();
        tell(info.metric, name_of(info), info.label, info.unit, there ? v.exact.numerator : 0,
             there ? v.exact.denominator : 0, there && v.exact.negative, static_cast<int>(v.kind),
             (v.saturated ? 1 : 0) | (v.coherent ? 0 : 2) | (v.too_few ? 4 : 0) | (v.estimated ? 8 : 0) |
                 (info.nominal ? 16 : 0));
    }
    void tell(std::string_view metric, std::string_view name, std::string_view label, std::string_view unit,
              std::uint64_t top, std::uint64_t bottom, bool negative, int kind, int flags) {
        for (const std::string_view part : {metric, name, label, unit})
            text.append(part).append(" ");
        text += (negative ? "-" : "") + std::to_string(top) + "/" + std::to_string(bottom) + " " +
                std::to_string(kind) + " " + std::to_string(flags) + "\n";
    }
};
figures figures_of(const kpi_board *board, const std::vector<std::string> &names) {
    figures told;
    for (const std::string &name : names) {
        const int status = kpi_each_figure(
            board, name.c_str(),
            [](void *to, const kpi_figure *f) {
                static_cast<figures *>(to)->tell(f->metric, f->name, f->label, f->unit, f->numerator,
                                                 f->denominator, f->negative != 0, f->kind, f->flags);
            },
            &told);
        // An age is read with the time.
        CHECK(status == (name == "survey_age" || name == "dials_per_hour" ? KPI_GIVEN : KPI_OK));
    }
    return told;
}

template <class Board> void is_the_board_of_the_library() {
    const auto names = names_on<Board>();
    chosen_board chosen{names};
    auto known = std::make_unique<Board>();
    REQUIRE(chosen.bytes() == bytes_of(*known));
    random next{1};
    for (int i = 0; i < 5000; ++i) {
        const kpi_event e = some_event(next);
        const auto n = next.pick<std::uint32_t>(3);
        REQUIRE(kpi_record_times(chosen, &e, n) == KPI_OK);
        known->record(as_touch(e), n);
    }
    CHECK(chosen.bytes() == bytes_of(*known));
    figures told;
    each_figure(*known, told);
    CHECK(figures_of(chosen, names).text == told.text);

    chosen_board read_back{names};
    const auto written = bytes_of(*known);
    REQUIRE(kpi_decode(read_back, written.data(), written.size()) == KPI_OK);
    CHECK(read_back == chosen);
}

TEST_CASE("a board of names is the board of the library of these metrics: its bytes and its figures") {
    is_the_board_of_the_library<all_of_them>();
    is_the_board_of_the_library<some_of_them>();
    is_the_board_of_the_library<live<sales::win_rate, touch>>();
    is_the_board_of_the_library<live<sales::zero_second_pick_ups, touch>>();
}

TEST_CASE("the catalogue says of each metric what its definition says, in texts that end with a zero") {
    REQUIRE(kpi_metrics() == acts::size);
    std::uint32_t i = 0;
    acts::for_each([&]<const auto & M>() {
        constexpr const figure_info &f = figure_constant<M>;
        kpi_metric_info info;
        REQUIRE(kpi_metric_at(i++, &info) == KPI_OK);
        CHECK(std::string_view{info.name} == f.metric);
        CHECK(std::string_view{info.title} == f.title);
        CHECK(std::string_view{info.help} == f.help);
        CHECK(std::string_view{info.unit} == f.unit);
        CHECK(std::string_view{info.given} == f.given);
        CHECK(info.scale == f.scale);
        CHECK(info.shown_in == f.shown_in);
        CHECK(info.kinds == kinds_of<M>().bits);
        CHECK(info.better == static_cast<int>(f.better));
        CHECK(bool{info.retractable != 0} == scorecard<touch, M>::retractable);
    });
    for (int kind = -1; kind < 70; ++kind) {
        const std::string_view name =
            kind < 0 ? std::string_view{} : name_of(static_cast<activity>(static_cast<std::uint8_t>(kind)));
        const char *const told = kpi_kind_name(kind);
        CHECK(std::string_view{told == nullptr ? "" : told} == name);
        if (told != nullptr) CHECK(kpi_kind(told) == kind);
    }
}

TEST_CASE("kinds and ratios of one's own are those of an enumeration of these names") {
    const char *const kinds[]{"knocked", "opened", "bought", "slammed", "dog"};
    const kpi_vocabulary doors{"door", kinds, 5};
    const kpi_own_metric own[]{{"opened_rate", 0b110, 0b111, 0, KPI_FORM_PROPORTION, 0},
                               {"slams_per_sale", 0b1000, 0b100, 0, KPI_FORM_RATIO, 0}};
    const kpi_definition definition{nullptr, 0, own, 2, &doors};
    chosen_board chosen{definition};
    scorecard<door, opened_rate, slams_per_sale> known;
    random next{1};
    for (int i = 0; i < 1000; ++i) {
        kpi_event e{};
        e.kind = next.pick<std::uint8_t>(8);
        REQUIRE(kpi_record(chosen, &e) == KPI_OK);
        known.record(static_cast<door>(e.kind));
    }
    CHECK(chosen.bytes() == bytes_of(known));
    figures told;
    each_figure(known, told);
    CHECK(figures_of(chosen, {"opened_rate", "slams_per_sale"}).text == told.text);
}

TEST_CASE("own metrics beside the catalogue share its counters, and are told as the library's own") {
    const std::string name = "win_rate", loss = "loss_ratio";
    const auto bit = [](const char *kind) { return std::uint64_t{1} << kpi_kind(kind); };
    const std::uint64_t won = bit("deal_won"), lost = bit("deal_lost");
    const kpi_own_metric own[]{{"losses", lost, 0, 0, KPI_FORM_COUNT, 0},
                               {"score", won, won | lost, lost, KPI_FORM_SCORE, 0},
                               {"share", won, won | lost, 0, KPI_FORM_PROPORTION, 1},
                               {"rest", won, won | lost, lost, KPI_FORM_PROPORTION, 0}};
    const char *const names[]{"win_rate"};
    chosen_board chosen{kpi_definition{names, 1, own, 4, nullptr}}, alone{"win_rate"};
    for (int i = 0; i < 7; ++i) {
        kpi_event e{};
        e.kind = static_cast<std::uint8_t>(kpi_kind(i < 5 ? "deal_won" : "deal_lost"));
        CHECK(kpi_record(chosen, &e) == KPI_OK);
        CHECK(kpi_record(alone, &e) == KPI_OK);
    }
    CHECK(chosen.bytes() == alone.bytes());
    CHECK(figures_of(chosen, {"losses", "score", "share", "rest"}).text == "losses losses   2/1 0 0\n"
                                                                           "score score  points 3/7 6 0\n"
                                                                           "share share  % 5/7 1 16\n"
                                                                           "rest rest  % 5/5 1 0\n");
}

TEST_CASE("merged parts are the whole, whatever the split; columns are rows") {
    const auto names = names_on<all_of_them>();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        random next{seed};
        chosen_board whole{names}, columns{names}, parts[3]{names, names, names}, between{names};
        const std::size_t rows = next.pick<std::size_t>(400);
        std::vector<std::uint8_t> kind, channel;
        std::vector<std::int64_t> at;
        std::vector<std::uint32_t> value, units, elapsed, touches, score, prospect;
        for (std::size_t i = 0; i < rows; ++i) {
            const kpi_event e = some_event(next);
            REQUIRE(kpi_record(whole, &e) == KPI_OK);
            REQUIRE(kpi_record(parts[next.pick<std::size_t>(3)], &e) == KPI_OK);
            const auto told = [&e](int which, std::uint32_t x) {
                return (e.told & static_cast<std::uint32_t>(which)) != 0 ? x : UINT32_MAX;
            };
            kind.push_back(e.kind), channel.push_back(e.channel), at.push_back(e.at);
            value.push_back(told(KPI_VALUE, e.value)), units.push_back(told(KPI_UNITS, e.units));
            elapsed.push_back(told(KPI_ELAPSED, e.elapsed)), touches.push_back(told(KPI_TOUCHES, e.touches));
            score.push_back(told(KPI_SCORE, e.score)), prospect.push_back(e.prospect);
        }
        const kpi_columns table{rows,         kind.data(),    channel.data(), at.data(),    value.data(),
                                units.data(), elapsed.data(), touches.data(), score.data(), prospect.data()};
        REQUIRE(kpi_record_columns(columns, &table) == KPI_OK);
        CHECK(columns == whole);

        const auto last = parts[2].bytes();
        REQUIRE(kpi_merge(parts[0], parts[1]) == KPI_OK);
        REQUIRE(kpi_merge_encoded(parts[0], between, last.data(), last.size()) == KPI_OK);
        CHECK(parts[0] == whole);
        CHECK(between == parts[2]);

        chosen_board twice{names};
        for (int i = 0; i < 2; ++i)
            REQUIRE(kpi_merge(twice, whole) == KPI_OK);
        REQUIRE(kpi_merge(whole, whole) == KPI_OK);
        CHECK(twice == whole);
    }
}

TEST_CASE("what is taken back was never recorded; what was never recorded is not taken back") {
    const auto names = names_without_ids();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        random next{seed};
        chosen_board kept{names}, board{names};
        std::vector<kpi_event> taken;
        for (int i = 0; i < 300; ++i) {
            const kpi_event e = some_event(next);
            REQUIRE(kpi_record(board, &e) == KPI_OK);
            if (next.below(2) == 0)
                taken.push_back(e);
            else
                REQUIRE(kpi_record(kept, &e) == KPI_OK);
        }
        next.shuffle(taken);
        for (const kpi_event &e : taken)
            REQUIRE(kpi_retract(board, &e) == KPI_OK);
        CHECK(board == kept);

        REQUIRE(kpi_reset(board) == KPI_OK);
        const auto empty = board.bytes();
        for (const kpi_event &e : taken) {
            const bool counted = sales::kinds::touches.contains(static_cast<activity>(e.kind));
            if (counted) CHECK(kpi_retract(board, &e) == KPI_NOT_RECORDED);
        }
        CHECK(board.bytes() == empty);
    }
    // Its counter could be taken back, but not its time.
    chosen_board with_times{"calls", "talk_time"};
    kpi_event e{};
    CHECK(kpi_record(with_times, &e) == KPI_OK);
    const auto without_time = with_times.bytes();
    e.told = KPI_ELAPSED;
    CHECK(kpi_retract(with_times, &e) == KPI_NOT_RECORDED);
    CHECK(with_times.bytes() == without_time);

    chosen_board with_ids{"calls", "prospects_contacted"};
    CHECK(kpi_record(with_ids, &e) == KPI_OK);
    const auto before = with_ids.bytes();
    CHECK(kpi_retract(with_ids, &e) == KPI_CANNOT_RETRACT);
    CHECK(with_ids.bytes() == before);
}

TEST_CASE("a damaged or foreign snapshot is refused with the library's reason, and nothing changes") {
    const auto names = names_on<some_of_them>();
    chosen_board board{names}, target{names}, between{names};
    random next{1};
    for (int i = 0; i < 500; ++i) {
        const kpi_event e = some_event(next), other = some_event(next);
        REQUIRE(kpi_record(board, &e) == KPI_OK);
        REQUIRE(kpi_record(target, &other) == KPI_OK);
    }
    const auto snapshot = board.bytes(), before = target.bytes();
    some_of_them known;
    const auto is_refused = [&](std::span<const std::byte> bytes, const std::vector<std::byte> &left) {
        const int answer = kpi_decode(target, bytes.data(), bytes.size());
        CHECK(answer != KPI_OK);
        CHECK(std::string_view{kpi_text(answer)} != "unknown status");
        CHECK((answer == KPI_CUT) == (snapshot::decode(bytes, known) == snapshot::status::cut));
        CHECK(kpi_merge_encoded(target, between, bytes.data(), bytes.size()) == answer);
        CHECK(target.bytes() == left);
    };
    for (std::size_t size = 0; size < snapshot.size(); ++size)
        is_refused(std::span{snapshot}.first(size), before);
    for (std::size_t bit = 0; bit < 8 * snapshot.size(); ++bit) {
        auto damaged = snapshot;
        damaged[bit / 8] ^= std::byte{1} << (bit % 8);
        is_refused(damaged, before);
    }
    // With a checksum that fits, too: whatever is taken is written as kpi_encode writes it.
    for (int i = 0; i < 20'000; ++i) {
        auto damaged = snapshot;
        damaged.resize(damaged.size() - next.pick<std::size_t>(3));
        damaged[17 + next.pick<std::size_t>(damaged.size() - 21)] = next.pick<std::byte>(256);
        const std::size_t body = damaged.size() - 4;
        snapshot::detail::write_number<4>(std::span{damaged}.subspan(5), body - 9);
        snapshot::detail::write_number<4>(std::span{damaged}.subspan(body),
                                          snapshot::crc32c(std::span{damaged}.first(body)));
        const auto left = target.bytes();
        if (kpi_decode(target, damaged.data(), damaged.size()) == KPI_OK)
            CHECK(target.bytes() == damaged);
        else
            CHECK(target.bytes() == left);
    }
    auto trailing = snapshot;
    trailing.push_back(std::byte{});
    CHECK(kpi_decode(target, trailing.data(), trailing.size()) == KPI_TRAILING);
    const auto foreign = chosen_board{"win_rate"}.bytes();
    CHECK(kpi_decode(target, foreign.data(), foreign.size()) == KPI_OTHER_SCHEMA);
}

TEST_CASE("a counter that is full has no value, and says so") {
    chosen_board board{"win_rate"};
    kpi_event e{};
    e.kind = static_cast<std::uint8_t>(kpi_kind("deal_won"));
    CHECK(kpi_record_times(board, &e, UINT32_MAX) == KPI_OK);
    CHECK(kpi_record(board, &e) == KPI_OK);
    kpi_figure f;
    CHECK(kpi_read(board, "win_rate", &f) == KPI_OK);
    CHECK(f.denominator == 0);
    CHECK((f.flags & KPI_SATURATED) != 0);
    CHECK(kpi_retract(board, &e) == KPI_NOT_RECORDED);
}

TEST_CASE("figures that no event carries are given on reading") {
    chosen_board board{"dials_per_hour", "talk_time_quantiles", "survey_age"};
    kpi_event e{};
    e.told = KPI_ELAPSED;
    for (e.elapsed = 1; e.elapsed <= 100; ++e.elapsed)
        CHECK(kpi_record(board, &e) == KPI_OK);
    e.kind = static_cast<std::uint8_t>(kpi_kind("nps_promoter"));
    e.at = 1000;
    CHECK(kpi_record(board, &e) == KPI_OK);
    const auto value = [&board](const char *name, std::initializer_list<std::uint64_t> given) {
        kpi_figure f;
        double x = -1;
        REQUIRE(kpi_read_with(board, name, given.begin(), given.size(), &f) == KPI_OK);
        CHECK(kpi_value(&f, &x) == KPI_OK);
        return x * f.scale / f.shown_in;
    };
    CHECK(value("dials_per_hour", {7200}) == 50);
    CHECK(value("talk_time_quantiles", {3, 4}) == 75);
    CHECK(value("survey_age", {1000 + 86400 * 3}) == 3);
    kpi_figure f;
    const std::uint64_t one = 1;
    CHECK(kpi_read(board, "dials_per_hour", &f) == KPI_GIVEN);
    CHECK(kpi_read_with(board, "talk_time_quantiles", &one, 1, &f) == KPI_GIVEN);
}

} // namespace
} // namespace kpi::test
