// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/statistics/rank_sum.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool ten_days_sooner() {
    const std::array ann{opaque(3), 5, 8, 9, 12, 14, 20, 31}, ben{opaque(13), 15, 18, 19, 22, 24, 30, 41};
    const auto test = *rank_sum(ann, ben);
    // Of 64 pairs Ann is below in 52: z = (52 - 32) / sqrt(64 * 17 / 12).
    expect(near(test.z, 2.100420126042015, 1e-12));
    const auto s = *shift_between(ann, ben);
    expect(s.value == 10 && s.range.low <= 3 && s.range.high >= 16);
    const auto turned = *shift_between(ben, ann);
    expect(turned.range.low == -s.range.high && turned.range.high == -s.range.low);
    expect(shift_between(ann, ben, level::of_90)->range.low >= s.range.low);
    expect(rank_sum(ben, ann)->z == -test.z &&
           near(rank_sum<float>(ann, ben)->z, static_cast<float>(test.z), 1e-6));
    return true;
}
static_assert(ten_days_sooner());
TEST_CASE("ten days sooner") { CHECK(ten_days_sooner()); }

constexpr bool too_few_or_all_equal() {
    const std::array seven{opaque(1), 2, 3, 4, 5, 6, 7};
    const std::array equal{opaque(4), 4, 4, 4, 4, 4, 4, 4};
    expect(!rank_sum(seven, seven) && !shift_between(seven, seven) && !rank_sum(equal, equal));
    expect(shift_between(equal, equal) == shift{0, {0, 0}} &&
           !shift_between(equal, equal, confidence{opaque(1.0)}));
    const std::array<std::uint32_t, 8> ends{0, 0, 0, 0, ~0u, ~0u, ~0u, ~0u};
    expect(shift_between(ends, ends)->value == 0 && shift_between(ends, ends)->range.high == 4294967295);
    return true;
}
TEST_CASE("of too few there is no test, of equal ones no difference") { CHECK(too_few_or_all_equal()); }

TEST_CASE("agrees with all pairs counted out") {
    random r{10};
    for (int run = 0; run < 200; ++run) {
        CAPTURE(run);
        std::vector<std::uint32_t> a(8 + r.pick<std::size_t>(20)), b(8 + r.pick<std::size_t>(20)), all;
        for (auto *group : {&a, &b})
            for (auto &x : *group)
                all.push_back(x = r.pick<std::uint32_t>(run % 2 == 0 ? 10 : 1000));
        std::ranges::sort(a);
        std::ranges::sort(b);
        std::vector<std::int64_t> differences;
        double smaller = 0;
        for (const std::int64_t x : a)
            for (const std::int64_t y : b) {
                differences.push_back(y - x);
                smaller += x < y ? 1 : x == y ? 0.5 : 0;
            }
        std::ranges::sort(differences);
        const auto s = shift_between(a, b);
        REQUIRE(s);
        REQUIRE(s->value == differences[(differences.size() - 1) / 2]);
        const double pairs = static_cast<double>(differences.size()), n = static_cast<double>(all.size());
        const double outer = pairs / 2 - 1.959963984540054 * std::sqrt(pairs * (n + 1) / 12);
        const auto rank = static_cast<std::size_t>(std::max(1.0, std::floor(outer)));
        REQUIRE(s->range ==
                bounds<std::int64_t>{differences[rank - 1], differences[differences.size() - rank]});
        double ranks_vary = 0; // the variance of what was ranked, in ranks: ties are in it
        for (const auto x : all) {
            double rank_of_x = 0.5;
            for (const auto y : all)
                rank_of_x += y < x ? 1 : y == x ? 0.5 : 0;
            ranks_vary += (rank_of_x - (n + 1) / 2) * (rank_of_x - (n + 1) / 2);
        }
        const double variance = pairs / (n * (n - 1)) * ranks_vary;
        REQUIRE(within(rank_sum(a, b)->z, (smaller - pairs / 2) / std::sqrt(variance), 1e-10));
    }
}

TEST_CASE("the range covers the shift") {
    constexpr int runs = 1000;
    int covers = 0;
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        random r{seed};
        std::vector<std::int32_t> a(20), b(25);
        const auto days = [&] { return static_cast<std::int32_t>(r.below(3000) * r.below(3000) / 3000); };
        for (auto &x : a)
            x = days();
        for (auto &x : b)
            x = days() + 700;
        std::ranges::sort(a);
        std::ranges::sort(b);
        const auto range = shift_between(a, b)->range;
        covers += range.low <= 700 && 700 <= range.high;
    }
    MESSAGE("covers ", 1.0 * covers / runs);
    CHECK(within(1.0 * covers / runs, 0.95, 0.02));
}

} // namespace
} // namespace kpi::test
