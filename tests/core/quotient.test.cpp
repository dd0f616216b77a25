// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/core/quotient.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>

namespace kpi::test {
namespace {

static_assert(amount<std::int64_t> && amount<rational> && !amount<bool>);

static_assert(std::same_as<decltype(quotient(1, 2)), ratio<int>>);
static_assert(std::same_as<decltype(quotient(1u, 2u)), ratio<unsigned>>);
static_assert(std::same_as<decltype(quotient(1.0f, 2.0f)), std::optional<float>>);
static_assert(std::same_as<decltype(relative_change(1u, 2u)), growth<unsigned>>);
static_assert(std::same_as<decltype(relative_change(1, 2)), ratio<int>>);
static_assert(std::same_as<decltype(relative_change(1.0, 2.0)), std::optional<double>>);

constexpr bool integers_stay_exact_and_real_numbers_are_optional() {
    expect(quotient(opaque(-7), opaque(2)) == ratio<int>{-7, 2});
    expect(exactly(quotient(opaque(7), opaque(-2))) == rational{-7, 2});
    expect(quotient(opaque(7.0f), opaque(2.0f)) == 3.5f);
    expect(quotient(7_q, 2_q) == rational{7, 2});
    return true;
}
static_assert(integers_stay_exact_and_real_numbers_are_optional());
TEST_CASE("a quotient of integers stays exact, one of real numbers is an optional number") {
    CHECK(integers_stay_exact_and_real_numbers_are_optional());
}

constexpr bool nothing_is_divided_by_zero() {
    expect(!quotient(opaque(7), opaque(0)).has_value());
    expect(!quotient(opaque(7.0), opaque(0.0)));
    expect(!quotient(opaque(7.0), opaque(-0.0)));
    expect(!quotient(0_q, 0_q));
    expect(!average(opaque(7.0), 0_n));
    expect(!relative_change(7_n, 0_n).has_value());
    return true;
}
static_assert(nothing_is_divided_by_zero());
TEST_CASE("nothing is divided by zero") { CHECK(nothing_is_divided_by_zero()); }

constexpr bool a_change_needs_a_positive_base() {
    expect(exactly(relative_change(1_n, 4_n)) == rational{-3, 4});
    expect(exactly(relative_change(opaque(-2), opaque(4))) == rational{-3, 2});
    expect(relative_change(opaque(-2.0f), opaque(4.0f)) == -1.5f);
    expect(exactly(relative_change(opaque(4), opaque(1))) == rational{3});
    expect(relative_change(4_q, 1_q / 2_q) == rational{7});
    expect(!relative_change(opaque(4), opaque(-2)).has_value());
    expect(relative_change(opaque(4), opaque(0)) == ratio<int>{});
    expect(!relative_change(opaque(4.0), opaque(-2.0)));
    expect(!relative_change(4_q, -2_q));
    using limits = std::numeric_limits<int>;
    expect(!relative_change(opaque(limits::min()), opaque(1)).has_value()); // the difference does not fit
    expect(relative_change(opaque(limits::min()), opaque(1)) == ratio<int>{});
    return true;
}
static_assert(a_change_needs_a_positive_base());
TEST_CASE("a change needs a positive base") { CHECK(a_change_needs_a_positive_base()); }

TEST_CASE("of what is not a number nothing is answered") { // arithmetic with it is no constant
    const double none = opaque(std::numeric_limits<double>::quiet_NaN());
    const double infinite = opaque(std::numeric_limits<double>::infinity());
    CHECK(!quotient(none, 1.0));
    CHECK(!quotient(1.0, none));
    CHECK(!quotient(infinite, infinite));
    CHECK(quotient(infinite, 1.0) == infinite);
    CHECK(!average(none, 1u));
    CHECK(!relative_change(none, 1.0));
}

} // namespace
} // namespace kpi::test
