// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/shop.hpp"
#include <kpi/story/moment.hpp>
#include <kpi/time/business_hours.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr weekly_schedule mornings{.week = {{{{{8 * 60, 12 * 60}, {}}}, {{{8 * 60, 12 * 60}, {}}}}}};

constexpr moment time_of(std::int64_t day, std::int64_t second) {
    return {.seconds = day * 86400 + second, .known = true};
}
constexpr moment date_of(std::int64_t day) {
    return {.seconds = day * 86400, .known = true, .whole_day = true};
}

constexpr bool a_date_is_a_whole_day() {
    expect(elapsed_between(time_of(1, 80000), time_of(2, 10)).seconds == 86400 - 80000 + 10);
    expect(elapsed_between(time_of(1, 80000), date_of(8)).seconds == 7 * 86400);
    expect(elapsed_between(time_of(1, 80000), date_of(8)).whole_day);
    expect(elapsed_between(date_of(1), time_of(1, 80000)).seconds == 0);
    expect(elapsed_between(date_of(3), date_of(1)).seconds == 0); // backwards
    expect(!date_of(1).before(time_of(1, 5)) && !time_of(1, 5).before(date_of(1)));
    expect(date_of(0).before(time_of(1, 5)) && time_of(1, 4).before(time_of(1, 5)));
    return true;
}
static_assert(a_date_is_a_whole_day());
TEST_CASE("between two moments of which one is a date lie whole calendar days") {
    CHECK(a_date_is_a_whole_day());
}

TEST_CASE("hours of work between dates are not known") {
    using clock = business_time<mornings>;
    CHECK(elapsed_between<clock>(time_of(4, 0), time_of(5, 9 * 3600)).seconds == 5 * 3600); // a Monday
    CHECK_FALSE(elapsed_between<clock>(date_of(4), time_of(5, 9 * 3600)).seconds.has_value());
    CHECK(elapsed_between<clock>(date_of(4), time_of(5, 9 * 3600)).whole_day);
}
TEST_CASE("an event without a member whole_day has a time") {
    struct plain {
        instant at{};
        step kind{};
    };
    CHECK(moment_of(plain{.at = {7}}) == moment{.seconds = 7, .known = true});
    CHECK(moment_of(errand{.at = {7}, .whole_day = true}).whole_day);
    CHECK(moment{} != moment_at(instant{0})); // none, and 1970
}

} // namespace
} // namespace kpi::test
