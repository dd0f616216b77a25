// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/cost.hpp>

#include <doctest/doctest.h>

#include <concepts>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool cost_in_whole_units_stays_exact() {
    expect(exactly(cost_per_lead(10000_n, 1000_n)) == rational{10});             // X9
    expect(exactly(cost_per_meeting(10000_n, 32_n)) == rational{625, 2});        // X10
    expect(exactly(customer_acquisition_cost(30000_n, 12_n)) == rational{2500}); // D28
    expect(!customer_acquisition_cost(30000_n, 0_n).has_value());                // D29
    expect(exactly(cost_per_opportunity(opaque(-90), 4_n)) == rational{-45, 2}); // a refund
    return true;
}
static_assert(cost_in_whole_units_stays_exact());
TEST_CASE("X9, X10, D28, D29: a cost in whole units stays exact") {
    CHECK(cost_in_whole_units_stays_exact());
}

constexpr bool cost_in_real_numbers() {
    expect(cost_per_lead(10000_q, 1000_n) == rational{10});
    expect(cost_per_meeting(opaque(10000.0), 32_n) == 312.5);
    expect(cost_per_meeting(opaque(10000.0f), 32_n) == 312.5f);
    expect(!customer_acquisition_cost(30000_q, 0_n));
    return true;
}
static_assert(cost_in_real_numbers());
static_assert(std::same_as<decltype(cost_per_lead(1, 1u)), ratio<int>>);
static_assert(std::same_as<decltype(cost_per_lead(1.0f, 1u)), std::optional<float>>);
TEST_CASE("a cost in real numbers is an optional number") { CHECK(cost_in_real_numbers()); }

} // namespace
} // namespace kpi::test
