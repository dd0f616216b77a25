// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/calls.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool a_call_is_one_dial_however_many_legs_it_had() {
    expect(exactly(pick_up_rate(133_n, 174_n)) == rational{133, 174}); // A9
    expect(exactly(pick_up_rate(133_n, 218_n)) == rational{133, 218}); // A10: by leg, not the default
    return true;
}
static_assert(a_call_is_one_dial_however_many_legs_it_had());
TEST_CASE("A9, A10: a call is one dial, however many legs it had") {
    CHECK(a_call_is_one_dial_however_many_legs_it_had());
}

constexpr bool calls_of_unknown_outcome_are_in_no_rate() {
    expect(exactly(conversation_rate(10_n, 60_n)) == rational{1, 6});           // A11
    expect(exactly(conversation_rate(10_n, 10_n + 50_n)) == rational{1, 6});    // A12: 40 more, unknown
    expect(!conversation_rate(0_n, 0_n).has_value());                           // A13: 40, all unknown
    expect(conversation_rate(10_n, 60_n) == proportion<std::uint32_t>{10, 60}); // the counts are kept
    return true;
}
static_assert(calls_of_unknown_outcome_are_in_no_rate());
TEST_CASE("A11, A12, A13: calls of unknown outcome are in no rate") {
    CHECK(calls_of_unknown_outcome_are_in_no_rate());
}

constexpr bool dials_for_a_conversation() {
    expect(exactly(dials_per_conversation(60_n, 10_n)) == rational{6}); // A14
    expect(!dials_per_conversation(60_n, 0_n).has_value());             // A15
    return true;
}
static_assert(dials_for_a_conversation());
TEST_CASE("A14, A15: dials for a conversation") { CHECK(dials_for_a_conversation()); }

constexpr bool opportunities_against_calls() {
    expect(exactly(opportunities_per_conversation(2_n, 10_n)) == rational{1, 5}); // A16
    expect(exactly(opportunities_per_conversation(3_n, 2_n)) == rational{3, 2});  // a ratio: may exceed 1
    expect(!opportunities_per_conversation(2_n, 0_n).has_value());
    expect(exactly(opportunities_per_call(2_n, 60_n)) == rational{1, 30}); // A17
    expect(opportunities_per_call(2_n, 60_n).per(100) == 3);
    return true;
}
static_assert(opportunities_against_calls());
TEST_CASE("A16, A17: opportunities against conversations and calls") { CHECK(opportunities_against_calls()); }

constexpr bool time_on_the_phone() {
    expect(dials_per_hour(240_n, 6_n * 3600_n).per_hour<rational>() == rational{40}); // X1
    expect(!dials_per_hour(240_n, 0_n).per_hour().has_value());
    expect(exactly(average_talk_time(38947_n, 133_n)) == rational{38947, 133}); // X2
    expect(!average_talk_time(0_n, 0_n).has_value());
    return true;
}
static_assert(time_on_the_phone());
TEST_CASE("X1, X2: time on the phone") { CHECK(time_on_the_phone()); }

constexpr bool abandoned_of_live_answers() {
    expect(exactly(abandon_rate(75_n, 2500_n)) == rational{3, 100}); // X4; against the limit: statistics/band
    expect(exactly(abandon_rate(76_n, 2500_n)) == rational{19, 625}); // X5
    expect(!abandon_rate(0_n, 0_n).has_value());
    expect(exactly(live_answer_rate(30_n, 120_n)) == rational{1, 4} &&
           !live_answer_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(abandoned_of_live_answers());
TEST_CASE("X4, X5: abandoned calls, of those that a person answered") { CHECK(abandoned_of_live_answers()); }

constexpr bool the_list_and_the_log() {
    expect(exactly(list_penetration(800_n, 1000_n)) == rational{4, 5});      // X7
    expect(exactly(attempts_per_prospect(2000_n, 800_n)) == rational{5, 2}); // X8
    expect(exactly(logging_coverage(174_n, 200_n)) == rational{87, 100});
    expect(!logging_coverage(0_n, 0_n).has_value());
    return true;
}
static_assert(the_list_and_the_log());
TEST_CASE("X7, X8: how much of the list was tried, and of the log recorded") {
    CHECK(the_list_and_the_log());
}

} // namespace
} // namespace kpi::test
