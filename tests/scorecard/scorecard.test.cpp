// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/rate_metric.hpp>
#include <kpi/scorecard/score_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale, unknown_kinds, opened_in_the_first_street>;
using narrow = basic_scorecard<visit, std::uint8_t, opened_rate, slams_per_sale, opened_in_the_first_street>;

// One counter for each kind that the counting metrics name, one for what is unlisted, and the three of the
// conditional metric: nothing else.
static_assert(sizeof(live<opened_rate>) == 3 * 4);
static_assert(sizeof(live<slams_per_sale>) == 2 * 4);
static_assert(sizeof(scorecard<door, opened_rate, slams_per_sale>) == 4 * 4);
static_assert(sizeof(board) == (4 + 1 + 3) * 4);
static_assert(sizeof(narrow) == 4 + 3);
static_assert(sizeof(scorecard<visit, opened_in_the_first_street>) == 3 * 4);

constexpr bool kinds_are_counted_once_and_rates_derived() {
    scorecard<door, opened_rate, slams_per_sale> b;
    b.record(opaque(door::knocked));
    b.record(opaque(door::opened));
    b.record(opaque(door::bought), 2);
    b.record(opaque(door::slammed), 3);
    b.record(opaque(door::dog)); // nobody asked
    expect(b.get<opened_rate>() == proportion<std::uint32_t>{3, 4});
    expect(b.get<slams_per_sale>() == ratio<std::uint32_t>{3, 2});
    b.reset();
    expect(b == scorecard<door, opened_rate, slams_per_sale>{});
    expect(!b.get<opened_rate>().has_value());
    return true;
}
static_assert(kinds_are_counted_once_and_rates_derived());
TEST_CASE("kinds are counted once, rates derived when asked") {
    CHECK(kinds_are_counted_once_and_rates_derived());
}

constexpr bool a_condition_sees_the_whole_event() {
    board b;
    b.record({.kind = opaque(door::opened), .street = 0});
    b.record({.kind = opaque(door::knocked), .street = 0});
    b.record({.kind = opaque(door::opened), .street = 1});
    expect(b.get<opened_in_the_first_street>() == proportion<std::uint32_t>{1, 2});
    expect(b.get<opened_rate>() == proportion<std::uint32_t>{2, 3});
    return true;
}
static_assert(a_condition_sees_the_whole_event());
TEST_CASE("a condition sees the whole event") { CHECK(a_condition_sees_the_whole_event()); }

constexpr bool what_no_enumerator_names_is_counted_where_asked() {
    live<unknown_kinds> unknown;
    unknown.record(opaque(static_cast<door>(5)));
    unknown.record(opaque(static_cast<door>(63)));
    unknown.record(opaque(static_cast<door>(255)));
    unknown.record(opaque(door::dog));
    expect(unknown.value() == count<std::uint32_t>{3});
    return true;
}
static_assert(what_no_enumerator_names_is_counted_where_asked());
TEST_CASE("what no enumerator names is counted where a metric asks") {
    CHECK(what_no_enumerator_names_is_counted_where_asked());
}

constexpr bool retract_takes_back_all_of_an_event_or_nothing() {
    board b;
    expect(!b.retract({.kind = opaque(door::opened)}));
    b.record({.kind = door::opened, .street = 1});
    const board before = b;
    expect(
        !b.retract({.kind = opaque(door::opened), .street = 0})); // the condition's own count has none of it
    expect(b == before);
    expect(b.retract({.kind = opaque(door::opened), .street = 1}));
    expect(b == board{});
    expect(b.retract({.kind = opaque(door::dog)})); // nobody counts it: there is nothing to take back
    return true;
}
static_assert(retract_takes_back_all_of_an_event_or_nothing());
TEST_CASE("retract takes back all of an event or nothing") {
    CHECK(retract_takes_back_all_of_an_event_or_nothing());
}

constexpr bool a_saturated_count_stays_and_cannot_be_taken_back() {
    basic_scorecard<door, std::uint8_t, opened_rate> b;
    b.record(opaque(door::opened), 254);
    expect(!b.get<opened_rate>().saturated());
    b.record(opaque(door::opened), 7);
    expect(b.get<opened_rate>() == proportion<std::uint8_t>{255, 255});
    expect(b.get<opened_rate>().saturated());
    expect(!b.retract(opaque(door::opened)));
    expect(b.get<opened_rate>().saturated());
    return true;
}
static_assert(a_saturated_count_stays_and_cannot_be_taken_back());
TEST_CASE("a saturated count stays and cannot be taken back") {
    CHECK(a_saturated_count_stays_and_cannot_be_taken_back());
}

// ---- a metric of one's own: no base class, no template code

struct bad_luck_metric { // of counts, with a value type of its own
    using event = door;
    std::string_view name = "dogs_and_slams";
    std::string_view help = "Bad luck of all kinds.";
    constexpr auto observes() const { return counts_of(event_set{door::dog}, event_set{door::slammed}); }
    struct luck {
        std::uint32_t dogs, slams;
        constexpr bool operator==(const luck &) const = default;
    };
    static constexpr luck value(std::uint32_t dogs, std::uint32_t slams) { return {dogs, slams}; }
};
inline constexpr bad_luck_metric bad_luck{};

