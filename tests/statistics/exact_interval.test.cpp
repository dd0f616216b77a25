// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include <kpi/statistics/exact_interval.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
// Statistics in Medicine 17, 1998, table I, method 5 (Clopper and Pearson), 95 %.
constexpr bool agrees_with_published_intervals() {
    const auto agrees = [](std::uint32_t part, std::uint32_t whole, double low, double high) {
        const auto i = clopper_pearson(proportion{part, whole});
        return i && within(i->low, low, 5e-5) && within(i->high, high, 5e-5);
    };
    expect(agrees(81_n, 263_n, 0.2527, 0.3676));
    expect(agrees(15_n, 148_n, 0.0578, 0.1617));
    expect(agrees(0_n, 20_n, 0.0, 0.1684));
    expect(agrees(1_n, 29_n, 0.0009, 0.1776));
    return true;
}
static_assert(agrees_with_published_intervals());
TEST_CASE("agrees with published intervals") { CHECK(agrees_with_published_intervals()); }

constexpr bool each_has_its_definition() {
    const proportion p{3_n, 20_n};
    const auto exact = *clopper_pearson(p, confidence{0.8});
    // At least 3 of 20 at the low end, at most 3 at the high end: 10 % each.
    expect(near(*incomplete_beta(3.0, 18.0, exact.low), 0.1, 1e-12));
    expect(near(1 - *incomplete_beta(4.0, 17.0, exact.high), 0.1, 1e-12));
    const auto middle = *jeffreys(p, level::of_90);
    expect(near(*incomplete_beta(3.5, 17.5, middle.low), 0.05, 1e-12));
    expect(near(*incomplete_beta(3.5, 17.5, middle.high), 0.95, 1e-12));
    const auto single = *clopper_pearson<float>(p, level::of_95);
    const auto twice = *clopper_pearson(p);
    expect(near(static_cast<double>(single.low), twice.low, 1e-5));
    expect(near(static_cast<double>(single.high), twice.high, 1e-5));
    expect(clopper_pearson(proportion{0_n, 7_n})->low == 0.0 && jeffreys(proportion{0_n, 7_n})->low == 0.0);
    expect(clopper_pearson(proportion{7_n, 7_n})->high == 1.0 && jeffreys(proportion{7_n, 7_n})->high == 1.0);
    // The rule of three, and of billions.
    expect(
        near(clopper_pearson(proportion{0_n, 10_n}, confidence{0.9})->high, 1 - 0.7411344491069477, 1e-12));
    const auto large = *clopper_pearson(proportion{4_n, 4'000'000'000_n});
    expect(near(large.low, 2.7246e-10, 1e-3) && near(large.high, 2.5604e-9, 1e-3)); // Poisson's, of 4
    return true;
}
static_assert(each_has_its_definition());
TEST_CASE("each has its definition") { CHECK(each_has_its_definition()); }

constexpr bool no_interval_of_what_is_no_sample() {
    for (const auto &p : {proportion{0_n, 0_n}, proportion{57_n, 30_n}, proportion{3_n, 4294967295_n}})
        expect(!clopper_pearson(p) && !jeffreys(p));
    expect(!clopper_pearson(proportion{1_n, 4_n}, confidence{opaque(1.0)}));
    expect(!jeffreys(proportion{1_n, 4_n}, confidence{opaque(0.0)}));
    return true;
}
static_assert(no_interval_of_what_is_no_sample());
TEST_CASE("no interval of nothing, of what is incoherent or saturated, or at a level that is none") {
    CHECK(no_interval_of_what_is_no_sample());
}

struct coverage {
    double least{1}, sum{};
    int n{};

    void add(double covered) {
        least = std::min(least, covered);
        sum += covered;
        ++n;
    }
    double mean() const { return sum / n; }
};

/// Every number of trials up to 200, every part of it, at rates of 1 to 50 %, which those above mirror:
/// nothing is simulated.
template <class Interval> coverage enumerated(Interval interval_of) {
    coverage all;
    for (std::uint32_t n = 1; n <= 200; ++n) {
        std::vector<interval<double>> ranges;
        for (std::uint32_t x = 0; x <= n / 2; ++x)
            ranges.push_back(*interval_of(proportion{x, n}));
        for (std::uint32_t x = n / 2 + 1; x <= n; ++x)
            ranges.push_back({1 - ranges[n - x].high, 1 - ranges[n - x].low}); // each mirrors itself
        for (int percent = 1; percent <= 50; ++percent) {
            const double p = percent / 100.0;
            double covered = 0, weight = std::pow(1 - p, n);
            for (std::uint32_t x = 0; x <= n; ++x) {
                if (ranges[x].contains(p)) covered += weight;
                weight *= (n - x) * p / ((x + 1) * (1 - p));
            }
            all.add(covered);
        }
    }
    return all;
}

TEST_CASE("how often they cover the true rate") {
    const coverage score = enumerated([](auto p) { return wilson(p); });
    const coverage exact = enumerated([](auto p) { return clopper_pearson(p); });
    const coverage middle = enumerated([](auto p) { return jeffreys(p); });
    MESSAGE("least and mean coverage: wilson ", score.least, " ", score.mean(), ", clopper_pearson ",
            exact.least, " ", exact.mean(), ", jeffreys ", middle.least, " ", middle.mean());
    CHECK(exact.least >= 0.95);
    // The table in the header.
    CHECK(within(score.least, 0.800, 5e-4));
    CHECK(within(score.mean(), 0.952, 5e-4));
    CHECK(within(exact.least, 0.950, 5e-4));
    CHECK(within(exact.mean(), 0.967, 5e-4));
    CHECK(within(middle.least, 0.860, 5e-4));
    CHECK(within(middle.mean(), 0.950, 5e-4));
}

} // namespace
} // namespace kpi::test
