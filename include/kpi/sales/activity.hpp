// SPDX-License-Identifier: MIT
#pragma once

/// The vocabulary of sales work: what can happen, once each (METRICS.md, section 2). One happening is one
/// event of one kind; sets add kinds up. Marks are recorded besides the touch that they mark. Values never
/// change: snapshots and logs hold them.

#include <cstdint>

namespace kpi::inline v1::sales {

enum class activity : std::uint8_t {
    // a call: one dial, whatever came of it, recorded once
    conversation,     ///< a spoken exchange with someone of the target company that led somewhere
    operator_reached, ///< someone answered who leads no further, as an operator
    hang_up,          ///< a person picked up and ended it
    abandoned,        ///< a person picked up and no rep came
    picked_up,        ///< picked up, by whom is not known: all that a phone log can tell
    voicemail,        ///< a machine picked up
    busy,             ///< busy or failed
    no_answer,        ///< it rang, and nobody picked up
    call,             ///< the outcome is not known
    // email
    email_sent,    ///< one email to one address
    email_opened,  ///< the first time that it is opened
    email_clicked, ///< the first time that it is clicked
    email_bounced, ///< it could not be delivered
    // a reply on any channel; one to an email is recorded once for each email answered
    reply_positive,  ///< a yes: interest, or a meeting
    reply_negative,  ///< a no
    reply_automatic, ///< a machine's: out of office, an acknowledgement
    // meetings
    meeting_scheduled, ///< booked, whether it takes place or not
    meeting_held,      ///< in person or by phone
    video_meeting,     ///< held, by video
    meeting_no_show,   ///< the prospect did not come
    meeting_cancelled, ///< called off before it began
    // other touches
    social_touch, ///< a message or the like in a social network
    // marks, besides the touch that they mark
    follow_up,      ///< the touch was the second or a later one to this prospect
    first_response, ///< the touch was the first by a person after the lead arrived
    // stages that a lead reaches
    first_impression, ///< the first contact with the brand
    mcl,              ///< marketing-captured lead
    mql,              ///< marketing-qualified lead
    sal,              ///< sales-accepted lead
    sql,              ///< sales-qualified lead
    opportunity,      ///< a deal is opened
    customer,         ///< the first deal is won
    out,              ///< back to marketing, disqualified, or the deal lost
    // deals
    presentation,  ///< or demo
    proposal_sent, ///< or quote
    deal_won,      ///< closed, and sold
    deal_lost,     ///< closed, and not sold
    // customers
    churned,     ///< stopped being a customer
    renewal_due, ///< a contract reached the day on which it ends or is renewed
    renewed,     ///< a contract was renewed
    upsell,      ///< bought more of the same, or a dearer one
    cross_sell,  ///< bought another product
    interaction, ///< any contact or use that shows a customer is active
    referral,    ///< brought somebody new
    trial_ended, ///< a trial came to its end, whatever followed
    // surveys
    nps_promoter,    ///< 9 or 10 of 10: would recommend
    nps_passive,     ///< 7 or 8
    nps_detractor,   ///< 0 to 6
    satisfied,       ///< 4 or 5 of 5, or good
    not_satisfied,   ///< 1 to 3 of 5, or bad
    employee_answer, ///< of one of the own staff, with its score
    // support
    ticket_closed,         ///< closed, later than the service level asks for
    ticket_closed_in_time, ///< closed within the service level
    // a deal's own pipeline
    stage_entered, ///< a deal got to one of the stages of its own pipeline
};

/// How a touch or a reply travels.
enum class medium : std::uint8_t { unknown, phone, email, social, in_person, video, other };
/// `unknown` says nothing (core/told.hpp).
[[nodiscard]] constexpr medium untold_of(medium) noexcept { return medium::unknown; }

} // namespace kpi::inline v1::sales
