// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/random.hpp"
#include <kpi/statistics/skew.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr std::array<std::uint32_t, 5> first_team() { return {156_n, 132_n, 96_n, 84_n, 72_n}; }

constexpr bool gini_of_a_team() {
    expect(exactly(gini(first_team())) == rational{4, 25});                   // T10
    expect(exactly(gini(std::array{1_n, 2_n, 3_n, 4_n})) == rational{1, 4});  // T11
    expect(exactly(gini(std::array{0_n, 0_n, 0_n, 10_n})) == rational{3, 4}); // T12: at most (n - 1)/n
    expect(exactly(gini(std::array{5_n, 5_n, 5_n})) == rational{0});          // T13
    expect(exactly(gini(std::array{7_n})) == rational{0});                    // T14
    expect(!gini(std::array{0_n, 0_n}).has_value());                          // T15
    expect(!gini(std::array<std::uint32_t, 0>{}).has_value());
    expect(gini(std::array{4_n, 2_n, 1_n, 3_n}) == gini(std::array{1_n, 2_n, 3_n, 4_n})); // in any order
    return true;
}
static_assert(gini_of_a_team());
TEST_CASE("T10 to T15: the Gini coefficient of a team") { CHECK(gini_of_a_team()); }

constexpr bool shares_of_the_top() {
    expect(exactly(top_share(first_team(), 2)) == rational{8, 15}); // T7
    expect(exactly(top_share(first_team(), 9)) == rational{1});     // T8
    expect(!top_share(std::array{0_n, 0_n, 0_n}, 1).has_value());   // T9
    expect(top_share(first_team(), 0) == proportion<std::uint64_t>{0, 540});
    expect(exactly(top_share(std::array{1_n, 3_n, 3_n, 3_n}, 2)) ==
           rational{3, 5}); // equal ones: two of three
    expect(exactly(top_share(std::array{1_n, 9_n, 2_n}, 1)) == rational{3, 4});
    return true;
}
static_assert(shares_of_the_top());
TEST_CASE("T7, T8, T9: what the top k bring") { CHECK(shares_of_the_top()); }

constexpr bool the_others_are_pooled() {
    std::array<ratio<std::uint32_t>, 5> team;
    for (std::size_t i = 0; i < team.size(); ++i)
        team[i] = {first_team()[i], 120_n};
    expect(exactly(pooled_without_top(team, 2)) == rational{7, 10}); // T6
    expect(pooled_without_top(team, 0) == ratio<std::uint64_t>{540, 600});
    expect(!pooled_without_top(team, 5).has_value());
    const std::array close_rates{proportion{6_n, 10_n}, proportion{1_n, 5_n}, proportion{2_n, 10_n}};
    expect(pooled_without_top(close_rates, 1) == proportion<std::uint64_t>{3, 15}); // of win rates too
    expect(pooled_without_top(close_rates, 0) == proportion<std::uint64_t>{9, 25});
    const std::array alike{ratio{5_n, 10_n}, ratio{5_n, 20_n}};
    expect(pooled_without_top(alike, 1) == ratio<std::uint64_t>{5, 20}); // of equal ones the first is out
    return true;
}
static_assert(the_others_are_pooled());
TEST_CASE("T6: without the top k, the others are pooled") { CHECK(the_others_are_pooled()); }

constexpr bool what_has_no_skew_is_refused() {
    expect(!gini(std::array{opaque(5), opaque(-1)}).has_value());
    expect(!top_share(std::array{opaque(5), opaque(-1)}, 1).has_value());
    expect(exactly(gini(std::array{opaque(1), opaque(3)})) == rational{1, 4});
    expect(exactly(pooled_without_top(std::array{ratio{opaque(-5), opaque(10)}, ratio{opaque(5), opaque(10)}},
                                      1)) == rational{-1, 2}); // a rep may have refunded more than sold
    return true;
}
static_assert(what_has_no_skew_is_refused());
TEST_CASE("negative figures are refused by Gini and top share") { CHECK(what_has_no_skew_is_refused()); }

constexpr bool what_does_not_fit_is_refused() {
    const std::uint64_t most = opaque(~std::uint64_t{});
    expect(!gini(std::array{most, std::uint64_t{1}}).has_value());
    expect(!gini(std::array{most / 2 + 1, std::uint64_t{0}}).has_value()); // n * sum
    expect(gini(std::array{most / 4, most / 4}) == ratio<std::uint64_t>{0, most - 3});
    expect(!top_share(std::array{most, std::uint64_t{1}}, 1).has_value());
    expect(top_share(std::array{most, std::uint64_t{0}}, 1) == proportion{most, most});
    const ratio<std::uint64_t> large{most, 1};
    expect(!pooled_without_top(std::array{large, large}, 0).has_value());
    const auto full = opaque(std::uint32_t{4294967295});
    expect(pooled_without_top(std::array{ratio{full, full}, ratio{full, full}}, 0) ==
           ratio<std::uint64_t>{8589934590, 8589934590});
    return true;
}
static_assert(what_does_not_fit_is_refused());
TEST_CASE("what does not fit in 64 bits is refused") { CHECK(what_does_not_fit_is_refused()); }

// The formula as METRICS.md has it, over sorted figures.
TEST_CASE("Gini and top share agree with the sorted figures") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        random r{seed};
        std::vector<std::uint32_t> values(1 + static_cast<std::size_t>(r.below(40)));
        for (auto &value : values)
            value = r.pick<std::uint32_t>(1 + r.below(100));
        std::vector<std::uint32_t> sorted = values;
        std::ranges::sort(sorted);
        const auto n = static_cast<std::int64_t>(sorted.size());
        const auto k = static_cast<std::size_t>(r.below(sorted.size() + 2));
        std::int64_t weighted = 0;
        std::uint64_t sum = 0, top = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            weighted += (2 * static_cast<std::int64_t>(i + 1) - n - 1) * static_cast<std::int64_t>(sorted[i]);
            sum += sorted[i];
            top += i + k >= sorted.size() ? sorted[i] : 0;
        }
        REQUIRE(gini(values) ==
                ratio<std::uint64_t>{static_cast<std::uint64_t>(weighted), sum * sorted.size()});
        REQUIRE(top_share(values, k) == proportion<std::uint64_t>{top, sum});
    }
}

} // namespace
} // namespace kpi::test
