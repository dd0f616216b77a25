// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/statistics/quantile_interval.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;
using share = proportion<std::uint32_t>;

constexpr bool too_few_have_no_range() {
    expect(least_sample({95_n, 100_n}) == 59u && least_sample({90_n, 100_n}) == 29u);
    expect(least_sample({1_n, 2_n}) == 6u && least_sample({5_n, 100_n}) == 59u);
    expect(least_sample({99_n, 100_n}) == 299u && least_sample({1_n, 2_n}, level::of_99) == 8u);
    expect(least_sample<float>({95_n, 100_n}) == 59u);
    expect(!quantile_ranks(58, {95_n, 100_n}) && !quantile_ranks(5, {1_n, 2_n}));
    expect(quantile_ranks(59, {95_n, 100_n})->upper == 59u);
    expect(quantile_ranks(6, {1_n, 2_n}) == rank_range{1, 6});
    for (const share none : {share{0_n, 100_n}, share{100_n, 100_n}, share{3_n, 2_n}, share{0_n, 0_n}})
        expect(!least_sample(none) && !quantile_ranks(1000, none));
    expect(!least_sample({1_n, 2_n}, confidence{opaque(1.0)}));
    return true;
}
static_assert(too_few_have_no_range());
TEST_CASE("too few have no range") { CHECK(too_few_have_no_range()); }

constexpr bool ranks_of_a_median() {
    // As in every table of the sign test, 95 %.
    expect(quantile_ranks(10, {1_n, 2_n}) == rank_range{2, 9});
    expect(quantile_ranks(20, {1_n, 2_n}) == rank_range{6, 15});
    expect(quantile_ranks(50, {1_n, 2_n}) == rank_range{18, 33});
    expect(quantile_ranks(100, {1_n, 2_n}) == rank_range{40, 61});
    expect(quantile_ranks<float>(100, {1_n, 2_n}) == rank_range{40, 61});
    return true;
}
static_assert(ranks_of_a_median());
TEST_CASE("the ranks of a median") { CHECK(ranks_of_a_median()); }

// The chance that the quantile lies between them, counted out; and no closer pair has the level.
TEST_CASE("the ranks have the level, and are as close as can be") {
    for (const share s : {share{1, 2}, share{1, 4}, share{9, 10}, share{95, 100}, share{99, 100}})
        for (std::uint64_t n = *least_sample(s); n < 400; n += 1 + n / 7) {
            CAPTURE(s.part);
            CAPTURE(n);
            const double p = 1.0 * s.part / s.whole;
            std::vector<double> up_to(static_cast<std::size_t>(n) + 1); // the chance of at most k below
            double sum = 0;
            for (std::uint64_t k = 0; k <= n; ++k) {
                const double m = static_cast<double>(n), x = static_cast<double>(k);
                sum += std::exp(std::lgamma(m + 1) - std::lgamma(x + 1) - std::lgamma(m - x + 1) +
                                x * std::log(p) + (m - x) * std::log(1 - p));
                up_to[static_cast<std::size_t>(k)] = sum;
            }
            const auto ranks = quantile_ranks(n, s);
            REQUIRE(ranks);
            const auto covered = [&](std::uint64_t lower, std::uint64_t upper) {
                return up_to[static_cast<std::size_t>(upper - 1)] -
                       up_to[static_cast<std::size_t>(lower - 1)];
            };
            REQUIRE(covered(ranks->lower, ranks->upper) >= 0.95 - 1e-10);
            const std::uint64_t closer = ranks->upper - ranks->lower - (s.part * 2 == s.whole ? 2 : 1);
            for (std::uint64_t lower = 1; lower + closer <= n; ++lower)
                REQUIRE(covered(lower, lower + closer) < 0.95 + 1e-10);
        }
}

TEST_CASE("of millions they are the normal distribution's, and a histogram has the outer edges") {
    const auto ranks = *quantile_ranks(4'000'000, {1, 2});
    CHECK(near(static_cast<double>(ranks.lower), 2e6 - 1.96 * 1000, 1e-5));
    CHECK(near(static_cast<double>(ranks.upper), 2e6 + 1.96 * 1000, 1e-5));
    quantiles<16> q;
    for (std::uint32_t x = 1; x <= 100; ++x)
        q.record(x);
    const auto [lower, upper] = *quantile_ranks(q.count(), {1, 2});
    CHECK(q.quantile(lower, q.count()).low <= 40);
    CHECK(q.quantile(upper, q.count()).high >= 61);
    CHECK(q.quantile(lower, q.count()).high >= 40);
    CHECK(q.quantile(upper, q.count()).low <= 61);
}

} // namespace
} // namespace kpi::test
