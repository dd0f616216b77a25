// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/statistics/comparison.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool two_rates_are_compared_exactly() {
    const proportion a{18_n, 240_n}, b{12_n, 240_n};
    expect(difference(a, b).value<rational>() == rational{1, 40}); // T22
    expect(difference(b, a).value<rational>() == rational{-1, 40});
    expect(z_squared<rational>(a, b) == rational{32, 25}); // T23
    expect(z_squared<rational>(b, a) == rational{32, 25});
    const double root = 1.1313708498984762;
    expect(*z(a, b) > root - 1e-15 && *z(a, b) < root + 1e-15);
    expect(*z(b, a) == -*z(a, b));
    expect(*z<float>(a, b) > 1.13137f && *z<float>(a, b) < 1.131372f);
    return true;
}
static_assert(two_rates_are_compared_exactly());
TEST_CASE("T22, T23: two rates, their difference and its z") { CHECK(two_rates_are_compared_exactly()); }

constexpr bool samples_of_different_size() {
    const proportion a{1_n, 2_n}, b{1_n, 3_n};
    expect(difference(a, b).value<rational>() == rational{1, 6});
    const rational pooled = 2_q / 5_q; // the definition, as it stands in the header
    const rational expected = rational{1, 36} / (pooled * (1_q - pooled) * (1_q / 2_q + 1_q / 3_q));
    expect(z_squared<rational>(a, b) == expected);
    return true;
}
static_assert(samples_of_different_size());
TEST_CASE("samples of different size weigh differently") { CHECK(samples_of_different_size()); }

constexpr bool equal_rates_differ_by_nothing() {
    expect(difference(proportion{1_n, 4_n}, proportion{25_n, 100_n}).value<rational>() == rational{0});
    expect(z(proportion{1_n, 4_n}, proportion{25_n, 100_n}) == 0.0);
    expect(difference(proportion{0_n, 4_n}, proportion{0_n, 9_n}).value<rational>() == rational{0});
    return true;
}
static_assert(equal_rates_differ_by_nothing());
TEST_CASE("equal rates differ by nothing") { CHECK(equal_rates_differ_by_nothing()); }

constexpr bool what_cannot_be_compared() {
    const proportion some{1_n, 4_n}, none{0_n, 0_n}, incoherent{5_n, 4_n};
    expect(!difference(some, none).has_value() && !difference(none, some).has_value());
    expect(!z(some, none) && !z(none, some));
    expect(!z(some, incoherent) && !z(incoherent, some));
    expect(difference(incoherent, some).value<rational>() == rational{1}); // shown as it is
    expect(!z(proportion{0_n, 4_n}, proportion{0_n, 9_n}));                // both 0: no spread to measure by
    expect(!z(proportion{4_n, 4_n}, proportion{9_n, 9_n}));
    const proportion at_least{opaque(std::uint8_t{3}), opaque(std::uint8_t{255})};
    const proportion exact{opaque(std::uint8_t{3}), opaque(std::uint8_t{25})};
    expect(!difference(at_least, exact).has_value() && !difference(exact, at_least).has_value());
    expect(difference(exact, exact).has_value());
    return true;
}
static_assert(what_cannot_be_compared());
TEST_CASE("empty, incoherent, saturated and spreadless rates have no z") { CHECK(what_cannot_be_compared()); }

constexpr bool counts_of_32_bits_always_fit() {
    const std::uint32_t most = opaque(std::uint32_t{4294967294});
    const proportion all{most, most}, half{most / 2, most};
    expect(difference(all, half).value() == 0.5);
    expect(*z<float>(all, half) > 53000.0f && *z<float>(all, half) < 54000.0f);
    const std::uint64_t large = opaque(std::uint64_t{1} << 33);
    expect(
        !difference(proportion{large, large}, proportion{large, large}).has_value()); // refused, not wrapped
    expect(!difference(proportion{std::uint64_t{1}, large}, proportion{std::uint64_t{1}, large}).has_value());
    expect(!difference(proportion{large, std::uint64_t{1}}, proportion{std::uint64_t{1}, large}).has_value());
    expect(!difference(proportion{std::uint64_t{1}, large}, proportion{large, std::uint64_t{1}}).has_value());
    expect(!z(proportion{large, large}, proportion{std::uint64_t{1}, large}));
    const std::uint64_t almost = opaque(~std::uint64_t{1});
    expect(z(proportion{almost - 1, almost}, proportion{std::uint64_t{0}, std::uint64_t{1}}).has_value());
    return true;
}
static_assert(counts_of_32_bits_always_fit());
TEST_CASE("counts of 32 bits always fit; what does not is refused") { CHECK(counts_of_32_bits_always_fit()); }

} // namespace
} // namespace kpi::test
