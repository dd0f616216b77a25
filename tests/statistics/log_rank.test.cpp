// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/statistics/log_rank.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;
using case_of = course<std::uint32_t>;
using cases = std::span<const case_of>;

// Weeks in remission with 6-mercaptopurine and with placebo, E. J. Freireich et al., Blood 21, 1963.
constexpr case_of treated[]{{6, 1},  {6, 1},  {6, 1},  {6, 0},  {7, 1},  {9, 0},  {10, 1},
                            {10, 0}, {11, 0}, {13, 1}, {16, 1}, {17, 0}, {19, 0}, {20, 0},
                            {22, 1}, {23, 1}, {25, 0}, {32, 0}, {32, 0}, {34, 0}, {35, 0}};
constexpr case_of placebo[]{{1, 1},  {1, 1},  {2, 1},  {2, 1},  {3, 1},  {4, 1},  {4, 1},
                            {5, 1},  {5, 1},  {8, 1},  {8, 1},  {8, 1},  {8, 1},  {11, 1},
                            {11, 1}, {12, 1}, {12, 1}, {15, 1}, {17, 1}, {22, 1}, {23, 1}};

constexpr bool the_published_example() {
    const auto test = *log_rank(cases{placebo}, cases{treated}); // survdiff: chi-square 16.79
    expect(within(test.z * test.z, 16.793, 5e-4) && test.z > 0);
    expect(within(test.p, 4.17e-5, 1e-7));
    expect(near(log_rank(cases{treated}, cases{placebo})->z, -test.z, 1e-14));
    expect(near(log_rank<float>(cases{placebo}, cases{treated})->z, static_cast<float>(test.z), 1e-5));
    return true;
}
static_assert(the_published_example());
TEST_CASE("the published example") { CHECK(the_published_example()); }

constexpr bool where_no_end_tells_anything() {
    const case_of open[]{{opaque(3u), 0}, {5, 0}}, early[]{{opaque(1u), 1}, {2, 1}},
        late[]{{opaque(8u), 1}, {9, 1}};
    expect(!log_rank(cases{open}, cases{open}) && !log_rank(cases{}, cases{treated}));
    expect(!log_rank(cases{placebo}, cases{treated}, 2));
    expect(log_rank(cases{early}, cases{late})->z > 0 && log_rank(cases{late}, cases{early})->z < 0);
    expect(log_rank(cases{treated}, cases{treated})->z == 0.0 &&
           log_rank(cases{treated}, cases{treated})->p == 1.0);
    return true;
}
static_assert(where_no_end_tells_anything());
TEST_CASE("where no end tells anything") { CHECK(where_no_end_tells_anything()); }

// Deals of which some are won within 250 days; what is lost stays as open until its as-of day.
TEST_CASE("alike groups differ in 5 % of cases, unlike ones more often") {
    constexpr int logs = 1000;
    int alike = 0, unlike = 0;
    for (std::uint64_t seed = 1; seed <= logs; ++seed) {
        random r{seed};
        const auto group = [&](std::uint64_t percent_won) {
            std::vector<case_of> deals;
            for (int deal = 0; deal < 60; ++deal) {
                const auto followed = 100 + r.pick<std::uint32_t>(200), ends = r.pick<std::uint32_t>(250) + 1;
                const bool won = r.below(100) < percent_won;
                deals.push_back(won && ends < followed ? case_of{ends, 1} : case_of{followed, 0});
            }
            std::ranges::sort(deals, {}, &case_of::until);
            return deals;
        };
        const auto a = group(40), b = group(40), c = group(70);
        alike += log_rank(a, b)->p <= 0.05;
        unlike += log_rank(a, c)->p <= 0.05;
    }
    MESSAGE("claimed: of alike groups ", 1.0 * alike / logs, ", of 40 against 70 % won ",
            1.0 * unlike / logs);
    CHECK(within(1.0 * alike / logs, 0.05, 0.02));
    CHECK(1.0 * unlike / logs > 0.5);
}

} // namespace
} // namespace kpi::test
