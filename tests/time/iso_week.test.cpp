// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/time/iso_week.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

constexpr iso_week of(civil_day d) { return iso_week_of(opaque(days_since_epoch(d))); }

// The examples of ISO 8601 as "ISO week date" has them.
constexpr bool years_begin_with_the_week_of_4_january() {
    expect(of({1977, 1, 1}) == iso_week{1976, 53} && of({1977, 1, 2}) == iso_week{1976, 53});
    expect(of({1977, 12, 31}) == iso_week{1977, 52} && of({1978, 1, 1}) == iso_week{1977, 52});
    expect(of({1978, 1, 2}) == iso_week{1978, 1} && of({1979, 12, 31}) == iso_week{1980, 1});
    expect(of({1980, 12, 28}) == iso_week{1980, 52} && of({1980, 12, 29}) == iso_week{1981, 1});
    expect(of({1981, 12, 31}) == iso_week{1981, 53} && of({1982, 1, 3}) == iso_week{1981, 53});
    expect(of({2026, 11, 28}) == iso_week{2026, 48} && of({2026, 1, 1}) == iso_week{2026, 1});
    expect(iso_weeks_in(2026) == 53 && iso_weeks_in(2025) == 52 && iso_weeks_in(1981) == 53);
    expect(first_day_of({2026, 1}) == days_since_epoch({2025, 12, 29}));
    return true;
}
static_assert(years_begin_with_the_week_of_4_january());
TEST_CASE("a year begins with the week of 4 January") { CHECK(years_begin_with_the_week_of_4_january()); }

constexpr bool it_is_the_period_weeks_by_another_name() {
    const instant t = at({2026, 12, 31}, 23);
    expect(iso_week_of(t) == iso_week{2026, 53});
    expect(iso_week_numbered(weeks::index(t)) == iso_week{2026, 53});
    expect(weeks::index(at({2027, 1, 3})) == weeks::index(t));
    expect(iso_week_numbered(weeks::index(t) + 1) == iso_week{2027, 1});
    expect(iso_week_numbered(opaque(-1)) == iso_week{1969, 52});
    return true;
}
static_assert(it_is_the_period_weeks_by_another_name());
TEST_CASE("an ISO week is one of the period weeks") { CHECK(it_is_the_period_weeks_by_another_name()); }

constexpr bool the_ends_of_time_have_weeks() {
    constexpr std::int32_t last = std::numeric_limits<std::int32_t>::max();
    expect(iso_week_of(opaque(last)).year == 5881580 && iso_week_of(opaque(-last - 1)).year == -5877641);
    return true;
}
static_assert(the_ends_of_time_have_weeks());
TEST_CASE("the ends of time have weeks") { CHECK(the_ends_of_time_have_weeks()); }

TEST_CASE("every day of four hundred years has the week that counting gives, and its Monday leads there") {
    iso_week counted{1800, 1};
    for (std::int32_t day = days_since_epoch({1800, 1, 1}); day < days_since_epoch({2200, 1, 2}); ++day) {
        CAPTURE(day);
        if (weekday(day) == 0) {
            const std::int32_t until = days_since_epoch({counted.year + 1, 1, 4}) - day;
            counted = 0 <= until && until < 7
                          ? iso_week{counted.year + 1, 1}
                          : iso_week{counted.year, static_cast<std::uint8_t>(counted.week + 1)};
        }
        REQUIRE(iso_week_of(day) == counted);
        REQUIRE(first_day_of(counted) == day - static_cast<std::int32_t>(weekday(day)));
        REQUIRE(counted.week <= iso_weeks_in(counted.year));
    }
}

} // namespace
} // namespace kpi::test
