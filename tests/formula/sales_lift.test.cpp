// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/sales_lift.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool what_the_promotion_did() {
    const before_after a{200_n, 260_n}, b{200_n, 210_n};
    expect(sales_lift(a, b) == 50);                                 // D15
    expect(exactly(relative_sales_lift(a, b)) == rational{26, 21}); // D16
    const before_after exact_a{200_q, 260_q}, exact_b{200_q, 210_q};
    expect(sales_lift(exact_a, exact_b) == rational{50});
    expect(relative_sales_lift(exact_a, exact_b) == rational{26, 21});
    expect(sales_lift(before_after{opaque(2.0f), opaque(2.5f)}, {2.0f, 2.25f}) == 0.25f);
    return true;
}
static_assert(what_the_promotion_did());
TEST_CASE("D15, D16: what the promotion did, beyond what the other shop did without") {
    CHECK(what_the_promotion_did());
}

constexpr bool a_lift_can_be_a_loss() {
    expect(sales_lift(before_after{200_n, 190_n}, {200_n, 210_n}) == -20); // of unsigned units too
    expect(sales_lift(before_after{opaque(-5), opaque(5)}, {0, 20}) == -10);
    return true;
}
static_assert(a_lift_can_be_a_loss());
TEST_CASE("a lift can be a loss") { CHECK(a_lift_can_be_a_loss()); }

constexpr bool no_relative_lift_from_nothing() {
    expect(!relative_sales_lift(before_after{0_n, 260_n}, {200_n, 210_n}).has_value());
    expect(!relative_sales_lift(before_after{200_n, 260_n}, {0_n, 210_n}).has_value());
    expect(!relative_sales_lift(before_after{200_n, 260_n}, {200_n, 0_n}).has_value());
    expect(!relative_sales_lift(before_after{200_q, 260_q}, {0_q, 210_q}));
    expect(!relative_sales_lift(before_after{opaque(200), opaque(260)}, {-200, -210}).has_value());
    expect(exactly(relative_sales_lift(before_after{1_n, 2_n}, {1_n, 1_n})) == rational{2});
    const before_after half{1_q / 2_q, 1_q / 2_q};
    expect(relative_sales_lift(half, half) == rational{1});
    expect(exactly(relative_sales_lift(before_after{200_n, 0_n}, {200_n, 210_n})) == rational{0});
    return true;
}
static_assert(no_relative_lift_from_nothing());
TEST_CASE("no relative lift from nothing") { CHECK(no_relative_lift_from_nothing()); }

constexpr bool a_lift_that_does_not_fit_is_refused() {
    using limits = std::numeric_limits<std::int64_t>;
    const before_after most{opaque(limits::min()), opaque(limits::max())},
        none{std::int64_t{0}, std::int64_t{0}};
    expect(!sales_lift(most, none));
    expect(!sales_lift(none, most));
    const before_after half{std::int64_t{0}, opaque(limits::max())},
        other{std::int64_t{1}, opaque(std::int64_t{0})};
    expect(!sales_lift(half, other));
    expect(sales_lift(half, {std::int64_t{1}, std::int64_t{1}}) == limits::max());
    const auto large = opaque(std::uint64_t{1} << 32);
    expect(!relative_sales_lift(before_after{large, large}, {large, large}).has_value());
    const auto most_of_32_bits = opaque(std::uint32_t{4294967294}); // 32-bit volumes always fit
    expect(exactly(relative_sales_lift(before_after{most_of_32_bits, 260_n}, {most_of_32_bits, 210_n})) ==
           rational{26, 21});
    const before_after full{opaque(std::uint32_t{4294967295}), 260_n}; // saturated: nobody knows
    expect(full.saturated() && !sales_lift(full, full) && !relative_sales_lift(full, full).has_value());
    return true;
}
static_assert(a_lift_that_does_not_fit_is_refused());
TEST_CASE("a lift that does not fit is refused") { CHECK(a_lift_that_does_not_fit_is_refused()); }

} // namespace
} // namespace kpi::test
