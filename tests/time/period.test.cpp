// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/time/period.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <limits>
#include <ratio>

namespace kpi::test {
namespace {

using i32 = std::int32_t;
using i64 = std::int64_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;
constexpr i32 last = 0x7fffffff;

template <class Rep, class Ratio> using every = std::chrono::sys_time<std::chrono::duration<Rep, Ratio>>;
template <class T> constexpr T ticks(typename T::rep n) { return T{typename T::duration{opaque(n)}}; }

static_assert(period<seconds<1>> && period<minutes<5>> && period<hours<1>> && period<days<1>> &&
              period<weeks>);
static_assert(period<calendar_month> && period<calendar_quarter> && period<calendar_year>);
static_assert(!period<int> && !period<instant>);
static_assert(days<7>::length == 604800 && weeks::length == days<7>::length);
static_assert(days<1>::name == "days" && calendar_quarter::name == "calendar_quarter");

constexpr bool periods_are_numbered_from_the_one_that_holds_1970() {
    const instant begin{opaque(i64{0})};
    const instant before{opaque(i64{-1})};
    expect(seconds<1>::index(begin) == 0 && seconds<1>::index(before) == -1);
    expect(minutes<15>::index(begin) == 0 && minutes<15>::index(before) == -1);
    expect(hours<1>::index(begin) == 0 && hours<1>::index(before) == -1);
    expect(days<1>::index(begin) == 0 && days<1>::index(before) == -1);
    expect(days<7>::index(begin) == 0 && days<7>::index(before) == -1);
    expect(weeks::index(begin) == 0 && weeks::index(before) == 0); // a Thursday and a Wednesday of one week
    expect(calendar_month::index(begin) == 0 && calendar_month::index(before) == -1);
    expect(calendar_quarter::index(begin) == 0 && calendar_quarter::index(before) == -1);
    expect(calendar_year::index(begin) == 0 && calendar_year::index(before) == -1);
    return true;
}
static_assert(periods_are_numbered_from_the_one_that_holds_1970());
TEST_CASE("periods are numbered from the one that holds 1970-01-01, before it in negative numbers") {
    CHECK(periods_are_numbered_from_the_one_that_holds_1970());
}

constexpr bool weeks_begin_on_monday() {
    expect(weeks::start(0) == at({1969, 12, 29}));
    expect(weeks::index(at({opaque(1970), 1, 4}, 23, 59, 59)) == 0);
    expect(weeks::index(at({opaque(1970), 1, 5})) == 1);
    expect(weeks::index(at({opaque(1969), 12, 29})) == 0);
    expect(weeks::index(at({opaque(1969), 12, 28}, 23, 59, 59)) == -1);
    return true;
}
static_assert(weeks_begin_on_monday());
TEST_CASE("weeks begin on Monday") { CHECK(weeks_begin_on_monday()); }

constexpr bool months_are_those_of_the_calendar() {
    const auto month = [](i32 y, std::uint8_t m, std::uint8_t d, i32 hour = 0) {
        return calendar_month::index(at({opaque(y), m, d}, hour));
    };
    expect(month(2026, 1, 31, 23) + 1 == month(2026, 2, 1)); // no month has a length
    expect(month(2028, 2, 29, 23) + 1 == month(2028, 3, 1));
    expect(month(2026, 12, 31, 23) + 1 == month(2027, 1, 1));
    expect(month(1900, 2, 28, 23) + 1 == month(1900, 3, 1));
    expect(month(0, 2, 29, 23) + 1 == month(0, 3, 1));
    expect(month(2026, 1, 1) == 56 * 12 && month(1969, 1, 1) == -12);
    expect(calendar_month::start(-1) == at({1969, 12, 1}) && calendar_month::start(-12) == at({1969, 1, 1}));
    expect(calendar_quarter::index(at({opaque(2026), 4, 1})) == 56 * 4 + 1);
    expect(calendar_quarter::index(at({opaque(2026), 3, 31}, 23)) == 56 * 4);
    expect(calendar_quarter::index(at({opaque(1969), 9, 30})) == -2);
    expect(calendar_quarter::start(-2) == at({1969, 7, 1}));
    expect(calendar_year::index(at({opaque(1969), 1, 1})) == -1);
    expect(calendar_year::start(-1970) == at({0, 1, 1}));
    return true;
}
static_assert(months_are_those_of_the_calendar());
TEST_CASE("months, quarters and years are those of the calendar") {
    CHECK(months_are_those_of_the_calendar());
}

constexpr bool any_time_point_will_do() {
    using namespace std::chrono;
    const auto day = sys_days{year{opaque(2024)} / February / 29};
    const i32 n = static_cast<i32>(day.time_since_epoch().count());
    const auto same = [n](auto t) {
        return kpi::days<1>::index(t) == n && calendar_month::index(t) == 54 * 12 + 1 &&
               kpi::weeks::index(t) == kpi::weeks::index(at({2024, 2, 29}));
    };
    expect(same(day) && same(sys_seconds{day}) && same(sys_time<milliseconds>{day}));
    expect(same(sys_time<nanoseconds>{day}) && same(sys_time<std::chrono::minutes>{day}));
    expect(same(time_point_cast<system_clock::duration>(sys_seconds{day})));
    expect(same(every<i32, std::ratio<1>>{day}) && same(every<i32, std::ratio<86400>>{day}));
    expect(same(basic_instant<u32>{static_cast<u32>(n) * 86400u}) && same(basic_instant<i32>{n * 86400}));
    expect(kpi::hours<1>::index(day) == n * 24); // a tick that holds many periods is its first
    expect(kpi::hours<1>::index(sys_days{std::chrono::days{opaque(-1)}}) == -24);
    // Ticks that are no part of a week, and a week that starts in the middle of one.
    using two_days = every<i64, std::ratio<172800>>;
    expect(kpi::weeks::index(ticks<two_days>(1)) == 0); // Saturday
    expect(kpi::weeks::index(ticks<two_days>(2)) == 1); // Monday
    expect(kpi::weeks::index(ticks<two_days>(-2)) == -1);
    // 30000/1001 pictures a second.
    using picture = every<i64, std::ratio<1001, 30000>>;
    expect(kpi::seconds<1>::index(ticks<picture>(29)) == 0 &&
           kpi::seconds<1>::index(ticks<picture>(30)) == 1);
    expect(kpi::seconds<1001>::index(ticks<picture>(29999)) == 0);
    expect(kpi::seconds<1001>::index(ticks<picture>(30000)) == 1);
    expect(kpi::seconds<1001>::index(ticks<picture>(-1)) == -1);
    return true;
}
static_assert(any_time_point_will_do());
TEST_CASE("any time point will do: chrono's, days, nanoseconds, odd ticks, 32 bits") {
    CHECK(any_time_point_will_do());
}

constexpr bool a_time_past_the_last_number_goes_to_the_last() {
    constexpr i64 low = std::numeric_limits<i64>::min(), high = std::numeric_limits<i64>::max();
    using in_64 = basic_instant<u64>;
    for (const i64 t : {high, high - 1, i64{1} << 62, i64{last} * 86400 + 86400}) {
        expect(seconds<1>::index(instant{opaque(t)}) == last);
        expect(days<1>::index(instant{opaque(t)}) == last);
        expect(days<1>::index(instant{opaque(-t)}) == -last);
    }
    expect(days<1>::index(instant{opaque(low)}) == -last && weeks::index(instant{opaque(low)}) == -last);
    expect(weeks::index(instant{opaque(high)}) == last);
    expect(days<1>::index(instant{i64{last} * 86400 - 1}) == last - 1); // one that has a number keeps it
    expect(days<1>::index(instant{-i64{last} * 86400 + 86400}) == -last + 1);
    expect(days<1>::index(in_64{opaque(~u64{})}) == last && seconds<1>::index(in_64{opaque(~u64{})}) == last);
    expect(days<1>::index(in_64{opaque(u64{86400})}) == 1);
    expect(hours<1>::index(ticks<every<i64, std::ratio<86400>>>(high)) == last); // many periods in a tick
    expect(hours<1>::index(ticks<every<i64, std::ratio<86400>>>(low)) == -last);
    expect(hours<1>::index(ticks<every<i32, std::ratio<86400>>>(-last - 1)) == -last);
    expect(hours<1>::index(ticks<every<i32, std::ratio<86400>>>(100'000'000)) == last);
    // 32 bits of seconds, one period each: -2^31 is no period, and 2106 is not 1970.
    expect(seconds<1>::index(basic_instant<i32>{opaque(-last - 1)}) == -last);
    expect(seconds<1>::index(basic_instant<i32>{opaque(last)}) == last);
    expect(seconds<1>::index(basic_instant<u32>{opaque(3000000000u)}) == last);
    expect(seconds<1>::index(basic_instant<u32>{opaque(2147483646u)}) == 2147483646);
    return true;
}
static_assert(a_time_past_the_last_number_goes_to_the_last());
TEST_CASE("a time past the last number goes to the last, from any end of any representation") {
    CHECK(a_time_past_the_last_number_goes_to_the_last());
}

constexpr bool a_time_that_has_a_number_gets_it_however_fine_its_ticks() {
    using namespace std::chrono;
    // Nanoseconds end in 2262 and begin in 1677; a century ahead is well within.
    const sys_time<nanoseconds> century{sys_days{year{opaque(2126)} / January / 1}};
    expect(kpi::days<1>::index(century) == days_since_epoch({2126, 1, 1}));
    expect(kpi::weeks::index(century) == kpi::weeks::index(at({2126, 1, 1})));
    expect(calendar_month::index(sys_time<nanoseconds>::max()) == (2262 - 1970) * 12 + 3);
    expect(calendar_month::index(sys_time<nanoseconds>::min()) == (1677 - 1970) * 12 + 8);
    expect(kpi::weeks::index(sys_time<nanoseconds>::max()) == kpi::weeks::index(at({2262, 4, 11})));
    expect(kpi::days<1>::index(sys_time<microseconds>::max()) == 106751991);
    expect(kpi::days<1>::index(sys_time<microseconds>::min()) == -106751992);
    using unsigned_ns = every<u64, std::nano>;
    expect(calendar_year::index(ticks<unsigned_ns>(~u64{})) == 2554 - 1970);
    return true;
}
static_assert(a_time_that_has_a_number_gets_it_however_fine_its_ticks());
TEST_CASE("a time that has a number gets it, however fine its ticks") {
    CHECK(a_time_that_has_a_number_gets_it_however_fine_its_ticks());
}

constexpr bool into_is_the_way_from_the_start() {
    expect(days<1>::into(at({opaque(1969), 12, 31}, 23, 59, 59)) == 86399);
    expect(weeks::into(at({opaque(2026), 11, 23})) == 0); // a Monday
    expect(weeks::into(at({opaque(2026), 11, 22}, 23, 59, 59)) == 604799);
    expect(weeks::into(basic_instant<i32>{opaque(0)}) == 3 * 86400);
    expect(days<1>::into(ticks<every<i32, std::milli>>(-1)) == 86399); // whole seconds, rounded down
    expect(days<1>::into(ticks<every<i64, std::nano>>(std::numeric_limits<i64>::max())) == 85636);
    expect(hours<35>::into(ticks<every<i32, std::ratio<86400>>>(30)) ==
           20 * 3600); // 720 hours = 20 x 35 + 20
    expect(hours<1>::into(ticks<every<i64, std::ratio<86400>>>(7)) == 0);
    expect(weeks::into(ticks<every<i64, std::ratio<604800>>>(7)) ==
           3 * 86400); // whole weeks from Thursday on
    return true;
}
static_assert(into_is_the_way_from_the_start());
TEST_CASE("into is the way from the start of the period") { CHECK(into_is_the_way_from_the_start()); }

// A period holds its first second and not the one before, and the next begins where it ends.
template <period P> void starts_where_it_says(i32 from, i32 to) {
    random r{static_cast<u64>(from) + 11};
    for (int i = 0; i < 2000; ++i) {
        const auto n = static_cast<i32>(from + static_cast<i64>(r.below(static_cast<u64>(i64{to} - from))));
        CAPTURE(n);
        const instant start = P::start(n), next = P::start(n + 1);
        REQUIRE(P::index(start) == n);
        REQUIRE(P::index(instant{start.seconds - 1}) == n - 1);
        REQUIRE(P::index(instant{next.seconds - 1}) == n);
        const instant inside{start.seconds +
                             static_cast<i64>(r.below(static_cast<u64>(next.seconds - start.seconds)))};
        REQUIRE(P::index(inside) == n);
        if constexpr (requires { P::into(inside); })
            REQUIRE(P::into(inside) == inside.seconds - start.seconds);
    }
}
TEST_CASE("a period starts where it says, and ends where the next one starts") {
    constexpr i32 far = last - 1;
    starts_where_it_says<seconds<1>>(-far, far);
    starts_where_it_says<minutes<15>>(-far, far);
    starts_where_it_says<hours<35>>(-far, far);
    starts_where_it_says<days<1>>(-far, far);
    starts_where_it_says<weeks>(-far, far);
    starts_where_it_says<calendar_month>(-5'879'610 * 12, 5'879'609 * 12);
    starts_where_it_says<calendar_quarter>(-5'879'610 * 4, 5'879'609 * 4);
    starts_where_it_says<calendar_year>(-5'879'610, 5'879'609);
    starts_where_it_says<calendar_month>(-30000, 30000);
}
TEST_CASE("the period of the first day that has a number starts before it") {
    const instant end{std::numeric_limits<i64>::min()};
    CHECK(civil_from_days(days<1>::index(end)) == civil_day{-5877641, 6, 24});
    CHECK(calendar_month::start(calendar_month::index(end)) == at({-5877641, 6, 1}));
    CHECK(calendar_year::start(calendar_year::index(end)) == at({-5877641, 1, 1}));
    CHECK(calendar_year::start(calendar_year::index(end)).seconds == -(i64{1} << 31) * 86400 - 173 * 86400);
}

// What 32 bits can tell, they tell as 64 bits do.
template <period P, class Rep> void is_the_same_in_32_bits() {
    random r{3};
    for (int i = 0; i < 3000; ++i) {
        auto t = static_cast<Rep>(r());
        if (i < 4) t = static_cast<Rep>(std::numeric_limits<Rep>::min() + static_cast<Rep>(i));
        if (i >= 4 && i < 8) t = static_cast<Rep>(std::numeric_limits<Rep>::max() - static_cast<Rep>(i - 4));
        CAPTURE(t);
        REQUIRE(P::index(basic_instant<Rep>{t}) == P::index(instant{t}));
        if constexpr (requires { P::into(instant{}); })
            REQUIRE(P::into(basic_instant<Rep>{t}) == P::into(instant{t}));
    }
}
TEST_CASE_TEMPLATE("what 32 bits can tell, they tell as 64 bits do", Rep, i32, u32) {
    is_the_same_in_32_bits<seconds<1>, Rep>();
    is_the_same_in_32_bits<seconds<7>, Rep>();
    is_the_same_in_32_bits<hours<1>, Rep>();
    is_the_same_in_32_bits<days<1>, Rep>();
    is_the_same_in_32_bits<days<49710>, Rep>(); // longer than 2^31 seconds
    is_the_same_in_32_bits<weeks, Rep>();
    is_the_same_in_32_bits<calendar_month, Rep>();
    is_the_same_in_32_bits<calendar_quarter, Rep>();
}

constexpr bool seconds_are_counted_from_one_time_to_a_later() {
    using namespace std::chrono;
    constexpr i64 low = std::numeric_limits<i64>::min(), high = std::numeric_limits<i64>::max();
    constexpr u32 most = 0xffffffff;
    expect(seconds_between(instant{opaque(i64{-5})}, instant{opaque(i64{5})}) == 10);
    expect(seconds_between(instant{opaque(i64{5})}, instant{opaque(i64{5})}) == 0);
    expect(seconds_between(instant{opaque(i64{6})}, instant{opaque(i64{5})}) == 0); // no time runs backwards
    expect(seconds_between(instant{opaque(low)}, instant{opaque(high)}) == most);   // it stops at the end
    expect(seconds_between(instant{opaque(high)}, instant{opaque(low)}) == 0);
    expect(seconds_between(instant{0}, instant{opaque(i64{most})}) == most);
    expect(seconds_between(instant{1}, instant{opaque(i64{most})}) == most - 1);
    expect(seconds_between(instant{0}, instant{opaque(i64{most} + 1)}) == most);
    expect(seconds_between(instant{-5}, instant{opaque(i64{1} << 40)}) == most);
    expect(seconds_between(basic_instant<i32>{opaque(-last - 1)}, basic_instant<i32>{last}) == most);
    expect(seconds_between(basic_instant<u32>{opaque(1u)}, basic_instant<u32>{most}) == most - 1);
    expect(seconds_between(basic_instant<std::int16_t>{opaque(std::int16_t{-32768})},
                           basic_instant<std::int16_t>{32767}) == 65535);
    using ms = sys_time<milliseconds>;
    expect(seconds_between(ticks<ms>(-1), ticks<ms>(998)) == 0); // whole seconds
    expect(seconds_between(ticks<ms>(-1), ticks<ms>(999)) == 1);
    expect(seconds_between(ticks<every<i32, std::milli>>(-last - 1), ticks<every<i32, std::milli>>(last)) ==
           4294967);
    using day = sys_days;
    expect(seconds_between(ticks<day>(-1), ticks<day>(1)) == 172800);
    expect(seconds_between(ticks<day>(0), ticks<day>(49710)) == 4294944000u);
    expect(seconds_between(ticks<day>(0), ticks<day>(49711)) == most);
    expect(seconds_between(ticks<day>(-last - 1), ticks<day>(last)) == most);
    using far_day = every<i64, std::ratio<86400>>;
    expect(seconds_between(ticks<far_day>(0), ticks<far_day>(i64{1} << 57)) ==
           most); // 675 times 2^64 seconds
    using picture = every<i64, std::ratio<1001, 30000>>;
    expect(seconds_between(ticks<picture>(0), ticks<picture>(29)) == 0);
    expect(seconds_between(ticks<picture>(0), ticks<picture>(30)) == 1);
    expect(seconds_between(ticks<picture>(0), ticks<picture>(59999)) == 2001);
    return true;
}
static_assert(seconds_are_counted_from_one_time_to_a_later());
TEST_CASE("whole seconds are counted from one time to a later, and stop at the end of 32 bits") {
    CHECK(seconds_are_counted_from_one_time_to_a_later());
}

} // namespace
} // namespace kpi::test
