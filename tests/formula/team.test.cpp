// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/team.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <span>

namespace kpi::test {
namespace {

using namespace formula;

constexpr std::array<ratio<std::uint32_t>, 5> first_team() {
    return {quota_attainment(156_n, 120_n), quota_attainment(132_n, 120_n), quota_attainment(96_n, 120_n),
            quota_attainment(84_n, 120_n), quota_attainment(72_n, 120_n)};
}

constexpr bool a_rep_against_a_quota() {
    expect(exactly(quota_attainment(90_n, 120_n)) == rational{3, 4}); // T1
    expect(quota_attainment(90_q, 120_q) == rational{3, 4});
    expect(quota_attainment(opaque(90.0f), opaque(120.0f)) == 0.75f);
    expect(!quota_attainment(90_n, 0_n).has_value()); // T2
    expect(!quota_attainment(opaque(90.0), opaque(0.0)));
    return true;
}
static_assert(a_rep_against_a_quota());
TEST_CASE("T1, T2: a rep against a quota") { CHECK(a_rep_against_a_quota()); }

constexpr bool a_team_is_pooled() {
    expect(share_of_reps_at_quota(first_team()) == proportion<std::uint32_t>{2, 5}); // T3
    expect(share_of_reps_at_quota(2_n, 5_n) == share_of_reps_at_quota(first_team()));
    expect(exactly(team_attainment(first_team())) == rational{9, 10}); // T4
    const std::array unequal{quota_attainment(90_n, 100_n), quota_attainment(30_n, 60_n)};
    expect(exactly(team_attainment(unequal)) == rational{3, 4}); // T5
    expect((*exactly(unequal[0]) + *exactly(unequal[1])) / 2_q ==
           rational{7, 10}); // the mean of rates: wrong
    return true;
}
static_assert(a_team_is_pooled());
TEST_CASE("T3, T4, T5: a team is pooled, never the mean of rates") { CHECK(a_team_is_pooled()); }

constexpr bool a_rep_without_quota_is_in_no_figure() {
    const std::array reps{quota_attainment(90_n, 100_n), quota_attainment(500_n, 0_n)};
    expect(team_attainment(reps) == ratio<std::uint64_t>{90, 100});
    expect(share_of_reps_at_quota(reps) == proportion<std::uint32_t>{0, 1});
    expect(share_of_reps_at_quota(std::array{quota_attainment(1_n, 1_n)}) == proportion<std::uint32_t>{1, 1});
    expect(!team_attainment(std::span{reps}.subspan(1)).has_value());
    expect(!share_of_reps_at_quota(std::span{reps}.subspan(2)).has_value());
    return true;
}
static_assert(a_rep_without_quota_is_in_no_figure());
TEST_CASE("a rep without a quota is in no figure") { CHECK(a_rep_without_quota_is_in_no_figure()); }

constexpr bool a_team_may_have_refunded_more_than_it_sold() {
    const std::array reps{quota_attainment(opaque(-30), opaque(100)),
                          quota_attainment(opaque(10), opaque(100))};
    expect(exactly(team_attainment(reps)) == rational{-1, 10});
    return true;
}
static_assert(a_team_may_have_refunded_more_than_it_sold());
TEST_CASE("a team may have refunded more than it sold") {
    CHECK(a_team_may_have_refunded_more_than_it_sold());
}

constexpr bool sums_are_made_in_64_bits_and_refused_beyond() {
    const auto most = opaque(std::uint32_t{4294967295});
    const std::array large{ratio{most, most}, ratio{most, most}};
    expect(team_attainment(large) == ratio<std::uint64_t>{8589934590, 8589934590});
    const std::array beyond{ratio{opaque(~std::uint64_t{}), std::uint64_t{1}},
                            ratio{std::uint64_t{1}, std::uint64_t{1}}};
    expect(!team_attainment(beyond).has_value());
    return true;
}
static_assert(sums_are_made_in_64_bits_and_refused_beyond());
TEST_CASE("sums are made in 64 bits, and refused beyond") {
    CHECK(sums_are_made_in_64_bits_and_refused_beyond());
}

constexpr bool time_and_work_of_reps() {
    expect(exactly(occupancy(9000_n, 3600_n, 21600_n)) == rational{7, 12}); // X3
    expect(!occupancy(9000_n, 3600_n, 0_n).has_value());
    expect(exactly(workload(150_n, 4_n)) == rational{75, 2});
    return true;
}
static_assert(time_and_work_of_reps());
TEST_CASE("X3: time and work of reps") { CHECK(time_and_work_of_reps()); }

} // namespace
} // namespace kpi::test
