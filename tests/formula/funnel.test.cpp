// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/funnel.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool responses_to_leads() {
    expect(exactly(average_response_time(120_n + 300_n + 1380_n, 3_n)) ==
           rational{600}); // L1: the open one is out
    expect(!average_response_time(0_n, 0_n).has_value());
    expect(exactly(handover_response_time(1200_n, 2_n)) == rational{600});
    expect(exactly(lead_response_rate(45_n, 60_n)) == rational{3, 4}); // L2
    expect(exactly(speed_to_lead(12_n, 40_n)) == rational{3, 10});     // X6
    expect(!speed_to_lead(0_n, 0_n).has_value());
    return true;
}
static_assert(responses_to_leads());
TEST_CASE("L1, L2, X6: responses to leads") { CHECK(responses_to_leads()); }

constexpr bool only_qualified_leads_are_followed_up() {
    expect(exactly(share_of_leads_followed_up(34_n, 40_n)) == rational{17, 20}); // L3: 20 of 60 not qualified
    expect(exactly(share_touched_twice(2787_n, 4521_n)) == rational{929, 1507}); // L4
    expect(!share_of_leads_followed_up(0_n, 0_n).has_value());
    return true;
}
static_assert(only_qualified_leads_are_followed_up());
TEST_CASE("L3, L4: qualified leads followed up, once and twice") {
    CHECK(only_qualified_leads_are_followed_up());
}

constexpr bool a_cohort_is_no_period() {
    expect(exactly(lead_conversion_rate(6_n, 150_n)) == rational{1, 25});        // L5: cohort
    expect(exactly(customer_acquisition_rate(9_n, 150_n)) == rational{3, 50});   // L8: period
    expect(exactly(customer_acquisition_rate(57_n, 30_n)) == rational{19, 10});  // older leads came true
    expect(exactly(lead_conversion_rate(521_n, 4521_n)) == rational{521, 4521}); // L6
    expect(exactly(wins_per_touch(521_n, 12630_n)) == rational{521, 12630});     // L7
    expect(exactly(prospect_acquisition_rate(4_n, 80_n)) == rational{1, 20});    // L9: of those tried
    expect(!lead_conversion_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(a_cohort_is_no_period());
TEST_CASE("L5, L6, L7, L8, L9: a cohort follows its leads, a period takes what happens in it") {
    CHECK(a_cohort_is_no_period());
}

constexpr bool conversion_by_touch() {
    expect(exactly(conversion_at_touch(5_n, 100_n)) == rational{1, 20}); // L10: k = 1
    expect(exactly(conversion_at_touch(8_n, 80_n)) == rational{1, 10});  // L11: k = 2
    expect(exactly(conversion_at_touch(2_n, 50_n)) == rational{1, 25});  // L12: k = 3
    expect(!conversion_at_touch(0_n, 0_n).has_value());
    return true;
}
static_assert(conversion_by_touch());
TEST_CASE("L10, L11, L12: conversion at touch k, of prospects who got at least k") {
    CHECK(conversion_by_touch());
}

constexpr bool from_any_stage_to_any_later_one() {
    const auto mcl = 1000_n, mql = 400_n, sql = 120_n, opportunity = 60_n, customer = 15_n; // reached
    expect(exactly(stage_conversion_rate(mql, mcl)) == rational{2, 5});                     // L13
    expect(exactly(stage_conversion_rate(sql, mql)) == rational{3, 10});                    // L14
    expect(exactly(stage_conversion_rate(opportunity, sql)) == rational{1, 2});             // L15
    expect(exactly(stage_conversion_rate(customer, opportunity)) == rational{1, 4});        // L16
    expect(exactly(stage_conversion_rate(customer, sql)) == rational{1, 8});                // L17
    expect(exactly(stage_conversion_rate(customer, mql)) == rational{3, 80});               // L18
    expect(!stage_conversion_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(from_any_stage_to_any_later_one());
TEST_CASE("L13 to L18: from any stage to any later one") { CHECK(from_any_stage_to_any_later_one()); }

constexpr bool each_lead_is_in_one_stage() {
    rational sum{0};
    for (const auto now : {590_n, 270_n, 55_n, 30_n, 15_n, 40_n})
        sum = sum + *exactly(share_of_leads_in_stage(now, 1000_n));
    expect(sum == rational{1});
    expect(exactly(share_of_leads_in_stage(270_n, 1000_n)) == rational{27, 100});     // L19: MQL
    expect(exactly(share_of_leads_in_stage(40_n, 1000_n)) == rational{1, 25});        // L20: out
    expect(exactly(share_of_leads_in_stage(4238_n, 8800_n)) == rational{2119, 4400}); // L21: won
    return true;
}
static_assert(each_lead_is_in_one_stage());
TEST_CASE("L19, L20, L21: each lead is in one stage, the shares sum to 1") {
    CHECK(each_lead_is_in_one_stage());
}

constexpr bool leads_grow_from_month_to_month() {
    expect(exactly(lead_velocity_rate(120_n, 100_n)) == rational{1, 5}); // L22
    expect(exactly(lead_velocity_rate(80_n, 100_n)) == rational{-1, 5}); // L23
    expect(exactly(lead_velocity_rate(0_n, 50_n)) == rational{-1});      // L24
    expect(!lead_velocity_rate(50_n, 0_n).has_value());                  // L25
    expect(!lead_velocity_rate(0_n, 0_n).has_value());                   // L26
    expect(exactly(lead_velocity_rate(36_n, 30_n)) == rational{1, 5});   // L27: the same days of both months
    expect(exactly(lead_velocity_rate(36_n, 90_n)) == rational{-3, 5});  // and not all of the last
    return true;
}
static_assert(leads_grow_from_month_to_month());
TEST_CASE("L22 to L27: lead velocity, from month to month") { CHECK(leads_grow_from_month_to_month()); }

constexpr bool from_first_impression_to_first_deal() {
    expect(exactly(customer_lifecycle_length(30_n + 45_n + 60_n, 3_n)) ==
           rational{45}); // L28: the open one is out
    expect(!customer_lifecycle_length(0_n, 0_n).has_value());
    expect(exactly(lead_to_customer_time(90_n, 4_n)) == rational{45, 2});
    return true;
}
static_assert(from_first_impression_to_first_deal());
TEST_CASE("L28: from first impression to first deal won") { CHECK(from_first_impression_to_first_deal()); }

} // namespace
} // namespace kpi::test
