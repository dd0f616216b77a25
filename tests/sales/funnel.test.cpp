// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/measured.hpp"
#include <kpi/sales/funnel.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool what_a_result_costs() {
    // X10
    expect(measured<cost_per_meeting>({{meeting_held, 20}, {video_meeting, 12}}, 10'000) ==
           ratio<std::int64_t>{10'000, 32});
    expect(!measured<cost_per_opportunity>({}, 10'000).has_value());
    expect(measured<cost_per_opportunity>({{opportunity, 4}}, 10'000).per(1) == 2500);
    return true;
}
static_assert(what_a_result_costs());
TEST_CASE("what a result costs") { CHECK(what_a_result_costs()); }

constexpr bool a_stage_reached_is_counted_once_recorded() {
    expect(measured<marketing_qualified_leads>({{mcl, 10}, {mql, 4}, {sal, 3}, {sql, 2}}).n == 4);
    expect(measured<new_customers>({{deal_won, 5}, {customer, 3}}).n ==
           3); // a won deal does not make a customer
    expect(measured<leads_out>({{out, 2}}).n == 2);
    return true;
}
static_assert(a_stage_reached_is_counted_once_recorded());
TEST_CASE("a stage reached is counted as it is recorded") {
    CHECK(a_stage_reached_is_counted_once_recorded());
}

} // namespace
} // namespace kpi::test
