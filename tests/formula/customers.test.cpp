// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/customers.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool customers_who_buy_more() {
    expect(exactly(upsell_rate(12_n, 80_n)) == rational{3, 20});          // D22: customers, once each
    expect(exactly(upsells_per_customer(15_n, 80_n)) == rational{3, 16}); // D23: upsells
    expect(exactly(cross_sell_rate(8_n, 80_n)) == rational{1, 10});       // D24
    expect(exactly(cross_sells_per_customer(10_n, 80_n)) == rational{1, 8});
    expect(exactly(time_to_upsell(540_n, 3_n)) == rational{180});
    expect(!upsell_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(customers_who_buy_more());
TEST_CASE("D22, D23, D24: customers who buy more") { CHECK(customers_who_buy_more()); }

constexpr bool churn_and_retention_are_of_those_at_the_start() {
    expect(exactly(churn_rate(10_n, 200_n)) == rational{1, 20}); // C13: 30 new and 2 of these lost are out
    const auto at_end = 200_n - 10_n + 30_n - 2_n, gained = 30_n - 2_n;
    expect(exactly(retention_rate(at_end, gained, 200_n)) == rational{19, 20}); // C14
    expect(retention_rate(at_end, gained, 200_n) == churn_rate(10_n, 200_n).complement());
    expect(!churn_rate(0_n, 0_n).has_value());
    expect(!retention_rate(28_n, 28_n, 0_n).has_value());
    expect(!retention_rate(27_n, 28_n, 200_n).has_value()); // more gained and still there than there are
    return true;
}
static_assert(churn_and_retention_are_of_those_at_the_start());
TEST_CASE("C13, C14: churn and retention are of those at the start") {
    CHECK(churn_and_retention_are_of_those_at_the_start());
}

constexpr bool churn_by_age_waits_for_the_age() {
    expect(exactly(churn_by_age(3_n, 24_n)) == rational{1, 8}); // C15: 6 of 30 are younger
    expect(!churn_by_age(0_n, 0_n).has_value());
    return true;
}
static_assert(churn_by_age_waits_for_the_age());
TEST_CASE("C15: churn within 6 months, of customers at least that old") {
    CHECK(churn_by_age_waits_for_the_age());
}

constexpr bool engagement_is_for_a_quarter() {
    expect(exactly(client_engagement(36_n, 12_n * 3_n)) == rational{1}); // C16
    expect(!client_engagement(36_n, 0_n).has_value());
    expect(exactly(issue_resolution_rate(3_n, 4_n)) == rational{3, 4});
    return true;
}
static_assert(engagement_is_for_a_quarter());
TEST_CASE("C16: interactions for a customer and quarter") { CHECK(engagement_is_for_a_quarter()); }

constexpr bool renewals_referrals_trials_tickets() {
    expect(exactly(renewal_rate(45_n, 50_n)) == rational{9, 10});          // C18
    expect(exactly(referrals_per_customer(6_n, 80_n)) == rational{3, 40}); // C19
    expect(exactly(trial_conversion(18_n, 120_n)) == rational{3, 20});     // C20
    expect(exactly(tickets_within_service_level(19_n, 20_n)) == rational{19, 20});
    expect(!renewal_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(renewals_referrals_trials_tickets());
TEST_CASE("C18, C19, C20: renewals, referrals, trials, tickets") {
    CHECK(renewals_referrals_trials_tickets());
}

} // namespace
} // namespace kpi::test
