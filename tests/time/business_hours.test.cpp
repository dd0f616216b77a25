// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/time/business_hours.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <limits>

namespace kpi::test {
namespace {

// 9 to 12 and 13 to 17 o'clock, Saturdays 10 to 12. Christmas 2026 is a Friday, the day after it a Saturday
// and the one after that a Sunday, off anyway.
constexpr weekly_schedule::day office_day{{{9 * 60, 12 * 60}, {13 * 60, 17 * 60}}};
inline constexpr std::array days_off{days_since_epoch({2026, 12, 25}), days_since_epoch({2026, 12, 26}),
                                     days_since_epoch({2026, 12, 27}), days_since_epoch({1969, 12, 25})};
inline constexpr weekly_schedule office{
    {office_day, office_day, office_day, office_day, office_day, weekly_schedule::day{{{600, 720}, {}}}, {}},
    days_off};
using office_time = business_time<office>;

constexpr std::uint32_t hour = 3600;
constexpr instant when(std::int32_t year, std::uint8_t month, std::uint8_t day, std::int32_t h,
                       std::int32_t m = 0, std::int32_t s = 0) {
    return at({opaque(year), month, day}, h, m, s);
}

constexpr bool time_stands_still_outside_of_work() {
    expect(office_time::elapsed(when(2026, 11, 20, 16, 50), when(2026, 11, 21, 10, 10)) ==
           20 * 60); // over a night
    expect(office_time::elapsed(when(2026, 11, 21, 11, 55), when(2026, 11, 23, 9, 5)) ==
           10 * 60); // and a Sunday
    expect(office_time::elapsed(when(2026, 11, 23, 11, 0), when(2026, 11, 23, 14, 0)) ==
           2 * hour);                                                                 // and lunch
    expect(office_time::elapsed(when(2026, 11, 22, 0), when(2026, 11, 22, 24)) == 0); // Sunday
    expect(office_time::elapsed(when(2026, 11, 23, 12, 15), when(2026, 11, 23, 12, 45)) == 0);
    expect(office_time::elapsed(when(2026, 11, 16, 0), when(2026, 11, 23, 0)) == 37 * hour); // a week
    return true;
}
static_assert(time_stands_still_outside_of_work());
TEST_CASE("time stands still outside of work") { CHECK(time_stands_still_outside_of_work()); }

constexpr bool hours_are_from_inclusive_to_exclusive() {
    expect(office_time::elapsed(when(2026, 11, 23, 9), when(2026, 11, 23, 9, 0, 1)) == 1);
    expect(office_time::elapsed(when(2026, 11, 23, 8, 59, 59), when(2026, 11, 23, 9)) == 0);
    expect(office_time::elapsed(when(2026, 11, 23, 16, 59, 59), when(2026, 11, 23, 17)) == 1);
    expect(office_time::elapsed(when(2026, 11, 23, 17), when(2026, 11, 23, 17, 0, 1)) == 0);
    return true;
}
static_assert(hours_are_from_inclusive_to_exclusive());
TEST_CASE("hours are from inclusive, to exclusive") { CHECK(hours_are_from_inclusive_to_exclusive()); }

constexpr bool a_day_off_is_no_day_of_work() {
    // Thursday 16:00 to Monday 10:00, with Christmas on Friday and Saturday, and a day off on a Sunday.
    expect(office_time::elapsed(when(2026, 12, 24, 16), when(2026, 12, 28, 10)) == 2 * hour);
    expect(office_time::elapsed(when(2026, 12, 25, 10), when(2026, 12, 25, 11)) == 0);
    expect(office_time::elapsed(when(2026, 12, 25, 10), when(2026, 12, 28, 9)) == 0);
    expect(office_time::elapsed(when(2026, 12, 31, 16), when(2027, 1, 1, 10)) == 2 * hour); // the year ends
    expect(office_time::elapsed(when(1969, 12, 24, 16), when(1969, 12, 26, 10)) ==
           2 * hour); // before 1970 too
    expect(office_time::elapsed(when(1969, 12, 31, 16), when(1970, 1, 1, 10)) == 2 * hour);
    return true;
}
static_assert(a_day_off_is_no_day_of_work());
TEST_CASE("a day off is no day of work, be it a weekend, before 1970 or at a year's end") {
    CHECK(a_day_off_is_no_day_of_work());
}

constexpr bool nothing_is_worked_backwards() {
    expect(office_time::elapsed(when(2026, 11, 23, 10), when(2026, 11, 23, 10)) == 0);
    expect(office_time::elapsed(when(2026, 11, 23, 16), when(2026, 11, 23, 10)) == 0);
    expect(office_time::elapsed(when(2026, 11, 24, 16), when(2026, 11, 23, 10)) == 0);
    return true;
}
static_assert(nothing_is_worked_backwards());
TEST_CASE("nothing is worked backwards, nor in no time") { CHECK(nothing_is_worked_backwards()); }

constexpr bool seconds_past_those_of_32_bits_are_worked_too() {
    expect(office_time::elapsed(when(2038, 1, 19, 9), when(2038, 1, 19, 11)) == 2 * hour);
    expect(office_time::elapsed(when(2040, 1, 2, 9), when(2040, 1, 2, 11)) == 2 * hour); // a Monday
    expect(office_time::elapsed(when(1900, 1, 1, 9), when(1900, 1, 1, 11)) == 2 * hour); // another
    expect(office_time::elapsed(when(2026, 1, 1, 0), when(2826, 1, 1, 0)) ==
           0xffffffff); // it stops at the end
    constexpr auto low = std::numeric_limits<std::int64_t>::min(),
                   high = std::numeric_limits<std::int64_t>::max();
    expect(office_time::elapsed(instant{opaque(low)}, instant{opaque(high)}) == 0xffffffff);
    expect(office_time::elapsed(instant{opaque(high)}, instant{opaque(low)}) == 0);
    return true;
}
static_assert(seconds_past_those_of_32_bits_are_worked_too());
TEST_CASE("work goes on where seconds of 32 bits end") {
    CHECK(seconds_past_those_of_32_bits_are_worked_too());
}

TEST_CASE("any time point will do") {
    using namespace std::chrono;
    const sys_time<milliseconds> nine = sys_days{2026y / November / 23} + 9h;
    CHECK(office_time::elapsed(nine - 1ms, nine + 1500ms) == 1); // whole seconds
    CHECK(office_time::elapsed(sys_days{2026y / November / 23}, sys_days{2026y / November / 24}) == 7 * hour);
    const basic_instant<std::uint32_t> from{1'795'424'400}, to{from.seconds + 3600}; // the same 9:00
    CHECK(office_time::elapsed(from, to) == hour);
}

// Round the clock but on Sundays; never.
inline constexpr weekly_schedule::day all_day{{{0, 1440}, {}}};
inline constexpr weekly_schedule hotline{{all_day, all_day, all_day, all_day, all_day, all_day, {}}};
inline constexpr weekly_schedule closed{};
// Night shifts are the end of a day and the beginning of the next.
inline constexpr weekly_schedule::day night{{{0, 6 * 60}, {22 * 60, 1440}}};
inline constexpr weekly_schedule nights{{night, night, night, night, night, night, night}};

constexpr bool any_hours_will_do() {
    using round_the_clock = business_time<hotline>;
    expect(round_the_clock::elapsed(when(2026, 11, 16, 0), when(2026, 11, 23, 0)) == 6 * 24 * hour);
    expect(round_the_clock::elapsed(when(2026, 11, 21, 23), when(2026, 11, 23, 1)) == 2 * hour);
    expect(business_time<closed>::elapsed(when(1900, 1, 1, 0), when(2100, 1, 1, 0)) == 0);
    expect(business_time<nights>::elapsed(when(2026, 11, 20, 12), when(2026, 11, 21, 12)) == 8 * hour);
    return true;
}
static_assert(any_hours_will_do());
TEST_CASE("any hours will do: round the clock, at night, never") { CHECK(any_hours_will_do()); }

// The same shifts, each in one piece, but none from Saturday to Sunday.
inline constexpr weekly_schedule::day shift{{{22 * 60, 6 * 60}, {}}};
inline constexpr std::array new_years_day{days_since_epoch({2027, 1, 1})};
inline constexpr weekly_schedule shifts{{shift, shift, shift, shift, shift, {}, shift}, new_years_day};

constexpr bool a_shift_goes_on_over_midnight() {
    using on_duty = business_time<shifts>;
    // 2026-11-20 was a Friday.
    expect(on_duty::elapsed(when(2026, 11, 20, 12), when(2026, 11, 21, 12)) == 8 * hour);
    expect(on_duty::elapsed(when(2026, 11, 20, 23), when(2026, 11, 21, 1)) == 2 * hour);
    expect(on_duty::elapsed(when(2026, 11, 21, 5), when(2026, 11, 22, 22)) ==
           hour); // nobody on Saturday night
    expect(on_duty::elapsed(when(2026, 11, 22, 12), when(2026, 11, 23, 12)) == 8 * hour); // Sunday to Monday
    expect(on_duty::elapsed(when(2026, 11, 16, 12), when(2026, 11, 23, 12)) == 6 * 8 * hour);
    // New Year's Day was a Friday. What began the evening before goes on; what would begin on it does not.
    expect(on_duty::elapsed(when(2026, 12, 31, 12), when(2027, 1, 1, 12)) == 8 * hour);
    expect(on_duty::elapsed(when(2027, 1, 1, 12), when(2027, 1, 3, 12)) == 0);
    expect(on_duty::elapsed(when(2027, 1, 1, 12), when(2027, 1, 2, 3)) == 0);
    expect(on_duty::elapsed(when(2026, 11, 20, 6), when(2026, 11, 20, 22)) == 0);
    return true;
}
static_assert(a_shift_goes_on_over_midnight());
TEST_CASE("a shift goes on over midnight, and does not begin on a day off") {
    CHECK(a_shift_goes_on_over_midnight());
}

constexpr bool of_a_day(weekly_schedule::day d) {
    weekly_schedule w;
    w.week[2] = d;
    return w.consistent();
}
constexpr bool a_schedule_is_checked() {
    expect(office.consistent() && hotline.consistent() && closed.consistent() && nights.consistent());
    expect(of_a_day({{{0, 720}, {720, 1440}}}) && of_a_day({{{}, {60, 120}}}));
    expect(of_a_day({{{opaque(std::uint16_t{720}), 600}, {}}}));          // over midnight
    expect(!of_a_day({{{opaque(std::uint16_t{720}), 600}, {800, 900}}})); // both at once
    expect(!of_a_day({{{opaque(std::uint16_t{1441}), 600}, {}}}));
    expect(!of_a_day({{{opaque(std::uint16_t{540}), 720}, {700, 800}}})); // both at once
    expect(!of_a_day({{{opaque(std::uint16_t{800}), 900}, {500, 600}}})); // the later first
    expect(!of_a_day({{{opaque(std::uint16_t{540}), 1441}, {}}}));        // past midnight
    expect(!of_a_day({{{opaque(std::uint16_t{540}), 600}, {700, 1500}}}));
    weekly_schedule w;
    w.week[6] = {{{}, {22 * 60, 6 * 60}}}; // from Sunday to Monday
    w.week[0] = {{{6 * 60, opaque(std::uint16_t{12 * 60})}, {}}};
    expect(w.consistent());
    w.week[0][0].from = opaque(std::uint16_t{6 * 60 - 1});
    expect(!w.consistent());
    const std::array twice{opaque(3), 5, 3};
    w = {};
    w.holidays = twice;
    expect(!w.consistent()); // off twice would be taken off twice
    w.holidays = std::span{twice}.first(2);
    expect(w.consistent());
    return true;
}
static_assert(a_schedule_is_checked());
TEST_CASE("a schedule is checked: ordered, apart, no day off twice") { CHECK(a_schedule_is_checked()); }

} // namespace
} // namespace kpi::test
