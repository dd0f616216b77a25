// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/funnel.hpp>
#include <kpi/formula/lead_quality.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool leads_handed_over() {
    expect(exactly(lead_validation_rate(42_n, 60_n)) == rational{7, 10}); // L35
    expect(exactly(recycled_share(18_n, 60_n)) == rational{3, 10});
    expect(!lead_validation_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(leads_handed_over());
TEST_CASE("L35: leads handed over are accepted or sent back") { CHECK(leads_handed_over()); }

constexpr bool every_lead_rate_has_its_twin_by_grade() {
    expect(exactly(lead_conversion_rate(9_n, 30_n)) == rational{3, 10}); // L36: A
    expect(exactly(lead_conversion_rate(6_n, 40_n)) == rational{3, 20}); // L37: B
    return true;
}
static_assert(every_lead_rate_has_its_twin_by_grade());
TEST_CASE("L36, L37: conversion by grade") { CHECK(every_lead_rate_has_its_twin_by_grade()); }

constexpr bool how_good_leads_are() {
    expect(exactly(criteria_met(7_n, 2_n)) == rational{7, 2});
    expect(exactly(ready_to_buy_share(3_n, 60_n)) == rational{1, 20});
    expect(exactly(record_completeness(45_n, 60_n)) == rational{3, 4});
    expect(!criteria_met(0_n, 0_n).has_value());
    expect(!ready_to_buy_share(0_n, 0_n).has_value());
    expect(!record_completeness(0_n, 0_n).has_value());
    return true;
}
static_assert(how_good_leads_are());
TEST_CASE("criteria met, leads ready to buy, records complete") { CHECK(how_good_leads_are()); }

} // namespace
} // namespace kpi::test
