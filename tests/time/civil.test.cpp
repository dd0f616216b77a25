// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/time/civil.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

constexpr std::int32_t first = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t last = std::numeric_limits<std::int32_t>::max();

constexpr bool is_day(civil_day d, std::int32_t days) {
    return days_since_epoch(d) == opaque(days) && civil_from_days(opaque(days)) == d;
}

constexpr bool days_are_counted_from_1970() {
    expect(is_day({1970, 1, 1}, 0));
    expect(is_day({1969, 12, 31}, -1));
    expect(is_day({1970, 3, 1}, 59));
    expect(is_day({2000, 2, 29}, 11016)); // a century that is a leap year
    expect(is_day({2000, 3, 1}, 11017));
    expect(is_day({1900, 2, 28}, -25509)); // and one that is none
    expect(is_day({1900, 3, 1}, -25508));
    expect(is_day({2038, 1, 19}, 24855)); // where signed seconds of 32 bits end
    expect(is_day({2106, 2, 7}, 49710));  // and unsigned ones
    return true;
}
static_assert(days_are_counted_from_1970());
TEST_CASE("days are counted from 1970-01-01") { CHECK(days_are_counted_from_1970()); }

constexpr bool years_before_0_are_years_too() {
    expect(is_day({1, 1, 1}, -719162));
    expect(is_day({0, 12, 31}, -719163));
    expect(is_day({0, 2, 29}, -719469)); // 0 is a leap year, as 400 and 2000 are
    expect(is_day({-1, 12, 31}, -719529));
    expect(is_day({-400, 3, 1}, -719468 - 146097));
    expect(is_leap(0) && is_leap(-4) && is_leap(-400) && !is_leap(-100) && !is_leap(-1));
    return true;
}
static_assert(years_before_0_are_years_too());
TEST_CASE("years before 0 are years too") { CHECK(years_before_0_are_years_too()); }

constexpr bool every_day_that_32_bits_can_number_is_a_day() {
    expect(is_day({5881580, 7, 11}, last));
    expect(is_day({-5877641, 6, 23}, first));
    expect(is_day({5881580, 7, 10}, last - 1));
    expect(is_day({-5877641, 6, 24}, first + 1));
    return true;
}
static_assert(every_day_that_32_bits_can_number_is_a_day());
TEST_CASE("every day that 32 bits can number is a day") {
    CHECK(every_day_that_32_bits_can_number_is_a_day());
}

constexpr bool months_have_their_days() {
    constexpr std::uint8_t lengths[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (std::uint32_t m = 1; m <= 12; ++m) {
        expect(days_in_month(opaque(2026), m) == lengths[m - 1]);
        expect(days_in_month(opaque(2028), m) == lengths[m - 1] + (m == 2 ? 1 : 0));
    }
    expect(days_in_month(1900, opaque(2u)) == 28 && days_in_month(2000, opaque(2u)) == 29);
    expect(days_in_month(2026, opaque(0u)) == 0 && days_in_month(2026, opaque(13u)) == 0);
    return true;
}
static_assert(months_have_their_days());
TEST_CASE("months have their days, and there is none but twelve") { CHECK(months_have_their_days()); }

constexpr bool a_day_that_is_not_on_the_calendar_does_not_exist() {
    expect(exists({opaque(2026), 1, 31}) && exists({opaque(2028), 2, 29}) && exists({opaque(-1), 12, 1}));
    expect(!exists({opaque(2026), 2, 29}) && !exists({opaque(2026), 2, 30}) &&
           !exists({opaque(1900), 2, 29}));
    expect(!exists({opaque(2026), 4, 31}) && !exists({opaque(2026), 1, 32}) && !exists({opaque(2026), 1, 0}));
    expect(!exists({opaque(2026), 0, 1}) && !exists({opaque(2026), 13, 1}) && !exists(civil_day{}));
    return true;
}
static_assert(a_day_that_is_not_on_the_calendar_does_not_exist());
TEST_CASE("a day that is not on the calendar does not exist: no 30 February") {
    CHECK(a_day_that_is_not_on_the_calendar_does_not_exist());
}

constexpr bool a_week_is_from_monday_to_sunday() {
    expect(weekday(opaque(0)) == 3);                      // Thursday
    expect(weekday(days_since_epoch({2000, 1, 1})) == 5); // Saturday
    expect(weekday(opaque(-1)) == 2 && weekday(opaque(-3)) == 0 && weekday(opaque(-4)) == 6);
    for (std::int32_t day : {first, first + 7, -7, -1, 0, 1, 7, last - 7})
        for (std::int32_t i = 0; i < 7; ++i)
            expect(weekday(opaque(day) + i) == (weekday(day) + static_cast<std::uint32_t>(i)) % 7);
    return true;
}
static_assert(a_week_is_from_monday_to_sunday());
TEST_CASE("a week is from Monday to Sunday, before 1970 too") { CHECK(a_week_is_from_monday_to_sunday()); }

constexpr bool a_time_of_a_day_is_an_instant() {
    expect(at({1970, 1, 1}) == instant{0});
    expect(at({opaque(2000), 2, 29}, 23, 59, 59) == instant{951868799});
    expect(at({opaque(1969), 12, 31}, 23, 0, 1) == instant{-3599});
    expect(at({5881580, 7, 11}, 24) == instant{(std::int64_t{last} + 1) * 86400});
    return true;
}
static_assert(a_time_of_a_day_is_an_instant());
TEST_CASE("a time of a day is an instant") { CHECK(a_time_of_a_day_is_an_instant()); }

// Each day is the one after the day before: counted by hand from any day on.
bool counts_on_from(std::int32_t days, int n) {
    civil_day d = civil_from_days(days);
    for (; n > 0; --n) {
        if (!exists(d) || days_since_epoch(d) != days) return false;
        ++d.day;
        if (!exists(d)) {
            d.day = 1;
            if (++d.month > 12) d.month = 1, ++d.year;
        }
        if (!(civil_from_days(++days) == d)) return false;
    }
    return true;
}
TEST_CASE("each day is the one after the day before, in any century") {
    random r{7};
    CHECK(counts_on_from(first, 3000));
    CHECK(counts_on_from(last - 3000, 3000));
    CHECK(counts_on_from(-146097 * 2, 146097 * 4)); // four whole eras around 1970
    for (int run = 0; run < 200; ++run) {
        const auto from = static_cast<std::int32_t>(static_cast<std::uint32_t>(r())) / 2;
        CAPTURE(from);
        REQUIRE(counts_on_from(from, 1000));
    }
}

} // namespace
} // namespace kpi::test
