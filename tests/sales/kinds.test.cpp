// SPDX-License-Identifier: MIT
#include <kpi/sales/kinds.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

namespace kinds = sales::kinds;
using enum sales::activity;

// METRICS.md, section 2, as equalities.
static_assert(kinds::calls.size() == 9);
static_assert(kinds::calls - kinds::calls_known == event_set{call});
static_assert(kinds::calls_known - kinds::picked_up_calls == event_set{no_answer, busy});
static_assert(kinds::picked_up_calls.contains(voicemail) && !kinds::live_answers.contains(voicemail));
static_assert(kinds::live_answers.size() == 4);
static_assert(kinds::touches - kinds::calls ==
              event_set{email_sent, social_touch, meeting_held, video_meeting});
static_assert(!kinds::replies.contains(reply_automatic) && kinds::replies.size() == 2);

TEST_CASE(
    "a conversation is a call and a touch, and neither a reply nor a meeting") { // METRICS.md, section 3
    CHECK(kinds::calls.contains(conversation));
    CHECK(kinds::touches.contains(conversation));
    CHECK_FALSE(kinds::replies.contains(conversation));
    CHECK_FALSE(kinds::meetings_held.contains(conversation));
    CHECK_FALSE(kinds::touches.contains(email_opened));
    CHECK(kinds::deals_settled.contains(deal_won));
}

} // namespace
} // namespace kpi::test
