// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/core/count.hpp>
#include <kpi/formula/capacity.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool reps_below_an_assumption() {
    const std::array bookings{count{156_n}, count{132_n}, count{96_n}, count{84_n}, count{72_n}};
    expect(exactly(capacity_check(bookings, {120_n, 1_n})) == rational{3, 5}); // T16
    expect(capacity_check(1_n, 4_n) == proportion<std::uint32_t>{1, 4});       // T17
    const std::array close_rates{proportion{18_n, 100_n}, proportion{20_n, 100_n}, proportion{25_n, 100_n},
                                 proportion{30_n, 100_n}};
    expect(exactly(capacity_check(close_rates, {1_n, 5_n})) == rational{1, 4}); // T18: 20 % is not below
    return true;
}
static_assert(reps_below_an_assumption());
TEST_CASE("T16, T17, T18: reps strictly below an assumption") { CHECK(reps_below_an_assumption()); }

constexpr bool a_rep_without_data_is_unknown_and_not_below() {
    const std::array close_rates{proportion{0_n, 0_n}, proportion{0_n, 10_n}, proportion{9_n, 10_n}};
    expect(capacity_check(close_rates, {1_n, 5_n}) == proportion<std::uint32_t>{1, 2});
    expect(!capacity_check(std::array{proportion{0_n, 0_n}}, {1_n, 5_n}).has_value());
    expect(!capacity_check(close_rates, {1_n, 0_n}).has_value()); // an assumption that is none
    return true;
}
static_assert(a_rep_without_data_is_unknown_and_not_below());
TEST_CASE("a rep without data is unknown and not below") {
    CHECK(a_rep_without_data_is_unknown_and_not_below());
}

constexpr bool what_a_team_could_book() {
    expect(exactly(capacity_utilisation(540_n, 5_n, 120_n)) == rational{9, 10}); // T19
    expect(capacity_utilisation(540_q, 5_n, 120_q) == rational{9, 10});
    expect(!capacity_utilisation(540_n, 0_n, 120_n).has_value());
    expect(!capacity_utilisation(540_q, 5_n, 0_q));
    expect(!capacity_utilisation(opaque(540), 5_n, opaque(std::numeric_limits<int>::max()))
                .has_value()); // too great
    expect(!capacity_utilisation(opaque(540), opaque(4000000000u), opaque(1)).has_value());
    return true;
}
static_assert(what_a_team_could_book());
TEST_CASE("T19: capacity utilisation") { CHECK(what_a_team_could_book()); }

constexpr bool what_reps_are_expected_to_book() {
    expect(expected_bookings(16_n, 375000_q, 1_q) == rational{6000000});        // T20
    expect(expected_bookings(16_n, 375000_q, 7_q / 10_q) == rational{4200000}); // T21
    expect(expected_bookings(8_n, 375000_q, 1_q) == rational{3000000});         // 3 million with 8 reps
    expect(expected_bookings(16_n, opaque(375000.0f), opaque(0.5f)) == 3000000.0f);
    return true;
}
static_assert(what_reps_are_expected_to_book());
TEST_CASE("T20, T21: expected bookings, with the factor that is usually missed") {
    CHECK(what_reps_are_expected_to_book());
}

constexpr bool reps_are_rounded_up() {
    expect(reps_needed(4200000_q, 375000_q, 7_q / 10_q) == 16u); // what T21 brings needs its 16 reps
    expect(reps_needed(4200001_q, 375000_q, 7_q / 10_q) == 17u);
    expect(reps_needed(4199999_q, 375000_q, 7_q / 10_q) == 16u);
    expect(reps_needed(1_q, 375000_q, 1_q) == 1u);
    expect(reps_needed(0_q, 375000_q, 1_q) == 0u);
    expect(reps_needed(opaque(4200000), opaque(375000), ratio<int>{7, 10}) == 16u); // exact of integers
    expect(reps_needed(opaque(4200001), opaque(375000), ratio<int>{7, 10}) == 17u);
    expect(reps_needed(540_n, 120_n, capacity_utilisation(540_n, 5_n, 120_n)) == 5u);
    expect(reps_needed(opaque(0), opaque(375000), ratio<int>{7, 10}) == 0u);
    expect(reps_needed(opaque(-1), opaque(375000), ratio<int>{7, 10}) == 0u);
    expect(reps_needed(opaque(1), opaque(1), ratio<int>{1, 1}) == 1u);
    expect(reps_needed(opaque(17.0f), opaque(4.0f), opaque(0.5f)) == 9u);
    return true;
}
static_assert(reps_are_rounded_up());
TEST_CASE("reps needed are rounded up to whole reps") { CHECK(reps_are_rounded_up()); }

constexpr bool no_number_of_reps_does() {
    expect(!reps_needed(1_q, 0_q, 1_q));
    expect(!reps_needed(1_q, 375000_q, 0_q));
    expect(!reps_needed(opaque(1.0), opaque(-1.0), opaque(1.0)));
    expect(!reps_needed(opaque(1), opaque(375000), ratio<int>{7, 0}));
    expect(!reps_needed(opaque(1), opaque(375000), ratio<int>{-7, 10}));
    expect(!reps_needed(opaque(1), opaque(375000), ratio<int>{0, 10}));
    expect(reps_needed(opaque(4294967295.0), 1.0, 1.0) == 4294967295u);
    expect(!reps_needed(opaque(4294967295.5), 1.0, 1.0));
    const ratio<std::uint64_t> full{1, 1};
    expect(reps_needed(opaque(std::uint64_t{4294967295}), std::uint64_t{1}, full) == 4294967295u);
    expect(!reps_needed(opaque(std::uint64_t{4294967296}), std::uint64_t{1}, full));
    expect(!reps_needed(opaque(~std::uint64_t{}), std::uint64_t{1}, ratio<std::uint64_t>{1, 2}));
    return true;
}
static_assert(no_number_of_reps_does());
TEST_CASE("where no number of reps does, none is answered") { CHECK(no_number_of_reps_does()); }

TEST_CASE("of what is not a number nothing is answered") { // arithmetic with it is no constant
    const double none = opaque(std::numeric_limits<double>::quiet_NaN());
    CHECK(!expected_bookings(16_n, none, 0.5));
    CHECK(!reps_needed(none, 1.0, 1.0));
    CHECK(!reps_needed(1.0, none, 1.0));
}

} // namespace
} // namespace kpi::test
