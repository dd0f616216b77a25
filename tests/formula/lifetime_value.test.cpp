// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/lifetime_value.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool revenue_and_margin_over_the_years() {
    expect(customer_lifetime_value(250_q, 4_q, 5_q) == rational{5000});                      // D25
    expect(customer_lifetime_value(251_q / 2_q, 7_q / 2_q, 5_q / 2_q) == rational{8785, 8}); // D26
    expect(margin_customer_lifetime_value(250_q, 4_q, 5_q, 2_q / 5_q) == rational{2000});    // D27
    expect(customer_lifetime_value(opaque(125.5f), opaque(3.5f), opaque(2.5f)) == 1098.125f);
    expect(customer_lifetime_value(opaque(125.5), opaque(3.5), opaque(2.5)) == 1098.125);
    expect(margin_customer_lifetime_value(opaque(250.0f), opaque(4.0f), opaque(5.0f), opaque(0.5f)) ==
           2500.0f);
    return true;
}
static_assert(revenue_and_margin_over_the_years());
TEST_CASE("D25, D26, D27: revenue and margin of a customer over the years") {
    CHECK(revenue_and_margin_over_the_years());
}

constexpr bool against_the_cost_of_acquisition() {
    expect(ltv_to_cac(2000_q, 2500_q) == rational{4, 5}); // D30: margin
    expect(exactly(ltv_to_cac(2000_n, 2500_n)) == rational{4, 5});
    expect(ltv_to_cac(5000_q, 2500_q) == rational{2}); // D31: revenue, which flatters
    expect(!ltv_to_cac(2000_q, 0_q));
    return true;
}
static_assert(against_the_cost_of_acquisition());
TEST_CASE("D30, D31: lifetime value against the cost of acquisition") {
    CHECK(against_the_cost_of_acquisition());
}

TEST_CASE("of what is not a number nothing is answered") { // arithmetic with it is no constant
    const double infinite = opaque(std::numeric_limits<double>::infinity());
    CHECK(!customer_lifetime_value(infinite, opaque(0.0), 5.0));
    CHECK(!margin_customer_lifetime_value(infinite, 4.0, 5.0, opaque(0.0)));
    CHECK(!ltv_to_cac(infinite, infinite));
}

} // namespace
} // namespace kpi::test
