// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/accumulator/covariance.hpp>
#include <kpi/statistics/ratio_estimate.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

/// n prospects: of each three the first has 2 calls and no answer, the second 4 and 1, the third 6 and 3.
constexpr covariance of_threes(std::uint32_t n) {
    covariance c;
    for (std::uint32_t i = 0; i < n; ++i)
        c.record({opaque(2 + i % 3 * 2), i % 3 == 0 ? 0 : i % 3 * 2 - 1});
    return c;
}

constexpr bool the_range_is_linearised() {
    // 30 prospects: 120 calls, 40 answers, R = 1/3; y - R x is -2/3, -1/3, 1, ten times each: 140/9 in all.
    const auto i = *ratio_interval(of_threes(30).sums());
    expect(within((i.low + i.high) / 2, 1.0 / 3, 1e-12));
    expect(near((i.high - i.low) / 2, 0.06836994396263144, 1e-12)); // t of 29 times sqrt(30/29 140/9) / 120
    const auto single = *ratio_interval<float>(of_threes(30).sums());
    expect(near(static_cast<double>(single.low), i.low, 1e-5));
    expect(ratio_interval(of_threes(30).sums(), level::of_99)->low < i.low);
    return true;
}
static_assert(the_range_is_linearised());
TEST_CASE("the range of a ratio of totals") { CHECK(the_range_is_linearised()); }

constexpr bool where_nothing_tells_the_range() {
    expect(!ratio_interval(of_threes(29).sums()) && !ratio_interval(covariance{}.sums()));
    covariance alike, without, full;
    alike.record({opaque(10u), 3}, 50u);
    alike.record({opaque(20u), 6}, 50u);
    without.record({opaque(0u), 1}, 50u);
    full.record({opaque(1u), 1}, ~std::uint32_t{0});
    expect(!ratio_interval(alike.sums()) && !ratio_interval(without.sums()) && !ratio_interval(full.sums()));
    expect(!ratio_interval(of_threes(30).sums(), confidence{opaque(1.0)}));
    covariance rare; // one answer in all: the range would begin below 0
    rare.record({opaque(5u), 0}, 40u);
    rare.record({opaque(5u), 1});
    expect(ratio_interval(rare.sums())->low == 0.0);
    return true;
}
static_assert(where_nothing_tells_the_range());
TEST_CASE("no range of few prospects, nor where nothing tells it") { CHECK(where_nothing_tells_the_range()); }

// Prospects of whom 70 % pick up one call in twenty, and 30 % every other one, called 1 to 20 times: 0.185 of
// all calls are answered, and each log of 200 prospects says so within its range, or does not.
TEST_CASE("by prospects it covers, where by calls it does not") {
    constexpr int logs = 4000;
    constexpr double truth = 0.7 * 0.05 + 0.3 * 0.5;
    int by_calls = 0, by_prospects = 0;
    for (std::uint64_t seed = 1; seed <= logs; ++seed) {
        random r{seed};
        covariance c;
        for (int prospect = 0; prospect < 200; ++prospect) {
            const std::uint64_t rate = r.below(10) < 7 ? 50 : 500; // of 1,000
            const auto calls = 1 + r.pick<std::uint32_t>(20);
            std::uint32_t answers = 0;
            for (std::uint32_t call = 0; call < calls; ++call)
                answers += r.below(1000) < rate;
            c.record({calls, answers});
        }
        const pair_sums s = c.sums();
        by_calls += wilson(proportion{s.y, s.x})->contains(truth);
        by_prospects += ratio_interval(s)->contains(truth);
    }
    const double wilson_covers = 1.0 * by_calls / logs, covers = 1.0 * by_prospects / logs;
    MESSAGE("of 95 %: by calls ", wilson_covers, ", by prospects ", covers);
    CHECK(within(wilson_covers, 0.64, 0.01));
    CHECK(within(covers, 0.95, 0.02));
}

} // namespace
} // namespace kpi::test
