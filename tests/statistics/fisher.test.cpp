// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include "support/random.hpp"
#include <kpi/statistics/fisher.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool the_lady_tasting_tea() {
    // R. A. Fisher, "The design of experiments", 1935: of 4 cups with milk first 3 are named, 1 of the
    // others. Of 70 choices 16 are as good, 1 is better.
    expect(near(*fisher_mid_p(proportion{3_n, 4_n}, proportion{1_n, 4_n}), 2 * (1 + 8) / 70.0, 1e-14));
    expect(near(*fisher_mid_p(proportion{1_n, 4_n}, proportion{3_n, 4_n}), 2 * (1 + 8) / 70.0, 1e-14));
    expect(near(*fisher_mid_p(proportion{4_n, 4_n}, proportion{0_n, 4_n}), 1 / 70.0, 1e-14));
    expect(near(*fisher_mid_p(proportion{2_n, 4_n}, proportion{2_n, 4_n}), 1.0, 1e-14));
    expect(near(*fisher_mid_p<float>(proportion{3_n, 4_n}, proportion{1_n, 4_n}), 18 / 70.0f, 1e-6));
    return true;
}
static_assert(the_lady_tasting_tea());
TEST_CASE("the lady tasting tea") { CHECK(the_lady_tasting_tea()); }

constexpr bool what_cannot_be_tested() {
    const proportion some{1_n, 4_n};
    for (const auto &nothing :
         {proportion{0_n, 0_n}, proportion{57_n, 30_n}, proportion{3_n, 4294967295_n}}) {
        expect(!fisher_mid_p(some, nothing) && !fisher_mid_p(nothing, some));
        expect(!differ(some, nothing) && !differ(nothing, some));
    }
    expect(fisher_mid_p(proportion{0_n, 4_n}, proportion{0_n, 9_n}) == 1.0); // nothing to differ by
    expect(fisher_mid_p(proportion{4_n, 4_n}, proportion{9_n, 9_n}) == 1.0);
    return true;
}
static_assert(what_cannot_be_tested());
TEST_CASE("what cannot be tested") { CHECK(what_cannot_be_tested()); }

constexpr bool a_difference_is_claimed_if_test_and_range_agree() {
    expect(differ(proportion{60_n, 100_n}, proportion{40_n, 100_n}) == true);
    expect(differ(proportion{52_n, 100_n}, proportion{48_n, 100_n}) == false);
    expect(differ(proportion{60_n, 100_n}, proportion{40_n, 100_n}, confidence{opaque(0.999)}) == false);
    // The range alone says so, the test does not: p is 1/15.
    const proportion a{2_n, 2_n}, b{0_n, 4_n};
    expect(!newcombe(a, b)->contains(0.0) && *fisher_mid_p(a, b) > 0.05 && differ(a, b) == false);
    // And the test alone: p is 0.0498, the range reaches 0.004 beyond 0.
    const proportion c{0_n, 8_n}, d{17_n, 50_n};
    expect(newcombe(c, d)->contains(0.0) && *fisher_mid_p(c, d) < 0.05 && differ(c, d) == false);
    return true;
}
static_assert(a_difference_is_claimed_if_test_and_range_agree());
TEST_CASE("a difference is claimed if test and range agree") {
    CHECK(a_difference_is_claimed_if_test_and_range_agree());
}

TEST_CASE("agrees with all tables counted out") {
    const auto log_choose = [](double n, double k) {
        return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
    };
    random r{12};
    for (int run = 0; run < 300; ++run) {
        CAPTURE(run);
        const auto n1 = r.pick<std::uint32_t>(400) + 1, n2 = r.pick<std::uint32_t>(400) + 1;
        const auto x1 = r.pick<std::uint32_t>(n1 + 1), x2 = r.pick<std::uint32_t>(n2 + 1), both = x1 + x2;
        double below = 0, above = 0;
        for (std::uint32_t x = both > n2 ? both - n2 : 0; x <= std::min(n1, both); ++x) {
            const double chance =
                std::exp(log_choose(n1, x) + log_choose(n2, both - x) - log_choose(n1 + n2, both));
            below += x < x1 ? chance : x == x1 ? chance / 2 : 0;
            above += x > x1 ? chance : x == x1 ? chance / 2 : 0;
        }
        REQUIRE(
            near(*fisher_mid_p(proportion{x1, n1}, proportion{x2, n2}), 2 * std::min(below, above), 1e-9));
    }
}

TEST_CASE("of millions it is the normal distribution's") {
    const double p = *fisher_mid_p(proportion{1'001'000u, 4'000'000u}, proportion{999'000u, 4'000'000u});
    CHECK(near(p, 2 * *normal_cdf(-1.6329932), 1e-3)); // z = 2000 / sqrt(2 * 4e6 * 0.25 * 0.75)
}

// Every pair of parts, at rates of 5 to 50 %: the claim is wrong at most as often as it says.
TEST_CASE("how often chance alone is called a difference") {
    double worst = 0;
    for (const std::uint32_t n1 : {5u, 20u, 40u})
        for (const std::uint32_t n2 : {5u, 20u, 60u}) {
            std::vector<std::vector<bool>> claims(n1 + 1, std::vector<bool>(n2 + 1));
            for (std::uint32_t x1 = 0; x1 <= n1; ++x1)
                for (std::uint32_t x2 = 0; x2 <= n2; ++x2)
                    claims[x1][x2] = *differ(proportion{x1, n1}, proportion{x2, n2});
            for (int percent = 5; percent <= 50; percent += 5) {
                const double p = percent / 100.0;
                double wrong = 0, weight1 = std::pow(1 - p, n1);
                for (std::uint32_t x1 = 0; x1 <= n1; ++x1) {
                    double weight2 = std::pow(1 - p, n2);
                    for (std::uint32_t x2 = 0; x2 <= n2; ++x2) {
                        if (claims[x1][x2]) wrong += weight1 * weight2;
                        weight2 *= (n2 - x2) * p / ((x2 + 1) * (1 - p));
                    }
                    weight1 *= (n1 - x1) * p / ((x1 + 1) * (1 - p));
                }
                worst = std::max(worst, wrong);
            }
        }
    MESSAGE("at most ", worst);
    CHECK(worst <= 0.05);
}

} // namespace
} // namespace kpi::test
