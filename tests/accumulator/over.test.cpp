// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <limits>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate>;
using week = over<days<1>, 7, board>;
inline constexpr dimension number{"number", &visit::number};

// A stamp and a count for each state, and what is past; where the event before went, up to two times.
static_assert(sizeof(week) ==
              (7 * (4 + 4 + sizeof(board)) + 4 + 4 + alignof(week) - 1) / alignof(week) * alignof(week) +
                  2 * sizeof(instant));
static_assert(week::periods == 7 && week::retractable);

constexpr instant noon(std::int64_t day) { return {opaque(day) * 86400 + 43200}; }
constexpr visit on(std::int64_t day, door kind = door::opened) { return {.kind = kind, .at = noon(day)}; }
/// How many doors a state counts.
constexpr std::uint32_t doors(const board &b) { return b.get<opened_rate>().whole; }
constexpr std::uint32_t doors_ago(const auto &o, std::size_t n, auto now) {
    const board *const b = o.ago(n, now);
    return b != nullptr ? doors(*b) : 0;
}

constexpr std::int64_t today = 20'000; // 2024-10-04

constexpr bool each_period_has_a_state_of_its_own() {
    week w;
    expect(w.seen() == 0 && w.kept() == 0 && w.past() == 0);
    expect(w.ago(0, noon(today)) == nullptr && w.last(7, noon(today), running::included) == board{});
    w.record(on(today)); // the first event ever
    expect(w.seen() == 1 && w.kept() == 1 && w.past() == 0);
    w.record(on(today - 1), 10);
    w.record(on(today - 6), 600);
    expect(doors_ago(w, 0, noon(today)) == 1 && doors_ago(w, 1, noon(today)) == 10);
    expect(doors_ago(w, 6, noon(today)) == 600);
    expect(w.ago(2, noon(today)) == nullptr); // nothing is known of that day: that is not none
    expect(w.ago(7, noon(today)) == nullptr && w.ago(1'000'000'000, noon(today)) == nullptr);
    expect(doors_ago(w, 1, noon(today + 1)) == 1 && doors_ago(w, 2, noon(today + 1)) == 10);
    w.reset();
    expect(w == week{});
    return true;
}
static_assert(each_period_has_a_state_of_its_own());
TEST_CASE("each period has a state of its own, and a period without events has none") {
    CHECK(each_period_has_a_state_of_its_own());
}

constexpr bool the_running_period_is_kept_apart() {
    week w;
    for (std::int64_t d = 0; d < 7; ++d)
        w.record(on(today - d), static_cast<std::uint32_t>(d == 0 ? 1000 : d));
    expect(doors(w.last(1, noon(today))) == 1); // yesterday
    expect(doors(w.last(3, noon(today))) == 1 + 2 + 3);
    expect(doors(w.last(3, noon(today), running::included)) == 1000 + 1 + 2);
    expect(doors(w.last(1, noon(today), running::included)) == 1000);
    expect(w.last(0, noon(today)) == board{} && w.last(0, noon(today), running::included) == board{});
    expect(w.get<opened_rate>(noon(today)).whole == 1000 + 21); // the whole window
    board sum = w.last(1, noon(today));
    w.last_into(2, noon(today), sum);
    expect(doors(sum) == 1 + 1 + 2);
    return true;
}
static_assert(the_running_period_is_kept_apart());
TEST_CASE("the running period is never mixed into complete ones unless asked for") {
    CHECK(the_running_period_is_kept_apart());
}

constexpr bool a_window_reaches_no_further_than_its_slots() {
    week w;
    for (std::int64_t d = 1; d <= 7; ++d)
        w.record(on(today - d)); // seven complete days, nothing yet today
    expect(w.kept() == 7);
    // One slot is today's, whether anything has happened or not: the answer about complete days stays.
    expect(doors(w.last(7, noon(today))) == 6 && doors(w.last(1000, noon(today))) == 6);
    w.record(on(today));
    expect(doors(w.last(7, noon(today))) == 6 && doors(w.last(1000, noon(today))) == 6);
    expect(doors(w.last(1000, noon(today), running::included)) == 7);
    // Days before a silence are no part of the window that follows it, though their slots are still there.
    expect(w.kept() == 7 && doors(w.last(1000, noon(today + 3))) == 4);
    return true;
}
static_assert(a_window_reaches_no_further_than_its_slots());
TEST_CASE("a window reaches no further than its slots, however much is asked for") {
    CHECK(a_window_reaches_no_further_than_its_slots());
}

constexpr bool silence_costs_nothing_and_shows_nothing() {
    week w;
    for (std::int64_t d = 0; d < 7; ++d)
        w.record(on(today - d));
    constexpr std::int64_t later = today + 3653; // ten years: 521 weeks and 6 days
    for (std::size_t n = 0; n < 7; ++n)
        expect(w.ago(n, noon(later)) == nullptr);
    expect(w.last(6, noon(later)) == board{} && !w.get<opened_rate>(noon(later)).has_value());
    w.record(on(later)); // replaces one slot
    expect(w.get<opened_rate>(noon(later)).whole == 1);
    expect(w.seen() == 8 && w.kept() == 7 && w.past() == 1);
    return true;
}
static_assert(silence_costs_nothing_and_shows_nothing());
TEST_CASE("ten years of silence cost nothing, and last season is not shown as current") {
    CHECK(silence_costs_nothing_and_shows_nothing());
}

constexpr bool what_comes_too_late_is_past() {
    week w;
    w.record(on(today));
    w.record(on(today - 7), 3); // the slot has moved on
    expect(w.seen() == 4 && w.kept() == 1 && w.past() == 3);
    w.record(on(today - 6)); // late, and its day is still kept
    expect(w.kept() == 2 && w.past() == 3);
    w.record(on(today + 1)); // the new day replaces that one
    expect(w.kept() == 2 && w.past() == 4 && w.ago(7, noon(today + 1)) == nullptr);
    return true;
}
static_assert(what_comes_too_late_is_past());
TEST_CASE("what comes too late and what is replaced is past: seen = kept + past") {
    CHECK(what_comes_too_late_is_past());
}

constexpr bool a_clock_a_century_ahead_spoils_one_slot() {
    week w;
    for (std::int64_t d = 1; d < 7; ++d)
        w.record(on(today - d));
    constexpr std::int64_t wrong = today + 36525 - 1; // the slot of the day before yesterday
    static_assert(wrong % 7 == (today - 2) % 7);
    w.record(on(wrong), 5);
    expect(w.past() == 1 && doors(w.last(6, noon(today))) == 5); // one day of six is lost
    w.record(on(today));                                         // the clock is right again
    w.record(on(today - 2));                                     // no room for that day
    expect(doors_ago(w, 0, noon(today)) == 1 && doors_ago(w, 2, noon(today)) == 0);
    expect(w.get<opened_rate>(noon(today)).whole == 6);

    w.forget_after(noon(today));
    expect(w.seen() == 6 + 5 + 2 && w.past() == 2 + 5 && doors_ago(w, 0, noon(today)) == 1);
    w.record(on(today - 2));
    expect(doors_ago(w, 2, noon(today)) == 1 && doors_ago(w, 0, noon(wrong)) == 0);
    w.forget_after(noon(today)); // nothing is ahead any more
    expect(w.kept() == 7);
    return true;
}
static_assert(a_clock_a_century_ahead_spoils_one_slot());
TEST_CASE("a clock a century ahead spoils one slot, until it is forgotten") {
    CHECK(a_clock_a_century_ahead_spoils_one_slot());
}

constexpr bool a_clock_may_run_backwards() {
    week w;
    w.record(on(today));
    w.record(on(today - 3));
    // Read with a clock that is behind: what lies ahead of it is not counted, and not lost.
    expect(doors(w.last(6, noon(today - 2), running::included)) == 1);
    expect(w.ago(0, noon(today - 2)) == nullptr && doors_ago(w, 1, noon(today - 2)) == 1);
    expect(doors(w.last(6, noon(today), running::included)) == 2);
    return true;
}
static_assert(a_clock_may_run_backwards());
TEST_CASE("a clock may run backwards") { CHECK(a_clock_may_run_backwards()); }

constexpr bool one_slot_is_a_window_too() {
    over<days<1>, 1, board> only;
    only.record(on(today), 2);
    expect(doors_ago(only, 0, noon(today)) == 2 && only.ago(1, noon(today + 1)) == nullptr);
    expect(only.last(1, noon(today + 1)) == board{}); // it holds the running one alone
    only.record(on(today - 1));
    expect(only.past() == 1);
    only.record(on(today + 1));
    expect(only.kept() == 1 && only.past() == 3 && only.get<opened_rate>(noon(today + 1)).whole == 1);
    return true;
}
static_assert(one_slot_is_a_window_too());
TEST_CASE("one slot is a window too: the running period") { CHECK(one_slot_is_a_window_too()); }

constexpr bool months_are_those_of_the_calendar() {
    over<calendar_month, 12, board> year;
    const auto record = [&](std::int32_t y, std::uint8_t m, std::uint8_t d, std::uint32_t n) {
        year.record({.kind = opaque(door::opened), .at = at({y, m, d}, 23, 59, 59)}, n);
    };
    record(2023, 12, 31, 1);
    record(2024, 1, 31, 2);
    record(2024, 2, 29, 4);
    record(2024, 3, 1, 8);
    record(2024, 3, 31, 16);
    const instant april = at({2024, 4, 1});
    expect(doors_ago(year, 1, april) == 24 && doors_ago(year, 2, april) == 4 &&
           doors_ago(year, 3, april) == 2);
    expect(doors(year.last(3, april)) == 30 && doors(year.last(12, april)) == 31);
    record(1969, 12, 31, 1); // before 1970, and long past
    expect(year.past() == 1);

    over<calendar_month, 12, board> old;
    old.record({.kind = opaque(door::opened), .at = at({1969, 12, 31}, 23, 59, 59)});
    old.record({.kind = opaque(door::opened), .at = at({1970, 1, 1})}, 2);
    expect(doors_ago(old, 0, at({1970, 1, 31})) == 2 && doors_ago(old, 1, at({1970, 1, 31})) == 1);
    expect(doors_ago(old, 0, at({1969, 12, 1})) == 1);
    return true;
}
static_assert(months_are_those_of_the_calendar());
TEST_CASE("months end where the calendar says, leap years and years before 1970 too") {
    CHECK(months_are_those_of_the_calendar());
}

// The first 29 days of March against those of February, and of a month that has fewer, all it has.
constexpr bool a_month_to_date_is_set_against_the_same_days() {
    over<days<1>, 93, board> ring;
    for (std::int32_t d = days_since_epoch({2026, 1, 1}); d <= days_since_epoch({2026, 3, 31}); ++d)
        ring.record(on(d));
    const auto to_date = [&](civil_day until) {
        return doors(ring.last(until.day, at(until), running::included));
    };
    expect(to_date({2026, 3, opaque(std::uint8_t{17})}) == 17 && to_date({2026, 2, 17}) == 17);
    expect(to_date({2026, 3, 31}) == 31);
    expect(to_date({2026, 2, days_in_month(2026, 2)}) == 28);
    expect(to_date({2026, 1, 31}) == 31); // a quarter is 92 days at most
    return true;
}
static_assert(a_month_to_date_is_set_against_the_same_days());
TEST_CASE("a month to date is set against the same days of the months before: a ring of 93 days") {
    CHECK(a_month_to_date_is_set_against_the_same_days());
}

constexpr bool no_events_are_no_change() {
    week w;
    w.record(on(today), 0);
    expect(w == week{});
    w.record(on(today), 3);
    const week before = w;
    w.record(on(today + 7), opaque(0u)); // a later period of the same slot
    expect(w == before);
    return true;
}
static_assert(no_events_are_no_change());
TEST_CASE("no events at all change nothing, and replace nothing") { CHECK(no_events_are_no_change()); }

constexpr bool each_event_finds_its_own_slot() {
    const auto twice = [](auto &&between) { // two events of a day, and something in between
        week w;
        w.record(on(today));
        between(w);
        w.record(on(today));
        return w;
    };
    week one;
    one.record(on(today));
    week other; // its day has the slot of today
    other.record(on(today + 7));

    const week sooner = twice([&](week &w) { w += other; });
    expect(sooner.past() == 2 && doors_ago(sooner, 0, noon(today + 7)) == 1);
    expect(twice([](week &w) { w.reset(); }) == one);
    expect(twice([](week &w) { expect(w.retract(on(today))); }) == one);
    expect(twice([&](week &w) { expect(w.ago(0, noon(today)) != nullptr), w = other; }).past() == 1);
    const week read = twice([&](week &w) { // as a snapshot is read
        std::array<std::uint64_t, 7 * 5 + 1> fields{};
        std::size_t i = 0;
        visit_fields(other, [&](auto n) { fields[i++] = n; });
        i = 0;
        visit_fields(w, [&](auto &n) { n = static_cast<std::remove_cvref_t<decltype(n)>>(fields[i++]); });
    });
    expect(read.past() == 1 && doors_ago(read, 0, noon(today + 7)) == 1);
    const week wrong = twice([](week &w) { w.forget_after(noon(today - 1)); });
    expect(wrong.past() == 1 && wrong.kept() == 1 && doors_ago(wrong, 0, noon(today)) == 1);
    return true;
}
static_assert(each_event_finds_its_own_slot());
TEST_CASE("an event finds its own slot, whatever has happened since the one before") {
    CHECK(each_event_finds_its_own_slot());
}

constexpr bool where_the_last_event_went_is_no_part_of_the_state() {
    week ascending, descending;
    for (std::int64_t d = 0; d < 7; ++d) {
        ascending.record(on(today + d));
        descending.record(on(today + 6 - d));
    }
    expect(ascending == descending);
    return true;
}
static_assert(where_the_last_event_went_is_no_part_of_the_state());
TEST_CASE("where the last event went is no part of the state") {
    CHECK(where_the_last_event_went_is_no_part_of_the_state());
}

constexpr std::uint32_t most = 0xffffffff;

constexpr bool counts_of_events_stop_at_the_end() {
    week w;
    w.record(on(today), opaque(most - 1));
    expect(w.seen() == most - 1 && w.kept() == most - 1 && w.past() == 0);
    week pair = w;
    pair += w;
    expect(pair.seen() == most && pair.kept() == most && pair.past() == 0);
    w.record(on(today - 1), 5);
    w.record(on(today), 5);
    expect(w.seen() == most && w.kept() == most && w.past() == 0);
    week both = w;
    both += w;
    expect(both.seen() == most && both.kept() == most && both.past() == 0);
    w.record(on(today + 7)); // replaces the many
    expect(w.seen() == most && w.kept() == 6 && w.past() == most - 6);
    week twice = w;
    twice += w;
    expect(twice.seen() == most && twice.kept() == 12 && twice.past() == most - 12);
    // What the account no longer knows cannot be taken off it; nothing changes.
    week after = w;
    expect(!after.retract(on(today + 7)) && !after.retract(on(today)) && after == w);

    over<days<1>, 7, basic_scorecard<visit, std::uint64_t, opened_rate>> wide; // a count beyond 32 bits
    wide.record(on(today), std::uint64_t{1} << 40);
    expect(wide.kept() == most &&
           wide.last(1, noon(today), running::included).get<opened_rate>().whole == std::uint64_t{1} << 40);
    return true;
}
static_assert(counts_of_events_stop_at_the_end());
TEST_CASE("counts of events stop at the end of 32 bits, and then nothing is taken back") {
    CHECK(counts_of_events_stop_at_the_end());
}

constexpr bool the_last_thirty_days_are_thirty() {
    over<days<1>, 31, board> month;
    for (std::int64_t day = today - 40; day <= today; ++day)
        month.record(on(day));
    expect(doors(month.last<30>(noon(today))) == 30);
    expect(doors(month.last<30>(noon(today + 1))) == 30); // today, where nothing has happened, is running
    expect(doors(month.last<30, running::included>(noon(today))) == 30);
    expect(doors(month.last<31, running::included>(noon(today))) == 31);
    return true;
}
static_assert(the_last_thirty_days_are_thirty());
TEST_CASE("the last thirty days are thirty, or the window is refused as too short") {
    CHECK(the_last_thirty_days_are_thirty());
}

constexpr bool an_event_is_taken_back_from_where_it_is() {
    week w;
    expect(!w.retract(on(today))); // never recorded
    w.record(on(today - 1));
    w.record(on(today), 2);
    const week before = w;
    expect(!w.retract(on(today - 2)) && !w.retract(on(today, door::knocked)) && !w.retract(on(today + 1)));
    expect(!w.retract(on(today + 7))); // what the same slot holds is another day's
    expect(!w.retract(on(today - 8))); // nothing is past, so it was never here
    expect(w == before);

    w.record(on(today));
    expect(w.retract(on(today)) && w == before); // from its slot
    w.record(on(today - 7), 2);
    expect(w.past() == 2 && w.retract(on(today - 7)) && w.past() == 1 && w.retract(on(today - 7)) &&
           w == before);
    expect(!w.retract(on(today - 7)) && w == before); // from what is past, as long as there is any

    expect(w.retract(on(today)) && w.retract(on(today)) && !w.retract(on(today)));
    expect(w.ago(0, noon(today)) == nullptr && w.kept() == 1); // its slot is free again
    expect(w.retract(on(today - 1)) && w == week{});
    return true;
}
static_assert(an_event_is_taken_back_from_where_it_is());
TEST_CASE("an event is taken back from its slot, or from what is past, or not at all") {
    CHECK(an_event_is_taken_back_from_where_it_is());
}

constexpr bool a_period_that_was_driven_out_does_not_come_back_in_part() {
    week w;
    w.record(on(today - 7), 2);
    w.record(on(today)); // into the same slot
    expect(w.retract(on(today)) && w.kept() == 0 && w.past() == 2);
    w.record(on(today - 7));
    expect(w.kept() == 0 && w.past() == 3);
    expect(w.ago(6, noon(today - 1)) == nullptr); // not one of three
    week later;                                   // in another order
    later.record(on(today));
    later.record(on(today - 7), 3);
    expect(later.retract(on(today)) && later == w);
    w.record(on(today), 2); // the slot goes on
    expect(w.kept() == 2 && doors_ago(w, 0, noon(today)) == 2);
    return true;
}
static_assert(a_period_that_was_driven_out_does_not_come_back_in_part());
TEST_CASE("a period that was driven out does not come back in part when the slot has nothing left") {
    CHECK(a_period_that_was_driven_out_does_not_come_back_in_part());
}

constexpr bool what_nobody_counts_takes_nothing_with_it() {
    week w;
    w.record(on(today));
    expect(w.retract(on(today, door::dog))); // nobody counts dogs, so nobody knows that there was none
    expect(doors_ago(w, 0, noon(today)) == 1 && w.seen() == w.kept() + w.past());
    expect(!w.retract(on(today, door::dog)) && !w.retract(on(today)));
    expect(doors_ago(w, 0, noon(today)) == 1 && w.seen() == 0 && w.kept() == 0);
    return true;
}
static_assert(what_nobody_counts_takes_nothing_with_it());
TEST_CASE("taking back a kind that nobody counts takes nothing else with it") {
    CHECK(what_nobody_counts_takes_nothing_with_it());
}

constexpr bool the_ends_of_time_are_periods_like_others() {
    constexpr instant low{std::numeric_limits<std::int64_t>::min()},
        high{std::numeric_limits<std::int64_t>::max()};
    week w;
    w.record({.kind = opaque(door::opened), .at = low});
    w.record({.kind = opaque(door::opened), .at = high}, 2);
    expect(w.kept() == 3 && doors_ago(w, 0, low) == 1 && doors_ago(w, 0, high) == 2);
    expect(w.ago(1, low) == nullptr && w.ago(6, low) == nullptr && w.last(7, low) == board{});
    expect(doors(w.last(7, high, running::included)) == 2 && doors(w.last(7, low, running::included)) == 1);
    w.forget_after(high);
    expect(w.kept() == 3);
    w.forget_after(low);
    expect(w.kept() == 1 && w.past() == 2);
    expect(w.retract({.kind = opaque(door::opened), .at = low}) && w.kept() == 0);
    return true;
}
static_assert(the_ends_of_time_are_periods_like_others());
TEST_CASE("the ends of time are periods like others") { CHECK(the_ends_of_time_are_periods_like_others()); }

template <class T> struct seen_at {
    door kind{};
    T at{};
};
template <class Period, class T> constexpr bool counts_by(T first, T second) {
    over<Period, 3, scorecard<seen_at<T>, opened_rate>> o;
    o.record({opaque(door::opened), first}, 2);
    o.record({opaque(door::opened), second}, 5);
    const auto *const a = o.ago(1, second), *const b = o.ago(0, second);
    expect(a != nullptr && a->template get<opened_rate>().whole == 2);
    expect(b != nullptr && b->template get<opened_rate>().whole == 5);
    expect(o.template get<opened_rate>(second).whole == 7);
    return true;
}
constexpr bool any_time_point_will_do() {
    namespace chrono = std::chrono;
    using signed_32 = basic_instant<std::int32_t>;
    using unsigned_32 = basic_instant<std::uint32_t>;
    constexpr std::int32_t low = std::numeric_limits<std::int32_t>::min();
    expect(counts_by<days<1>>(signed_32{opaque(-1)}, signed_32{0}));
    expect(counts_by<seconds<1>>(signed_32{opaque(low + 1)}, signed_32{low + 2}));
    expect(counts_by<days<1>>(unsigned_32{opaque(2147472000u)}, unsigned_32{2147558400u})); // around 2038
    expect(counts_by<seconds<1>>(unsigned_32{opaque(2147483645u)}, unsigned_32{2147483646u}));
    const chrono::sys_days day = chrono::year{opaque(2024)} / chrono::February / 29;
    expect(counts_by<days<1>>(day, day + chrono::days{1}));
    expect(counts_by<calendar_month>(chrono::sys_seconds{day}, chrono::sys_seconds{day + chrono::days{1}}));
    using milli = chrono::sys_time<chrono::milliseconds>;
    expect(counts_by<calendar_month>(milli{day + chrono::days{1}} - chrono::milliseconds{1},
                                     milli{day + chrono::days{1}}));
    return true;
}
static_assert(any_time_point_will_do());
TEST_CASE("any time point will do: 32 bits with and without a sign, chrono's") {
    CHECK(any_time_point_will_do());
}

constexpr bool the_first_week_of_a_clock_does_not_meet_the_last() {
    using seen = seen_at<basic_instant<std::uint32_t>>;
    for (std::uint32_t day = 0; day < 4; ++day) { // the first of 1970 was a Thursday
        over<weeks, 3, scorecard<seen, opened_rate>> o;
        o.record({door::opened, {opaque(day) * 86400 + 43200}});
        o.record({door::opened, {opaque(~0u)}}, 5); // nothing is known of a week that begins before the clock
        const auto *const last = o.ago(0, basic_instant<std::uint32_t>{~0u});
        expect(last != nullptr && last->get<opened_rate>().whole == 5);
    }
    return true;
}
static_assert(the_first_week_of_a_clock_does_not_meet_the_last());
TEST_CASE("the first week of a clock without a sign does not meet the last") {
    CHECK(the_first_week_of_a_clock_does_not_meet_the_last());
}

const auto by_number = [](const visit &v) { return v.number; };

TEST_CASE("over keeps the law of the state inside, also with late events, nested too") {
    keeps_its_law<week>(any_visit, by_number);
    keeps_its_law<over<days<1>, 1, board>>(any_visit, by_number);
    keeps_its_law<over<weeks, 4, board>>(any_visit, by_number);
    keeps_its_law<over<calendar_month, 3, over<days<1>, 31, board>>>(any_visit, by_number, {.runs = 20});
    keeps_its_law<by<street, 8, week>>(any_visit, by_number, {.runs = 30});
    keeps_its_law<by<street, 4, by_key<number, 16, over<weeks, 5, board>>>>(any_visit, by_number,
                                                                            {.runs = 20});
}
// Long runs in one period, borders, and the ends of what the representation can tell, one after the other.
template <class Period, class T> void a_batch_is_its_events(std::uint64_t seed) {
    CAPTURE(seed);
    random r{seed};
    using rep = typename T::duration::rep;
    constexpr rep low = std::numeric_limits<rep>::min(), high = std::numeric_limits<rep>::max();
    using window = over<Period, 5, scorecard<seen_at<T>, opened_rate>>;
    std::vector<seen_at<T>> events;
    while (events.size() < 600) {
        rep t = static_cast<rep>(r());
        switch (r.below(6)) {
        case 0:
            t = static_cast<rep>(low + r.pick<rep>(100));
            break;
        case 1:
            t = static_cast<rep>(high - r.pick<rep>(100));
            break;
        case 2:
            t = static_cast<rep>(r.below(1000));
            break;
        case 3:
            t = static_cast<rep>(low / 2 + high / 2 + r.pick<rep>(1000));
            break;
        default:
            break;
        }
        for (std::uint64_t run = 1 + r.below(200); run > 0; --run) {
            events.push_back({r.below(2) == 0 ? door::opened : door::knocked, time_at<T>(t)});
            if (t < high && r.below(4) == 0) ++t;
        }
    }
    window one_by_one, at_once;
    for (const auto &e : events)
        one_by_one.record(e);
    at_once.record(std::span<const seen_at<T>>{events});
    REQUIRE(at_once == one_by_one);
}
template <class T> void batches_are_their_events() {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        a_batch_is_its_events<seconds<1>, T>(seed);
        a_batch_is_its_events<seconds<100>, T>(seed);
        a_batch_is_its_events<days<1>, T>(seed);
        a_batch_is_its_events<weeks, T>(seed);
        a_batch_is_its_events<calendar_month, T>(seed);
        a_batch_is_its_events<days<49710>, T>(seed);
    }
}
TEST_CASE("a batch is its events, however long they stay in one period and wherever time ends") {
    namespace chrono = std::chrono;
    batches_are_their_events<instant>();
    batches_are_their_events<basic_instant<std::int32_t>>();
    batches_are_their_events<basic_instant<std::uint32_t>>();
    batches_are_their_events<basic_instant<std::uint64_t>>();
    batches_are_their_events<chrono::sys_time<chrono::milliseconds>>();
    batches_are_their_events<chrono::sys_time<chrono::duration<std::int32_t, std::ratio<86400>>>>();
}
// Rows are compared many at a time: each has to be looked at, and at its own place. Nothing else is in these
// that could be taken for a time outside.
struct all_zero_bits {
    instant at{};
    door kind{};
    std::uint8_t more[7]{};
};
TEST_CASE("one event of another period is seen wherever it lies in a batch") {
    using seen = all_zero_bits;
    static_assert(sizeof(seen) == 16);
    for (const std::int64_t outside : {-1, 60, 100})
        for (std::size_t place = 0; place < 200; ++place) {
            CAPTURE(outside);
            CAPTURE(place);
            std::vector<seen> events(200);
            events[place].at = {outside};
            over<minutes<1>, 5, scorecard<seen, opened_rate>> one_by_one, at_once;
            for (const seen &e : events)
                one_by_one.record(e);
            at_once.record(events);
            REQUIRE(at_once == one_by_one);
        }
}
TEST_CASE("over keeps the law of narrow counts that saturate") {
    using narrow = basic_scorecard<visit, std::uint8_t, opened_rate>;
    keeps_its_law<over<weeks, 3, narrow>>(any_visit, by_number, {.runs = 10, .events = 3000});
}
TEST_CASE("over takes back what it recorded, as long as nothing was replaced") {
    takes_back_what_it_recorded<over<days<1>, 128, board>>(any_visit);
    takes_back_what_it_recorded<by<street, 4, over<weeks, 16, board>>>(any_visit);
}

TEST_CASE("the walk names the periods that are kept by their numbers") {
    by<street, 2, over<weeks, 4, board>> streets;
    streets.record({.kind = door::opened, .street = 1, .at = at({1969, 12, 1})});
    streets.record({.kind = door::opened, .street = 1, .at = at({1970, 1, 5})});
    std::vector<std::int64_t> seen;
    streets.walk([&](const board &, const label &outer, const label &inner) {
        CHECK(outer.key == 1);
        CHECK(inner.dimension == "weeks");
        CHECK_FALSE(inner.other);
        seen.push_back(inner.key);
    });
    std::sort(seen.begin(), seen.end());
    CHECK(seen == std::vector<std::int64_t>{-4, 1});
}

} // namespace
} // namespace kpi::test
