// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/accumulator/trailing.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <limits>
#include <memory>
#include <type_traits>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale, unknown_kinds>;
using week = trailing<street, 8, days<1>, 7, board, 200>;

static_assert(std::is_trivially_copyable_v<week>);
static_assert(board::kinds_alone && sizeof(kpi::detail::log_entry<board, 8>) == 4); // of 32 bytes
// Groups 0..N, the last one being of all others, in 16 bits as long as they hold N.
static_assert(sizeof(kpi::detail::log_entry<board, 0xffff>) == 4);
static_assert(sizeof(kpi::detail::log_entry<board, 0x10000>) == 8);
static_assert(!scorecard<visit, opened_in_the_first_street>::kinds_alone);

constexpr visit on(std::int64_t day, unsigned where = 0, door kind = door::opened) {
    return {.kind = opaque(kind), .street = static_cast<std::uint16_t>(where), .at = {opaque(day) * 86400}};
}
constexpr instant at(std::int64_t day) { return {day * 86400 + 86399}; }
constexpr std::uint32_t opened(const board &b) { return b.get<opened_rate>().part; }
template <class T> constexpr std::uint32_t opened(const T &t, std::size_t group, std::int64_t day) {
    return t.template get<opened_rate>(group, at(day)).part;
}
template <class T> constexpr bool nothing_is_lost(const T &t, std::uint32_t n) {
    return t.seen() == n && t.kept() + t.past() + t.full() == n;
}

constexpr bool a_group_is_its_last_periods() {
    week w;
    w.record(on(10, 1));
    w.record(on(12, 1));
    w.record(on(12, 2, door::knocked));
    w.record(on(12, 77)); // no such group
    expect(opened(w, 1, 12) == 2 && opened(w, 2, 12) == 0 && opened(w, 8, 12) == 1);
    expect(w.get<opened_rate>(2, at(12)).whole == 1);
    expect(opened(w, 1, 16) == 2 && opened(w, 1, 17) == 1); // day 10 is the eighth
    expect(opened(w, 1, 18) == 1 && opened(w, 1, 19) == 0);
    expect(opened(w.total(at(16))) == 3 && opened(w.total(at(17))) == 2 && w.total(at(19)) == board{});
    expect(opened(w, 1, 11) == 1 && opened(w, 1, 9) == 0); // what was not yet
    expect(w.window(99, at(12)) == w.window(8, at(12)));
    expect(nothing_is_lost(w, 4) && w.past() == 0);
    w.reset();
    expect(w == week{} && opened(w.total(at(12))) == 0 && w.seen() == 0);
    w.record(on(10, 1));
    expect(opened(w, 1, 10) == 1);
    return true;
}
static_assert(a_group_is_its_last_periods());
TEST_CASE("a group is what it was in the last periods") { CHECK(a_group_is_its_last_periods()); }

constexpr bool late_counts_while_its_period_is_there() {
    week w;
    w.record(on(-3));
    w.record(on(2));
    w.record(on(-1)); // late, and before 1970
    expect(opened(w, 0, 2) == 3 && opened(w, 0, 3) == 3);
    w.record(on(4)); // where -3 was
    w.record(on(-3));
    expect(opened(w, 0, 4) == 3 && w.past() == 2 && nothing_is_lost(w, 5));
    return true;
}
static_assert(late_counts_while_its_period_is_there());
TEST_CASE("a late event counts as long as its period is there, and is past from there on") {
    CHECK(late_counts_while_its_period_is_there());
}

constexpr bool what_is_settled_is_past() {
    week w;
    w.record(on(10)), w.record(on(12));
    w.settle(at(17));
    expect(w.kept() == 1 && w.past() == 1 && opened(w, 0, 12) == 1 && opened(w, 0, 17) == 1);
    w.settle(at(30));
    expect(w.kept() == 0 && w.past() == 2);
    w.record(on(12)); // of the same period as the last one
    expect(opened(w, 0, 12) == 1 && w.kept() == 1 && nothing_is_lost(w, 3));
    return true;
}
static_assert(what_is_settled_is_past());
TEST_CASE("what has run out can be settled in an idle moment") { CHECK(what_is_settled_is_past()); }

