// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/core/growth.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/statistics/band.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr band<> bant{{1, 4}, {7, 20}};       // 25 % to 35 % of SQLs by BANT become customers
constexpr band<> other_rule{{1, 10}, {1, 5}}; // 10 % to 20 % by any other rule

constexpr bool a_close_rate_is_expected_within_its_band() {
    expect(bant.verdict_on(proportion{30_n, 100_n}) == verdict::within);      // L38
    expect(bant.verdict_on(proportion{25_n, 100_n}) == verdict::within);      // L39: the edges
    expect(bant.verdict_on(proportion{35_n, 100_n}) == verdict::within);      // L39
    expect(bant.verdict_on(proportion{22_n, 100_n}) == verdict::below);       // L40
    expect(other_rule.verdict_on(proportion{22_n, 100_n}) == verdict::above); // L41
    expect(bant.verdict_on(proportion{249'999'999_n, 1'000'000'000_n}) == verdict::below);
    expect(bant.verdict_on(proportion{350'000'001_n, 1'000'000'000_n}) == verdict::above);
    return true;
}
static_assert(a_close_rate_is_expected_within_its_band());
TEST_CASE("L38, L39, L40, L41: a close rate is expected within its band") {
    CHECK(a_close_rate_is_expected_within_its_band());
}

constexpr bool a_limit_is_broken_by_what_is_above_it() {
    expect(is_above(proportion{75_n, 2500_n}, {3, 100}) == false); // X4: exactly 3 % abandoned
    expect(is_above(proportion{76_n, 2500_n}, {3, 100}) == true);  // X5
    expect(is_above(proportion{3_n, 5_n}, {1, 4}) == true);        // T16: unused capacity
    expect(is_above(proportion{1_n, 4_n}, {1, 4}) == false);       // T17, T18: capacity is used
    expect(is_below(proportion{20_n, 100_n}, {1, 5}) == false);    // T18: 20 % is not below 20 %
    expect(is_below(proportion{18_n, 100_n}, {1, 5}) == true);
    return true;
}
static_assert(a_limit_is_broken_by_what_is_above_it());
TEST_CASE("X4, X5, T16, T17, T18: a limit is broken by what is above it, not by the limit itself") {
    CHECK(a_limit_is_broken_by_what_is_above_it());
}

constexpr bool an_absent_value_has_no_verdict() {
    expect(!bant.verdict_on(proportion{0_n, 0_n}));
    expect(!is_above(proportion{0_n, 0_n}, {3, 100}));
    expect(!is_below(proportion{0_n, 0_n}, {3, 100}));
    expect(!is_above(proportion{1_n, 2_n}, {3, 0}));
    expect(!is_below(proportion{1_n, 2_n}, {3, 0}));
    expect(!band<>{}.verdict_on(proportion{1_n, 2_n}));
    expect(!band<>{{1, 4}, {1, 0}}.verdict_on(proportion{1_n, 2_n}));
    expect(!band<>{{1, 0}, {1, 4}}.verdict_on(proportion{1_n, 2_n}));
    expect(band<>{{1, 2}, {1, 2}}.verdict_on(proportion{1_n, 2_n}) == verdict::within); // of one point
    expect(!band<>{{7, 20}, {1, 4}}.verdict_on(proportion{30_n, 100_n}));               // low above high
    return true;
}
static_assert(an_absent_value_has_no_verdict());
TEST_CASE("an absent value has no verdict, and a senseless band gives none") {
    CHECK(an_absent_value_has_no_verdict());
}

constexpr bool counts_of_any_width_and_sign() {
    const std::uint64_t large = opaque(std::uint64_t{1} << 40);
    expect(bant.verdict_on(proportion{large, large * 4}) == verdict::within);
    expect(bant.verdict_on(proportion{large - 1, large * 4}) == verdict::below);
    expect(bant.verdict_on(proportion{opaque(std::uint8_t{9}), opaque(std::uint8_t{20})}) == verdict::above);
    const band<> steady{{1, 10, true}, {1, 10}}; // -10 % to 10 %
    expect(steady.verdict_on(growth{100_n, 90_n}) == verdict::within);
    expect(steady.verdict_on(growth{100_n, 89_n}) == verdict::below);
    expect(steady.verdict_on(ratio{opaque(-1), opaque(9)}) == verdict::below);
    expect(is_below(growth{100_n, 99_n}, {0, 1}) == true);
    return true;
}
static_assert(counts_of_any_width_and_sign());
TEST_CASE("counts of any width and sign are compared exactly") { CHECK(counts_of_any_width_and_sign()); }

} // namespace
} // namespace kpi::test
