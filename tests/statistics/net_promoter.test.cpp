// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include <kpi/statistics/net_promoter.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool three_answers_are_added() {
    // 6.75 of 13 less 2.75 of 13, and 3.75 less 4.75: by hand, with sqrt(0.04893).
    const score team{6_n, 2_n, 10_n}, before{3_n, 4_n, 10_n};
    const auto i = *net_promoter_interval(team);
    expect(within(i.low, -12.5856, 5e-5) && within(i.high, 74.1240, 5e-5));
    const auto change = *net_promoter_difference(team, before);
    expect(within((change.low + change.high) / 2, 500.0 / 13, 1e-10)); // 4/13 less -1/13
    expect(change.low < 0 && 80 < change.high);
    expect(net_promoter_difference(before, team)->high == -change.low);
    const auto test = *net_promoter_test(team, before);
    expect(net_promoter_test(before, team)->z == -test.z);
    // 5 / 13 over the root of both variances.
    expect(within(test.z, 1.22380, 5e-5) && within(test.p, 0.22103, 5e-5));
    const auto unanimous = *net_promoter_interval(score{20_n, 0_n, 20_n});
    expect(unanimous.high == 100.0 && unanimous.low > 50.0 && unanimous.low < 90.0);
    expect(near(net_promoter_interval<float>(team)->high, 74.1240f, 1e-5));
    expect(net_promoter_interval(team, level::of_99)->high > i.high);
    return true;
}
static_assert(three_answers_are_added());
TEST_CASE("three answers are added") { CHECK(three_answers_are_added()); }

constexpr bool without_answers_there_is_no_range() {
    const score some{6_n, 2_n, 10_n};
    for (const auto &none : {score{0_n, 0_n, 0_n}, score{6_n, 5_n, 10_n}, score{1_n, 1_n, 4294967295_n}}) {
        expect(!net_promoter_interval(none) && !net_promoter_test(some, none));
        expect(!net_promoter_difference(some, none) && !net_promoter_difference(none, some));
    }
    expect(!net_promoter_interval(some, confidence{opaque(1.0)}));
    expect(!net_promoter_difference(some, some, confidence{opaque(0.0)}));
    return true;
}
static_assert(without_answers_there_is_no_range());
TEST_CASE("without answers there is no range, nor of what is incoherent or saturated") {
    CHECK(without_answers_there_is_no_range());
}

// Every outcome of 30 answers, at shares of promoters and detractors of 5 to 90 %: nothing is simulated.
TEST_CASE("how often the range covers the true score") {
    constexpr std::uint32_t n = 30;
    std::array<std::array<interval<double>, n + 1>, n + 1> ranges{};
    for (std::uint32_t a = 0; a <= n; ++a)
        for (std::uint32_t b = 0; a + b <= n; ++b)
            ranges[a][b] = *net_promoter_interval(score{a, b, n});
    double least = 1, sum = 0;
    int cases = 0;
    for (int for_it = 5; for_it <= 90; for_it += 5)
        for (int against = 5; for_it + against <= 95; against += 5) {
            const double p = for_it / 100.0, q = against / 100.0;
            double covered = 0;
            for (std::uint32_t a = 0; a <= n; ++a)
                for (std::uint32_t b = 0; a + b <= n; ++b) {
                    const double chance =
                        std::exp(std::lgamma(n + 1.0) - std::lgamma(a + 1.0) - std::lgamma(b + 1.0) -
                                 std::lgamma(n - a - b + 1.0) + a * std::log(p) + b * std::log(q) +
                                 (n - a - b) * std::log(1 - p - q));
                    if (ranges[a][b].contains(100 * (p - q))) covered += chance;
                }
            least = std::min(least, covered);
            sum += covered;
            ++cases;
        }
    MESSAGE("least and mean coverage: ", least, " ", sum / cases);
    CHECK(least >= 0.93);
    CHECK(within(sum / cases, 0.95, 0.01));
}

} // namespace
} // namespace kpi::test