constexpr bool a_wrong_clock_spoils_one_period() {
    week w;
    for (std::int64_t day = 0; day < 7; ++day)
        w.record(on(day));
    w.record(on(7 * 5000)); // a century ahead, and where day 0 was
    expect(opened(w, 0, 6) == 6 && opened(w, 0, 7 * 5000) == 1);
    w.record(on(7));
    expect(opened(w, 0, 7) == 6 && w.past() == 2); // day 7 has no place
    w.forget_after(at(7));
    w.record(on(7));
    expect(opened(w, 0, 7) == 7 && nothing_is_lost(w, 10) && w.kept() == 7);
    week at_the_ends;
    constexpr std::int64_t low = std::numeric_limits<std::int64_t>::min(),
                           high = std::numeric_limits<std::int64_t>::max();
    at_the_ends.record({.kind = door::opened, .at = {opaque(low)}});
    at_the_ends.record({.kind = door::opened, .at = {opaque(high)}});
    expect(at_the_ends.get<opened_rate>(0, instant{low}).part == 1);
    expect(at_the_ends.get<opened_rate>(0, instant{high}).part == 1);
    return true;
}
static_assert(a_wrong_clock_spoils_one_period());
TEST_CASE("a clock that was set a century ahead spoils one period, and can be forgotten") {
    CHECK(a_wrong_clock_spoils_one_period());
}

constexpr bool a_full_log_says_so() {
    trailing<street, 2, days<1>, 3, board, 5> t;
    for (int i = 0; i < 7; ++i)
        t.record(on(20 + i % 2));
    expect(t.full() == 2 && t.kept() == 5 && nothing_is_lost(t, 7) && opened(t, 0, 21) == 5);
    t.record(on(22));
    expect(t.full() == 3); // days 20 and 21 are of this window too
    t.record(on(23));      // day 20 runs out
    expect(t.full() == 3 && t.past() == 3 && opened(t, 0, 23) == 3 && nothing_is_lost(t, 9));
    for (int i = 0; i < 3; ++i)
        t.record(on(40)); // nobody has said that day 21 is over: its entries make room
    expect(t.full() == 3 && opened(t, 0, 40) == 3 && nothing_is_lost(t, 12));

    t.reset();
    for (int i = 0; i < 5; ++i)
        t.record(on(i < 2 ? 21 : 22));
    t.record(on(50)); // the oldest go first
    expect(opened(t, 0, 22) == 3 && opened(t, 0, 50) == 1 && t.past() == 2 && t.full() == 0);

    t.reset();
    for (int i = 0; i < 5; ++i)
        t.record(on(i < 2 ? 21 : 22));
    t.settle(at(40)); // room for as many again
    for (int i = 0; i < 5; ++i)
        t.record(on(i < 2 ? 40 : 41));
    expect(t.full() == 0 && t.kept() == 5 && opened(t, 0, 40) == 2 && opened(t, 0, 41) == 5);
    return true;
}
static_assert(a_full_log_says_so());
TEST_CASE("a full log takes no more, and says so; what has run out makes room") {
    CHECK(a_full_log_says_so());
}

