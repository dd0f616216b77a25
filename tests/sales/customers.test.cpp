// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/measured.hpp"
#include <kpi/sales/customers.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool surveys() {
    // C1 to C6: from counts, never from rounded percents
    using points = score<std::uint32_t>;
    expect(measured<net_promoter_score>({{nps_promoter, 6}, {nps_passive, 2}, {nps_detractor, 2}}) ==
           points{6, 2, 10});
    expect(measured<net_promoter_score>({{nps_detractor, 1}, {nps_passive, 2}, {nps_promoter, 1}}).value() ==
           0.0);
    expect(measured<net_promoter_score>({{nps_promoter, 2}, {nps_passive, 2}, {nps_detractor, 3}}).per(700) ==
           -100);
    expect(measured<net_promoter_score>({{nps_promoter, 333}, {nps_passive, 333}, {nps_detractor, 334}})
               .per(1000) == -1);
    expect(measured<net_promoter_score>({{nps_detractor, 5}}).value() == -100.0);
    expect(!measured<net_promoter_score>({{satisfied, 3}}).has_value());
    // C8
    expect(measured<employee_net_promoter_score>({{nps_promoter, 3}, {nps_passive, 4}, {nps_detractor, 5}})
               .per(600) == -100);
    // C11, C12: of the answers to this question, not of surveys sent, and not of NPS answers
    expect(measured<customer_satisfaction>({{satisfied, 42}, {not_satisfied, 8}, {nps_promoter, 9}}) ==
           share{42, 50});
    expect(measured<customer_satisfaction>({{satisfied, 3}, {not_satisfied, 2}}) == share{3, 5});
    return true;
}
static_assert(surveys());
TEST_CASE("surveys") { CHECK(surveys()); }

constexpr bool staying_and_leaving() {
    // C13, C14: 2 more were lost, of those gained in the period; they are not of those at its start
    expect(measured<churn_rate>({{churned, 10}}, 200) == share{10, 200});
    expect(measured<retention_rate>({{churned, 10}}, 200) == share{190, 200});
    expect(!measured<churn_rate>({{churned, 10}}).has_value());
    // C18, C19
    expect(measured<renewal_rate>({{renewal_due, 50}, {renewed, 45}}) == share{45, 50});
    expect(measured<referrals_per_customer>({{referral, 6}}, 80) == against{6, 80});
    // D23
    expect(measured<upsells_per_customer>({{upsell, 15}}, 80) == against{15, 80});
    expect(measured<cross_sells_per_customer>({{cross_sell, 8}}, 80) == against{8, 80});
    expect(measured<tickets_within_service_level>({{ticket_closed, 1}, {ticket_closed_in_time, 3}}) ==
           share{3, 4});
    expect(measured<tickets_closed>({{ticket_closed, 1}, {ticket_closed_in_time, 3}}).n == 4);
    return true;
}
static_assert(staying_and_leaving());
TEST_CASE("staying and leaving") { CHECK(staying_and_leaving()); }

} // namespace
} // namespace kpi::test
