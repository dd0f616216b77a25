// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/rational.hpp"
#include <kpi/core/product.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool all_factors_are_multiplied() {
    const product<3> p{{fraction<std::uint64_t>{opaque(std::uint64_t{40}), 1}, {1, 4}, {7500, 1}}};
    expect(p.has_value() && p.value() == 75000.0 && p.value<float>() == 75000.0f);
    expect(p.value_or(1.0) == 75000.0 && !p.saturated());
    const product<2> loss{{fraction<std::uint64_t>{1, 2, true}, {1, 3}}};
    expect(loss.value<rational>() == rational{-1, 6}); // exact in a rational type
    return true;
}
static_assert(all_factors_are_multiplied());
TEST_CASE("all factors are multiplied, with their signs") { CHECK(all_factors_are_multiplied()); }

constexpr bool one_that_is_absent_makes_it_absent() {
    const product<2> p{{fraction<std::uint64_t>{3, opaque(std::uint64_t{0})}, {0, 1}}};
    expect(!p.has_value() && !p.value().has_value() && p.value_or(-1.0) == -1.0);
    expect(product<1>{{fraction<std::uint64_t>{3, opaque(std::uint64_t{4})}}}.value_or(0) == 0.75);
    expect(!product<1>{}.has_value());
    return true;
}
static_assert(one_that_is_absent_makes_it_absent());
TEST_CASE("one factor that is absent makes all of it absent") { CHECK(one_that_is_absent_makes_it_absent()); }

constexpr bool a_saturated_factor_is_told() {
    const product<2> p{{fraction<std::uint64_t>{saturation<std::uint64_t>, 1}, {1, 1}}};
    expect(p.saturated() && p.has_value());
    return true;
}
static_assert(a_saturated_factor_is_told());
TEST_CASE("a saturated factor is told") { CHECK(a_saturated_factor_is_told()); }

} // namespace
} // namespace kpi::test
