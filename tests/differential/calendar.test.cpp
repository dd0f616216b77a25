// SPDX-License-Identifier: MIT
// The civil calendar and the periods against <chrono>, three thousand years back and forth.
#include "support/random.hpp"
#include <kpi/time/period.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace kpi::test {
namespace {

namespace chrono = std::chrono;
using chrono::floor;

chrono::year_month_day on(chrono::sys_days day) { return day; }
chrono::sys_days first_day(int year) { return chrono::year{year} / chrono::January / 1; }

TEST_CASE("every day of six thousand years is chrono's") {
    int wrong = 0;
    for (auto day = first_day(1970 - 3000); day < first_day(1970 + 3000); day += chrono::days{1}) {
        const auto n = static_cast<std::int32_t>(day.time_since_epoch().count());
        const auto theirs = on(day);
        const civil_day mine = civil_from_days(n);
        wrong += mine.year != int{theirs.year()} || mine.month != unsigned{theirs.month()} ||
                 mine.day != unsigned{theirs.day()} || days_since_epoch(mine) != n || !exists(mine) ||
                 weekday(n) != chrono::weekday{day}.iso_encoding() - 1;
    }
    CHECK(wrong == 0);
}

std::int64_t months(chrono::sys_days day) {
    const auto ymd = on(day);
    return (int{ymd.year()} - 1970) * 12 + static_cast<int>(unsigned{ymd.month()}) - 1;
}
std::int64_t down(std::int64_t a, std::int64_t b) { return (a - ((a % b) + b) % b) / b; }

template <class Duration> void periods_are_those_of_chrono(int years, std::uint64_t seed) {
    CAPTURE(seed);
    random r{seed};
    const chrono::sys_time<Duration> begin = floor<Duration>(first_day(1970 - years)),
                                     end = floor<Duration>(first_day(1970 + years));
    const auto from = static_cast<std::uint64_t>(begin.time_since_epoch().count());
    const std::uint64_t span = static_cast<std::uint64_t>(end.time_since_epoch().count()) - from;
    for (int i = 0; i < 20000; ++i) {
        chrono::sys_time<Duration> t{Duration{static_cast<typename Duration::rep>(from + r.below(span))}};
        if (i % 3 == 0) t = floor<Duration>(floor<chrono::days>(t));               // midnight
        if (i % 3 == 1) t = floor<Duration>(floor<chrono::days>(t)) - Duration{1}; // and one tick before
        const auto ticks = t.time_since_epoch().count();
        CAPTURE(ticks);
        const auto day = floor<chrono::days>(t);
        const std::int64_t second = floor<chrono::seconds>(t).time_since_epoch().count();
        const std::int64_t n = day.time_since_epoch().count(),
                           monday = n - chrono::weekday{day}.iso_encoding() + 1;
        REQUIRE(days<1>::index(t) == n);
        REQUIRE(days<1>::into(t) == second - n * 86400);
        REQUIRE(hours<1>::index(t) == down(second, 3600));
        REQUIRE(minutes<15>::index(t) == down(second, 900));
        REQUIRE(hours<35>::index(t) == down(second, 35 * 3600));
        REQUIRE(hours<35>::into(t) == second - down(second, 35 * 3600) * 35 * 3600);
        REQUIRE(days<7>::index(t) == down(n, 7));
        REQUIRE(weeks::index(t) == (monday + 3) / 7);
        REQUIRE((monday + 3) % 7 == 0);
        REQUIRE(weeks::into(t) == second - monday * 86400);
        REQUIRE(calendar_month::index(t) == months(day));
        REQUIRE(calendar_quarter::index(t) == down(months(day), 3));
        REQUIRE(calendar_year::index(t) == int{on(day).year()} - 1970);
    }
}

TEST_CASE("periods of chrono's time points are those of chrono's calendar") {
    periods_are_those_of_chrono<chrono::seconds>(3000, 1);
    periods_are_those_of_chrono<chrono::milliseconds>(3000, 2);
    periods_are_those_of_chrono<chrono::nanoseconds>(290, 3);
    periods_are_those_of_chrono<chrono::minutes>(3000, 4);
    periods_are_those_of_chrono<chrono::duration<std::int64_t, std::ratio<7, 25>>>(3000, 5);
    periods_are_those_of_chrono<chrono::duration<std::int32_t>>(68, 6); // as many seconds as 32 bits hold
}

} // namespace
} // namespace kpi::test