// A board that counts what is done to it.
struct steps_of {
    static inline int taken = 0;
};
struct watched : board {
    constexpr void record(const visit &e) noexcept {
        if (!std::is_constant_evaluated()) ++steps_of::taken;
        board::record(e);
    }
    [[nodiscard]] constexpr bool retract(const visit &e) noexcept {
        if (!std::is_constant_evaluated()) ++steps_of::taken;
        return board::retract(e);
    }
    constexpr watched &operator+=(const watched &o) noexcept {
        board::operator+=(o);
        return *this;
    }
    friend constexpr bool operator==(const watched &, const watched &) = default;
};
TEST_CASE("no record does more than three steps, after whatever silence") {
    const auto t = std::make_unique<trailing<street, 8, minutes<1>, 60, watched, 5000>>();
    random r{11};
    std::int64_t clock = 1'000'000;
    int worst = 0;
    for (int burst = 0; burst < 40; ++burst) {
        for (std::uint64_t n = r.below(6000); n > 0; --n) {
            clock += r.pick<std::int64_t>(3);
            visit v = any_visit(r);
            v.at = {clock};
            steps_of::taken = 0;
            t->record(v);
            worst = std::max(worst, steps_of::taken);
        }
        clock += burst % 3 == 0 ? std::int64_t{10} * 365 * 86400 : r.pick<std::int64_t>(10'000);
    }
    CHECK(worst == 3);
    steps_of::taken = 0;
    CHECK(t->window(1, instant{clock + 100'000}) == watched{}); // nor a read, where nothing is left
    CHECK(steps_of::taken == 0);
    t->settle(instant{clock + 100'000});
    CHECK(t->kept() == 0);
}

// ---- against what is simple

/// Each event of a group in a deque, and those of the window counted anew.
struct deques {
    std::deque<visit> of[9];
    void record(const visit &v) { of[v.street < 8 ? v.street : 8].push_back(v); }
    board window(std::size_t group, instant now) const {
        board b;
        for (const visit &v : of[group])
            if (v.at.seconds <= now.seconds && days<1>::index(now) - days<1>::index(v.at) < 7) b.record(v);
        return b;
    }
};
TEST_CASE("in order it answers as a deque for each group") {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        random r{seed};
        trailing<street, 8, days<1>, 7, board, 1000> t;
        deques d;
        std::int64_t clock = r.pick<std::int64_t>(4'000'000) - 2'000'000;
        const auto pace = 1 + r.below(40'000);
        for (std::uint64_t n = r.below(600); n > 0; --n) {
            visit v = any_visit(r);
            v.at = {clock += r.pick<std::int64_t>(r.below(100) == 0 ? 20 * 86400 : pace)};
            t.record(v), d.record(v);
            if (r.below(100) == 0) t.settle(v.at);
            const auto group = r.pick<std::size_t>(9);
            REQUIRE(t.window(group, v.at) == d.window(group, v.at));
            const instant later{clock + r.pick<std::int64_t>(9 * 86400)};
            REQUIRE(t.window(group, later) == d.window(group, later));
        }
        REQUIRE(t.full() == 0);
    }
}

template <class Board, class Event = visit> void answers_as_boards_by_period(auto make, auto ticks) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        random r{seed};
        trailing<street, 8, days<1>, 7, Board, 700> t;
        over<days<1>, 7, by<street, 8, Board>> o;
        std::uint32_t n = 0;
        for (; n < 600; ++n) {
            Event e = make(r);
            if (r.below(20) != 0) e.at = ticks(static_cast<std::int64_t>(r.below(15 * 86400) + n * 10'000));
            t.record(e), o.record(e);
            if (n % 5 != 0) continue;
            const auto now = ticks(static_cast<std::int64_t>(r.below(25 * 86400) + n * 10'000));
            const auto group = r.pick<std::size_t>(9);
            const auto expected = o.last(7, now, running::included);
            REQUIRE(t.window(group, now) == expected[group]);
            REQUIRE(t.total(now) == expected.total());
        }
        REQUIRE(nothing_is_lost(t, n));
        REQUIRE(t.full() == 0);
        REQUIRE(t.past() == o.past());
    }
}
inline constexpr mean_metric<door, member::elapsed> seconds_inside{.name = "seconds_inside",
                                                                   .of = {door::opened, door::bought}};
TEST_CASE("in any order it answers as over<by>, whatever the board and the clock") {
    const auto seconds = [](std::int64_t s) { return instant{s}; };
    answers_as_boards_by_period<board>(any_visit, seconds);
    answers_as_boards_by_period<scorecard<visit, opened_rate, opened_in_the_first_street, seconds_inside>>(
        any_visit, seconds);
}

TEST_CASE("memory that is cleared is an empty one") {
    alignas(week) unsigned char zeros[sizeof(week)]{};
    week w;
    w.record(on(3));
    std::memcpy(static_cast<void *>(&w), zeros, sizeof w);
    CHECK(w == week{});
    CHECK(w.seen() == 0);
    CHECK(w.total(at(3)) == board{});
    w.record(on(5));
    CHECK(opened(w, 0, 5) == 1);
}

} // namespace
} // namespace kpi::test
