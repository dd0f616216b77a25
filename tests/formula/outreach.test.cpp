// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/outreach.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool targets_are_met_in_their_own_periods() {
    expect(exactly(target_attainment(48_n, 60_n)) == rational{4, 5});          // A1
    expect(exactly(target_attainment(1134_n, 60_n, 21_n)) == rational{9, 10}); // A2: working days
    expect(exactly(target_attainment(12_n, 10_n)) == rational{6, 5});          // A3: not capped
    expect(exactly(target_attainment(3_n, 2_n, 2_n)) == rational{3, 4});       // A4
    expect(exactly(target_attainment(150_n, 200_n)) == rational{3, 4});        // A5
    expect(exactly(target_attainment(170_n, 200_n)) == rational{17, 20});      // A6: a month
    expect(!target_attainment(7_n, 0_n).has_value());                          // A7
    expect(exactly(share_of_days_on_target(13_n, 21_n)) == rational{13, 21});  // A8
    return true;
}
static_assert(targets_are_met_in_their_own_periods());
TEST_CASE("A1 to A8: targets are met in their own periods, and are not capped") {
    CHECK(targets_are_met_in_their_own_periods());
}

constexpr bool a_target_too_great_to_count_says_so() {
    const auto attained =
        target_attainment<std::uint8_t>(opaque(std::uint8_t{100}), opaque(std::uint8_t{60}), 21);
    expect(attained == ratio<std::uint8_t>{100, 255});
    expect(attained.saturated());
    return true;
}
static_assert(a_target_too_great_to_count_says_so());
TEST_CASE("a target that its type cannot count says so") { CHECK(a_target_too_great_to_count_says_so()); }

constexpr bool prospects_reply_once_whatever_they_wrote() {
    expect(exactly(positive_reply_rate(3_n, 50_n)) == rational{3, 50});      // A24; A25: 4 replies from the 3
    expect(exactly(negative_reply_rate(8_n, 3_n, 50_n)) == rational{1, 10}); // A27
    expect(exactly(silent_share(8_n, 50_n)) == rational{21, 25});            // A28
    expect(*exactly(positive_reply_rate(3_n, 50_n)) + *exactly(negative_reply_rate(8_n, 3_n, 50_n)) +
               *exactly(silent_share(8_n, 50_n)) ==
           rational{1});
    expect(!positive_reply_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(prospects_reply_once_whatever_they_wrote());
TEST_CASE("A24, A25, A27, A28: positive, negative and silent prospects sum to 1") {
    CHECK(prospects_reply_once_whatever_they_wrote());
}

constexpr bool prospects_that_cannot_be_are_in_no_share() {
    expect(!negative_reply_rate(3_n, 8_n, 50_n).has_value()); // fewer replied than replied positively
    expect(!silent_share(51_n, 50_n).has_value());
    const auto at_least = opaque(std::uint8_t{255});
    expect(negative_reply_rate(at_least, opaque(std::uint8_t{3}), at_least).saturated());
    return true;
}
static_assert(prospects_that_cannot_be_are_in_no_share());
TEST_CASE("counts of prospects that cannot be are in no share") {
    CHECK(prospects_that_cannot_be_are_in_no_share());
}

constexpr bool meetings_agreed_and_held() {
    expect(exactly(meeting_acceptance_rate(6_n, 8_n)) == rational{3, 4}); // A29
    expect(exactly(meeting_acceptance_rate(9_n, 8_n)) == rational{9, 8}); // A30: agreed on without a reply
    expect(!meeting_acceptance_rate(2_n, 0_n).has_value());               // A31
    expect(exactly(show_rate(18_n, 6_n)) == rational{3, 4});              // A32: 6 of 30 not due yet
    expect(show_rate(18_n, 6_n) == proportion<std::uint32_t>{18, 24});
    expect(!show_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(meetings_agreed_and_held());
TEST_CASE("A29, A30, A31, A32: meetings agreed and held") { CHECK(meetings_agreed_and_held()); }

constexpr bool touches_until_a_deal_is_settled() {
    expect(exactly(touches_per_lost_deal(5_n + 11_n + 7_n, 1_n)) == rational{23});    // A33
    expect(exactly(touches_per_won_deal(15_n + 21_n, 2_n)) == rational{18});          // A34
    expect(exactly(touches_per_won_deal(3_n + 5_n, 2_n)) == rational{4});             // by channel: video,
    expect(exactly(touches_per_won_deal(8_n + 10_n, 2_n)) == rational{9});            // email,
    expect(exactly(touches_per_won_deal(4_n + 6_n, 2_n)) == rational{5});             // call
    expect(exactly(touches_per_won_deal(1181_n, 521_n)) == rational{1181, 521});      // A35
    expect(exactly(touches_per_lost_deal(11449_n, 4000_n)) == rational{11449, 4000}); // A36
    expect(!touches_per_won_deal(1181_n, 0_n).has_value());
    expect(exactly(opportunities_per_touch(2_n, 200_n)) == rational{1, 100});
    return true;
}
static_assert(touches_until_a_deal_is_settled());
TEST_CASE("A33, A34, A35, A36: touches until a deal is settled") { CHECK(touches_until_a_deal_is_settled()); }

} // namespace
} // namespace kpi::test
