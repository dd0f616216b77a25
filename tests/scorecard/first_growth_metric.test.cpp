// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/first_growth_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr first_growth_metric<visit> new_buyers{.name = "new_buyers", .of = door::bought};
inline constexpr first_growth_metric<visit, weeks> new_buyers_a_week{.name = "new_buyers_a_week",
                                                                     .of = door::bought};
using house = scorecard<visit, new_buyers, new_buyers_a_week>;
using change = growth<std::uint32_t>;

constexpr bool only_the_first_time_counts() {
    house h;
    h.record({.kind = opaque(door::bought), .at = at({2026, 2, 3})});
    h.record({.kind = door::bought, .at = at({2026, 1, 31}, 23, 59, 59)});
    expect(h.contribution<new_buyers>(at({2026, 2, 28})) == change{0, 1});
    expect(h.contribution<new_buyers>(at({2026, 3, 1})) == change{1, 0});
    expect(h.contribution<new_buyers>(at({2026, 1, 31})) == change{}); // the running month
    expect(h.contribution<new_buyers>(at({2026, 4, 1})) == change{});
    expect(h.contribution<new_buyers_a_week>(at({2026, 2, 3})) == change{0, 1}); // another period
    return true;
}
static_assert(only_the_first_time_counts());
TEST_CASE("only the first time counts, whatever the order") { CHECK(only_the_first_time_counts()); }

constexpr bool month_to_date_stops_at_the_same_day() {
    house h;
    h.record({.kind = opaque(door::bought), .at = at({2024, 2, 29})});
    expect(h.contribution<new_buyers>(at({2024, 3, 29}), to_date{}) == change{1, 0});
    expect(h.contribution<new_buyers>(at({2024, 3, 28}), to_date{}) == change{0, 0});
    expect(h.contribution<new_buyers>(at({2024, 2, 29}), to_date{}) == change{0, 1});
    expect(h.contribution<new_buyers>(at({2024, 2, 28}), to_date{}) == change{0, 0}); // not yet
    return true;
}
static_assert(month_to_date_stops_at_the_same_day());
TEST_CASE("month to date stops at the same day of the month before") {
    CHECK(month_to_date_stops_at_the_same_day());
}

} // namespace
} // namespace kpi::test