struct highest {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    std::uint32_t number{};
    constexpr highest &operator+=(const highest &o) {
        if (o.number > number) number = o.number;
        return *this;
    }
    constexpr bool operator==(const highest &) const = default;
    static constexpr void fields(auto &self, auto &&visit) { visit(self.number); }
    constexpr void reset() { number = 0; }
};
struct highest_number { // a word of one's own
    event_set<door> of{};
    template <class Event> using state = highest;
    constexpr void record(highest &s, const visit &v) const { s += highest{v.number}; }
};
struct highest_number_metric {
    using event = visit;
    std::string_view name = "highest_number";
    std::string_view help = "The highest house number seen.";
    constexpr auto observes() const { return row{highest_number{}}; }
    static constexpr std::uint32_t value(const highest &s) { return s.number; }
};
inline constexpr highest_number_metric highest_house{};

using mixed = scorecard<visit, bad_luck, opened_rate, highest_house>;
static_assert(!mixed::retractable);
static_assert(sizeof(mixed) == (2 + 3 + 1) * 4);

constexpr bool a_metric_of_ones_own_is_a_metric() {
    mixed b;
    b.record({.kind = opaque(door::dog), .number = 7});
    b.record({.kind = opaque(door::opened), .number = 3});
    expect(b.get<bad_luck>() == bad_luck_metric::luck{1, 0});
    expect(b.get<highest_house>() == 7);
    expect(b.get<opened_rate>() == proportion<std::uint32_t>{1, 1});
    return true;
}
static_assert(a_metric_of_ones_own_is_a_metric());
TEST_CASE("a metric of one's own is a metric") { CHECK(a_metric_of_ones_own_is_a_metric()); }

// ---- figures that no event carries

inline constexpr rate_metric<door> knocks_per_hour{
    .name = "knocks_per_hour", .of = {door::knocked}, .given = "seconds on foot"};

constexpr bool what_no_event_carries_is_given_on_reading() {
    live<knocks_per_hour> b;
    b.record(door::knocked, opaque(std::uint32_t{30}));
    expect(b.value(opaque(7200)).per(3600) == 15);
    expect(!b.value(0).has_value());
    expect(!b.value(-5).has_value()); // no time is ever negative
    static_assert(!live<knocks_per_hour>::readable<knocks_per_hour>);
    static_assert(live<knocks_per_hour>::readable<knocks_per_hour, int>);
    static_assert(live<opened_rate>::readable<opened_rate>);
    return true;
}
static_assert(what_no_event_carries_is_given_on_reading());
TEST_CASE("what no event carries is given on reading") { CHECK(what_no_event_carries_is_given_on_reading()); }

// ---- figures

constexpr bool figures_tell_what_they_are() {
    board b;
    b.record(visit{.kind = opaque(door::opened)});
    b.record(visit{.kind = door::bought});
    int n = 0;
    b.figures<slams_per_sale>([&](const figure_info &info, const auto &value) {
        ++n;
        expect(info.metric == "slams_per_sale" && info.name == info.metric && info.unit == ": 1");
        expect(value == ratio<std::uint32_t>{0, 1});
    });
    b.figures<opened_rate>([&](const figure_info &info, const auto &) { expect(info.scale == 100); });
    expect(n == 1);
    return true;
}
static_assert(figures_tell_what_they_are());
TEST_CASE("a walk over a metric's figures tells their names and values") {
    CHECK(figures_tell_what_they_are());
}

const auto by_number = [](const visit &v) { return v.number; };

TEST_CASE("a board keeps the exact law") {
    keeps_its_law<board>(any_visit, by_number);
    keeps_its_law<mixed>(any_visit, by_number);
}
TEST_CASE("a board of narrow counts keeps the exact law when they saturate") {
    keeps_its_law<narrow>(any_visit, by_number, {.runs = 30, .events = 3000});
}
TEST_CASE("a board takes back what it recorded") { takes_back_what_it_recorded<board>(any_visit); }

TEST_CASE("the walk ends at the board, and the metrics go on from there") {
    by<street, 4, board> team;
    team.record({.kind = door::opened, .street = 2});
    team.record({.kind = door::bought, .street = 9}, 3);
    std::vector<std::string> seen;
    team.walk([&](const auto &b, const label &where) {
        std::decay_t<decltype(b)>::metrics::for_each([&]<const auto & M>() {
            seen.push_back(std::string{where.dimension} +
                           (where.other ? " other" : " " + std::to_string(where.key)) + " " +
                           std::string{M.name});
        });
    });
    REQUIRE(seen.size() == 2 * 4);
    CHECK(seen[0] == "street 2 opened_rate");
    CHECK(seen[4] == "street other opened_rate");
}

} // namespace
} // namespace kpi::test
