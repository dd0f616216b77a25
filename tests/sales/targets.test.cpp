// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/measured.hpp"
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/targets.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace sales;
using statistics::verdict;

constexpr bool a_target_is_held_against_its_own_periods() { // METRICS.md, A1 to A7
    expect(calls_a_day.attained(opaque(48u)) == against{48, 60});
    expect(calls_a_day.attained(1134, 21).per(10) == 9);
    expect(conversations_a_day.attained(12).per(10) == 12); // not capped
    expect(opportunities_a_day.attained(3, 2).per(4) == 3);
    expect(touches_a_day.attained(150).per(4) == 3);
    expect(mqls_a_month.attained(170).per(20) == 17);
    expect(!target{"calls", 0, "day"}.attained(7).has_value());
    return true;
}
static_assert(a_target_is_held_against_its_own_periods());
TEST_CASE("a target is held against its own periods, and not capped") {
    CHECK(a_target_is_held_against_its_own_periods());
}

constexpr bool bands_are_judged_by_point() { // L38 to L41, X4, X5, T16 to T18
    expect(close_rate_band_bant.verdict_on(share{30, 100}) == verdict::within);
    expect(close_rate_band_bant.verdict_on(share{25, 100}) == verdict::within);
    expect(close_rate_band_bant.verdict_on(share{35, 100}) == verdict::within);
    expect(close_rate_band_bant.verdict_on(share{22, 100}) == verdict::below);
    expect(close_rate_band_other.verdict_on(share{22, 100}) == verdict::above);
    expect(statistics::is_above(share{75, 2500}, highest_abandon_rate) == false);
    expect(statistics::is_above(share{76, 2500}, highest_abandon_rate) == true);
    expect(statistics::is_above(share{1, 4}, capacity_is_used_up_to) == false);
    expect(statistics::is_above(share{3, 5}, capacity_is_used_up_to) == true);
    expect(statistics::is_below(share{20, 100}, lowest_close_rate) == false);
    expect(!statistics::is_above(share{0, 0}, highest_abandon_rate).has_value());
    return true;
}
static_assert(bands_are_judged_by_point());
TEST_CASE("bands and limits are judged by point, edges within") { CHECK(bands_are_judged_by_point()); }

TEST_CASE("every target names a metric of the catalog") {
    for (const target &t :
         {calls_a_day, conversations_a_day, opportunities_a_day, touches_a_day, mqls_a_month}) {
        CAPTURE(t.metric);
        CHECK(catalog.visit(t.metric, []<const auto & M>(){}));
    }
}

} // namespace
} // namespace kpi::test
