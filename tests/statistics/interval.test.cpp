// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/random.hpp"
#include <kpi/statistics/interval.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool near(double a, double b, double tolerance) { return a - b <= tolerance && b - a <= tolerance; }

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
// Statistics in Medicine 17, 1998, table I, method 3 (score), 95 %.
constexpr bool agrees_with_published_intervals() {
    const auto agrees = [](std::uint32_t part, std::uint32_t whole, double low, double high) {
        const auto i = wilson(proportion{part, whole});
        return i && near(i->low, low, 5e-5) && near(i->high, high, 5e-5);
    };
    expect(agrees(81_n, 263_n, 0.2553, 0.3662));
    expect(agrees(15_n, 148_n, 0.0624, 0.1605));
    expect(agrees(0_n, 20_n, 0.0, 0.1611));
    expect(agrees(1_n, 29_n, 0.0061, 0.1718));
    return true;
}
static_assert(agrees_with_published_intervals());
TEST_CASE("agrees with published intervals") { CHECK(agrees_with_published_intervals()); }

constexpr bool stays_within_its_range() {
    expect(wilson(proportion{0_n, 1_n})->low == 0.0);
    expect(wilson(proportion{1_n, 1_n})->high == 1.0);
    expect(wilson(proportion{14_n, 14_n})->high == 1.0);                     // where rounding stays below it
    expect(wilson<float>(proportion{16777727_n, 16777729_n})->high == 1.0f); // where rounding goes beyond it
    expect(wilson(proportion{0_n, 7_n}, z_99<>)->low == 0.0);
    expect(wilson(proportion{7_n, 7_n}, level::of_99)->high == 1.0);
    expect(wilson<float>(proportion{0_n, 4'000'000'000_n})->low == 0.0f);
    const auto nothing_doubted = wilson(proportion{1_n, 4_n}, z_score{opaque(0.0)});
    expect(nothing_doubted == interval<double>{0.25, 0.25});
    return true;
}
static_assert(stays_within_its_range());
TEST_CASE("stays within 0..1, and is a point at z = 0") { CHECK(stays_within_its_range()); }

constexpr bool a_level_is_its_z() {
    const proportion p{opaque(81_n), opaque(263_n)};
    expect(wilson(p, level::of_95) == wilson(p) && wilson(p, z_95<>) == wilson(p));
    expect(wilson(p, level::of_90) == wilson(p, z_90<>) && wilson(p, level::of_99) == wilson(p, z_99<>));
    expect(wilson<float>(p, level::of_90) == wilson<float>(p, z_90<float>));
    expect(wilson(p, level::of_90)->low > wilson(p)->low && wilson(p)->low > wilson(p, level::of_99)->low);
    return true;
}
static_assert(a_level_is_its_z());
TEST_CASE("a level is its z, and a greater one has a wider interval") { CHECK(a_level_is_its_z()); }

TEST_CASE("a z bounds its share of the normal distribution on both sides") {
    const auto within = [](z_score<double> z) { return std::erf(z.value / std::sqrt(2.0)); };
    CHECK(near(within(z_90<double>), 0.90, 1e-15));
    CHECK(near(within(z_95<double>), 0.95, 1e-15));
    CHECK(near(within(z_99<double>), 0.99, 1e-15));
    CHECK(z_90<float>.value == static_cast<float>(z_90<double>.value));
    CHECK(z_99<float>.value == static_cast<float>(z_99<double>.value));
}

constexpr bool both_ends_belong_to_it() {
    const interval<double> i{opaque(0.25), opaque(0.5)};
    expect(i.contains(0.25) && i.contains(0.3) && i.contains(0.5));
    expect(!i.contains(0.2) && !i.contains(0.6));
    return true;
}
static_assert(both_ends_belong_to_it());
TEST_CASE("both ends belong to it") { CHECK(both_ends_belong_to_it()); }

constexpr bool no_interval_of_what_is_no_sample() {
    expect(!wilson(proportion{0_n, 0_n}));
    expect(!wilson(proportion{57_n, 30_n})); // incoherent
    expect(!wilson(
        proportion{opaque(std::uint8_t{3}), opaque(std::uint8_t{255})})); // saturated: of at least 255
    expect(!wilson(proportion{1_n, 4_n}, z_score{opaque(-1.0)}));
    expect(!wilson(proportion{1_n, 4_n}, z_score{opaque(std::numeric_limits<double>::quiet_NaN())}));
    return true;
}
static_assert(no_interval_of_what_is_no_sample());
TEST_CASE("no interval of nothing, of what is incoherent or saturated, or at a z that is none") {
    CHECK(no_interval_of_what_is_no_sample());
    const z_score infinite{opaque(std::numeric_limits<double>::infinity())}; // inf / inf is no constant
    CHECK(!wilson(proportion{1u, 4u}, infinite));
    CHECK(!wilson(proportion{0u, 4u}, infinite));
    CHECK(!wilson(proportion{4u, 4u}, infinite));
}

// Wilson's equation itself, in long double. The ends are made in at most 16 roundings, each of half an
// epsilon of what is no greater than middle + half.
TEST_CASE_TEMPLATE("the ends solve the equation", Real, float, double) {
    const auto exact = [](auto x) { return static_cast<long double>(x); };
    const long double rounding = 8 * exact(std::numeric_limits<Real>::epsilon());
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        CAPTURE(seed);
        random r{seed};
        const auto whole = static_cast<std::uint32_t>(1 + r.below(std::uint64_t{1} << r.below(31)));
        const auto part = static_cast<std::uint32_t>(r.below(std::uint64_t{whole} + 1));
        const Real z = Real(r.below(400)) / Real(100);
        const auto i = wilson<Real>(proportion{part, whole}, z_score{z});
        REQUIRE(i);
        const long double p = exact(part) / exact(whole), z2 = exact(z) * exact(z);
        const long double middle = (exact(part) + z2 / 2) / (exact(whole) + z2);
        const long double half = exact(z) / (exact(whole) + z2) * std::sqrt(p * exact(whole - part) + z2 / 4);
        REQUIRE(std::abs(exact(i->low) - (middle - half)) <= rounding * (middle + half));
        REQUIRE(std::abs(exact(i->high) - (middle + half)) <= rounding * (middle + half));
        REQUIRE(i->low <= i->high);
    }
}

} // namespace
} // namespace kpi::test
