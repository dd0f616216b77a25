// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include "support/random.hpp"
#include <kpi/statistics/two_proportions.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace kpi::test {
namespace {

using namespace statistics;

// Newcombe 1998, table II, method 10, 95 %.
constexpr bool differences_agree_with_published_ones() {
    const auto agrees = [](proportion<std::uint32_t> a, proportion<std::uint32_t> b, double low,
                           double high) {
        const auto i = newcombe(a, b);
        return i && within(i->low, low, 5.1e-5) && within(i->high, high, 5.1e-5);
    };
    expect(agrees({56_n, 70_n}, {48_n, 80_n}, 0.0524, 0.3339));
    expect(agrees({9_n, 10_n}, {3_n, 10_n}, 0.1705, 0.8090));
    expect(agrees({6_n, 7_n}, {2_n, 7_n}, 0.0582, 0.8062));
    expect(agrees({5_n, 56_n}, {0_n, 29_n}, -0.0381, 0.1926));
    expect(agrees({0_n, 10_n}, {0_n, 20_n}, -0.1611, 0.2775));
    expect(agrees({0_n, 10_n}, {0_n, 10_n}, -0.2775, 0.2775));
    expect(agrees({10_n, 10_n}, {0_n, 20_n}, 0.6791, 1.0));
    return true;
}
static_assert(differences_agree_with_published_ones());
TEST_CASE("differences agree with published ones") { CHECK(differences_agree_with_published_ones()); }

constexpr bool ratios_agree_with_published_ones() {
    // Koopman 1984, section 4.
    const proportion a{36_n, 40_n}, b{16_n, 80_n};
    const auto i = *koopman(a, b);
    expect(within(i.low, 2.94, 5e-3) && within(i.high, 7.15, 5e-3));
    const auto turned = *koopman(b, a); // the other way round it is the inverse
    expect(near(turned.low, 1 / i.high, 1e-12) && near(turned.high, 1 / i.low, 1e-12));
    const auto single = *koopman<float>(a, b, level::of_95);
    expect(near(static_cast<double>(single.low), i.low, 1e-4) &&
           near(static_cast<double>(single.high), i.high, 1e-4));
    return true;
}
static_assert(ratios_agree_with_published_ones());
TEST_CASE("ratios agree with published ones") { CHECK(ratios_agree_with_published_ones()); }

constexpr bool at_the_edges() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const proportion none{0_n, 20_n}, some{5_n, 20_n}, all{20_n, 20_n};
    expect(koopman(none, some)->low == 0.0 && koopman(none, some)->high < 1.0);
    expect(koopman(some, none)->high == infinity && koopman(some, none)->low > 1.0);
    expect(near(koopman(some, none)->low, 1 / koopman(none, some)->high, 1e-9));
    expect(!koopman(none, none));
    const auto alike = *koopman(all, all);
    expect(alike.low < 1.0 && 1.0 < alike.high && near(alike.low, 1 / alike.high, 1e-9));
    for (const auto &nothing :
         {proportion{0_n, 0_n}, proportion{57_n, 30_n}, proportion{3_n, 4294967295_n}}) {
        expect(!newcombe(some, nothing) && !newcombe(nothing, some));
        expect(!koopman(some, nothing) && !koopman(nothing, some));
    }
    expect(!newcombe(some, some, confidence{opaque(0.0)}) && !koopman(some, some, confidence{opaque(1.0)}));
    return true;
}
static_assert(at_the_edges());
TEST_CASE("without a part, with all of it, and of what is no sample") { CHECK(at_the_edges()); }

// Koopman's chi-square as he writes it, in long double, is z^2 at both ends.
TEST_CASE("the ends of a ratio solve the equation") {
    const auto score = [](long double x1, long double n1, long double x2, long double n2, long double ratio) {
        const long double a = (n1 + n2) * ratio, b = (n1 + x2) * ratio + x1 + n2;
        const long double p2 = (b - std::sqrt(b * b - 4 * a * (x1 + x2))) / (2 * a), p1 = ratio * p2;
        return (x1 - n1 * p1) * (x1 - n1 * p1) / (n1 * p1 * (1 - p1)) +
               (x2 - n2 * p2) * (x2 - n2 * p2) / (n2 * p2 * (1 - p2));
    };
    random r{9};
    for (int run = 0; run < 200; ++run) {
        CAPTURE(run);
        const auto n1 = r.pick<std::uint32_t>(2000) + 2, n2 = r.pick<std::uint32_t>(2000) + 2;
        const auto x1 = r.pick<std::uint32_t>(n1 - 1) + 1, x2 = r.pick<std::uint32_t>(n2 - 1) + 1;
        const auto i = koopman(proportion{x1, n1}, proportion{x2, n2}, level::of_90);
        REQUIRE(i);
        REQUIRE(i->contains(1.0 * x1 / n1 * n2 / x2));
        for (const double end : {i->low, i->high})
            REQUIRE(near(static_cast<double>(score(x1, n1, x2, n2, end)), 2.705543454095404, 1e-6));
    }
}

} // namespace
} // namespace kpi::test
