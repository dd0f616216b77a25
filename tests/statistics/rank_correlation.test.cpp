// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include "support/random.hpp"
#include <kpi/statistics/rank_correlation.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool ranks_go_together() {
    const std::array hours{point{106_n, 7_n}, point{100_n, 27_n}, point{86_n, 2_n},  point{101_n, 50_n},
                           point{99_n, 28_n}, point{103_n, 29_n}, point{97_n, 20_n}, point{113_n, 12_n},
                           point{112_n, 6_n}, point{110_n, 17_n}};
    expect(near(*spearman(hours), -29.0 / 165.0, 1e-14)); // 1 - 6 * 194 / (10 * 99)
    const std::array shared{point{1_n, 1_n}, point{1_n, 2_n}, point{2_n, 2_n}, point{3_n, 3_n}};
    expect(near(*spearman(shared), 3.75 / 4.5, 1e-14)); // ranks 1.5 1.5 3 4 and 1 2.5 2.5 4
    const std::array curved{point{1_n, 1_n}, point{2_n, 100_n}, point{3_n, 10'000_n}};
    expect(spearman(curved) == 1.0 && spearman<float>(curved) == 1.0f);
    expect(!spearman(std::array{point{1_n, 7_n}, point{2_n, 7_n}}) && !spearman(std::array{point{1_n, 7_n}}));
    expect(!spearman(std::array<point<int>, 0>{}));
    return true;
}
static_assert(ranks_go_together());
TEST_CASE("ranks go together, whatever the scale") { CHECK(ranks_go_together()); }

TEST_CASE("it is Pearson's r of the ranks") {
    random r{8};
    for (int run = 0; run < 100; ++run) {
        CAPTURE(run);
        std::vector<point<double>> points(3 + r.pick<std::size_t>(60)), ranks(points.size());
        for (auto &p : points)
            p = {static_cast<double>(r.below(20)), static_cast<double>(r.below(20))};
        for (std::size_t i = 0; i < points.size(); ++i)
            for (const auto &p : points) {
                ranks[i].x += p.x < points[i].x ? 1 : p.x == points[i].x ? 0.5 : 0;
                ranks[i].y += p.y < points[i].y ? 1 : p.y == points[i].y ? 0.5 : 0;
            }
        const auto rho = spearman(points), pearsons = pearson(ranks);
        REQUIRE(rho.has_value() == pearsons.has_value());
        if (rho) REQUIRE(within(*rho, *pearsons, 1e-12));
    }
}

constexpr bool a_correlation_has_a_range_from_ten_points_on() {
    const auto i = *pearson_interval(opaque(0.5), 28);
    expect(near(i.low, 0.15602836252908595, 1e-12) &&
           near(i.high, 0.7358184794439376, 1e-12)); // tanh(0.5493 -+ 1.96 / 5)
    const auto wider = *spearman_interval(opaque(0.5), 28);
    expect(near(wider.low, 0.13274690372229858, 1e-12) && near(wider.high, 0.746533057841545, 1e-12));
    expect(near(pearson_interval(0.5f, 28)->low, static_cast<float>(i.low), 1e-5));
    expect(pearson_interval(0.9, 10) && !pearson_interval(0.9, 9) && !spearman_interval(0.9, 9));
    expect(!pearson_interval(1.0, 20) && !spearman_interval(-1.0, 20));
    expect(!pearson_interval(0.5, 20, confidence{opaque(1.0)}));
    return true;
}
static_assert(a_correlation_has_a_range_from_ten_points_on());
TEST_CASE("a correlation has a range from ten points on") {
    CHECK(a_correlation_has_a_range_from_ten_points_on());
}

} // namespace
} // namespace kpi::test
