// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/measured.hpp"
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/volume.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool calls_by_their_outcome() {
    // A9, A10: a call once, not a leg; nobody knows who picked up
    expect(measured<pick_up_rate>({{picked_up, 133}, {no_answer, 39}, {busy, 2}}) == share{133, 174});
    expect(measured<pick_up_rate>({{picked_up, 133}, {no_answer, 83}, {busy, 2}}) == share{133, 218});
    expect(measured<pick_up_rate>({{voicemail, 1}, {no_answer, 1}}) == share{1, 2}); // a machine picked up
    // A11, A12, A13
    expect(measured<conversation_rate>({{conversation, 10}, {no_answer, 50}}) == share{10, 60});
    expect(measured<conversation_rate>({{conversation, 10}, {voicemail, 50}, {call, 40}}) == share{10, 60});
    expect(!measured<conversation_rate>({{call, 40}}).has_value());
    // A14, A15
    expect(measured<dials_per_conversation>({{conversation, 10}, {hang_up, 50}}) == against{60, 10});
    expect(!measured<dials_per_conversation>({{no_answer, 60}}).has_value());
    // A16, A17
    expect(measured<opportunities_per_conversation>({{opportunity, 2}, {conversation, 10}}) ==
           against{2, 10});
    expect(measured<opportunities_per_100_calls>({{opportunity, 2}, {call, 60}}) == against{2, 60});
    // X1
    expect(measured<dials_per_hour>({{call, 200}, {conversation, 40}}, 6 * 3600).per(3600) == 40);
    // the abandon rate asks for people who picked up: not dials, not machines
    expect(measured<abandon_rate>({{abandoned, 3}, {conversation, 90}, {hang_up, 7}, {voicemail, 50}}) ==
           share{3, 100});
    expect(!measured<abandon_rate>({{abandoned, 3}, {conversation, 97}, {picked_up, 1}}).has_value());
    expect(measured<logging_coverage>({{conversation, 40}, {no_answer, 110}}, 200) == against{150, 200});
    return true;
}
static_assert(calls_by_their_outcome());
TEST_CASE("calls by their outcome") { CHECK(calls_by_their_outcome()); }

constexpr bool emails_and_what_comes_back() {
    // A18: 45 opened, together 63 times: only the first opening of an email is an event
    expect(measured<open_rate>({{email_sent, 100}, {email_opened, 45}}) == share{45, 100});
    // A19, A20
    expect(measured<click_through_rate>({{email_sent, 240}, {email_opened, 90}, {email_clicked, 12}}) ==
           share{12, 240});
    expect(measured<click_to_open_rate>({{email_sent, 240}, {email_opened, 90}, {email_clicked, 12}}) ==
           share{12, 90});
    // A21, A22
    expect(measured<bounce_rate>({{email_sent, 240}, {email_bounced, 6}}) == share{6, 240});
    expect(measured<click_through_rate_of_delivered>(
               {{email_sent, 240}, {email_bounced, 6}, {email_clicked, 12}}) == share{12, 234});
    expect(measured<open_rate_of_delivered>({{email_sent, 3}, {email_bounced, 3}, {email_opened, 0}}) ==
           share{0, 0});
    // A23: automatic replies are out, and so are those that came by phone
    expect(measured<reply_rate>({{email_sent, 240, medium::email},
                                 {reply_positive, 7, medium::email},
                                 {reply_negative, 11, medium::email},
                                 {reply_automatic, 5, medium::email},
                                 {reply_positive, 3, medium::phone}}) == share{18, 240});
    // A26
    expect(measured<positive_replies_per_email>({{email_sent, 130}, {reply_positive, 4, medium::email}}) ==
           against{4, 130});
    return true;
}
static_assert(emails_and_what_comes_back());
TEST_CASE("emails, and what comes back") { CHECK(emails_and_what_comes_back()); }

constexpr bool meetings() {
    // A29, A30, A31: agreed on or not, with or without a reply
    expect(measured<meeting_acceptance_rate>(
               {{meeting_scheduled, 6}, {reply_positive, 5}, {reply_negative, 3}}) == against{6, 8});
    expect(measured<meeting_acceptance_rate>(
               {{meeting_scheduled, 9}, {reply_positive, 8}, {reply_automatic, 4}}) == against{9, 8});
    expect(!measured<meeting_acceptance_rate>({{meeting_scheduled, 2}}).has_value());
    // A32: 30 scheduled, 6 of them not due yet
    expect(measured<show_rate>(
               {{meeting_scheduled, 30}, {meeting_held, 12}, {video_meeting, 6}, {meeting_no_show, 6}}) ==
           share{18, 24});
    expect(measured<show_rate>({{meeting_held, 3}, {meeting_cancelled, 2}}) == share{3, 3});
    return true;
}
static_assert(meetings());
TEST_CASE("meetings") { CHECK(meetings()); }

} // namespace
} // namespace kpi::test
