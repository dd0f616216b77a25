// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include <kpi/statistics/poisson.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace kpi::test {
namespace {

using namespace statistics;

// Garwood 1936, as reprinted everywhere: 95 %, four decimals.
constexpr bool agrees_with_published_intervals() {
    const auto agrees = [](std::uint32_t n, double low, double high) {
        const auto i = poisson_interval(n);
        return i && within(i->low, low, 5.1e-5) && within(i->high, high, 5.1e-5);
    };
    expect(agrees(0_n, 0.0, 3.6889));
    expect(agrees(1_n, 0.0253, 5.5716));
    expect(agrees(2_n, 0.2422, 7.2247));
    expect(agrees(10_n, 4.7954, 18.3904));
    expect(agrees(50_n, 37.1110, 65.9188));
    const auto tenth = *poisson_interval(4_n, level::of_90);
    expect(within(tenth.low, 1.3663, 5.1e-5) && within(tenth.high, 9.1535, 5.1e-5));
    expect(near(poisson_interval<float>(10_n)->high, 18.3904f, 1e-5));
    expect(!poisson_interval(4294967295_n) && !poisson_interval(4_n, confidence{opaque(0.0)}));
    return true;
}
static_assert(agrees_with_published_intervals());
TEST_CASE("agrees with published intervals") { CHECK(agrees_with_published_intervals()); }

// Every count with a chance, at means of 0.1 to 30: nothing is simulated.
TEST_CASE("it covers at least as often as it says") {
    std::array<interval<double>, 120> ranges{};
    for (std::uint32_t n = 0; n < ranges.size(); ++n)
        ranges[n] = *poisson_interval(n);
    double least = 1;
    for (double mean = 0.1; mean < 30; mean += 0.1) {
        double covered = 0, weight = std::exp(-mean);
        for (std::uint32_t n = 0; n < ranges.size(); ++n) {
            if (ranges[n].contains(mean)) covered += weight;
            weight *= mean / (n + 1);
        }
        least = std::min(least, covered);
    }
    MESSAGE("least coverage ", least);
    CHECK(least >= 0.95);
}

constexpr bool the_ratio_is_the_odds_of_a_binomial_share() {
    const auto i = *ratio_of_counts(30_n, 20_n);
    // Clopper and Pearson's interval of 30 of 50, as odds.
    const double low = *beta_quantile(30.0, 21.0, 0.025), high = *beta_quantile(31.0, 20.0, 0.975);
    expect(near(i.low, low / (1 - low), 1e-12) && near(i.high, high / (1 - high), 1e-12));
    expect(i.contains(1.5) && i.contains(1.0));
    const auto longer = *ratio_of_counts(30_n, 20_n, level::of_95, 23.0 / 20.0);
    expect(near(longer.low, i.low * 20 / 23, 1e-14) && near(longer.high, i.high * 20 / 23, 1e-14));
    const auto turned = *ratio_of_counts(20_n, 30_n);
    expect(near(turned.low, 1 / i.high, 1e-12) && near(turned.high, 1 / i.low, 1e-12));
    expect(ratio_of_counts(0_n, 5_n)->low == 0.0);
    expect(ratio_of_counts(5_n, 0_n)->high == std::numeric_limits<double>::infinity());
    expect(!ratio_of_counts(0_n, 0_n) && !ratio_of_counts(4294967295_n, 1_n));
    expect(!ratio_of_counts(1_n, 4294967295_n) && !ratio_of_counts(1_n, 1_n, confidence{opaque(1.0)}));
    for (const double times : {0.0, -1.0, std::numeric_limits<double>::infinity()})
        expect(!ratio_of_counts(1_n, 1_n, level::of_95, opaque(times)));
    return true;
}
static_assert(the_ratio_is_the_odds_of_a_binomial_share());
TEST_CASE("the ratio of two counts is the odds of a binomial share") {
    CHECK(the_ratio_is_the_odds_of_a_binomial_share());
}

constexpr bool dispersion_widens() {
    // Mean 4, squares 9 + 1 + 1 + 9 = 20 over 3.
    expect(index_of_dispersion<rational>(std::array{1_n, 3_n, 5_n, 7_n}) == rational(5, 3));
    expect(index_of_dispersion(std::array{4_n, 4_n}) == 0.0);
    expect(!index_of_dispersion(std::array{4_n}) && !index_of_dispersion(std::array{0_n, 0_n, 0_n}));
    const interval<double> range{opaque(6.0), 18.0};
    expect(widened(range, 10.0, 4.0) == interval<double>{2.0, 26.0});
    expect(widened(range, 10.0, 25.0) == interval<double>{0.0, 50.0});
    expect(widened(range, 10.0, 0.5) == range && widened(range, 10.0, 1.0) == range);
    return true;
}
static_assert(dispersion_widens());
TEST_CASE("where counts spread more than Poisson, the range is wider") { CHECK(dispersion_widens()); }

} // namespace
} // namespace kpi::test
