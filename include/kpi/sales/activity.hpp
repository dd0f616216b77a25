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
    operator_reached, ///< someone answered who is neither
    hang_up,          ///< a person picked up and ended it
    abandoned,        ///< a person picked up and no rep came
    picked_up,        ///< picked up, by whom is not known: all that a phone log can tell
    voicemail,
    busy, ///< busy or failed
    no_answer,
    call, ///< the outcome is not known
    // email
    email_sent,
    email_opened,  ///< the first time that it is opened
    email_clicked, ///< the first time that it is clicked
    email_bounced,
    // a reply on any channel; one to an email is recorded once for each email answered
    reply_positive,
    reply_negative,
    reply_automatic,
    // meetings
    meeting_scheduled,
    meeting_held,  ///< in person or by phone
    video_meeting, ///< held, by video
    meeting_no_show,
    meeting_cancelled,
    // other touches
    social_touch,
    // marks, besides the touch that they mark
    follow_up,      ///< the touch was the second or a later one to this prospect
    first_response, ///< the touch was the first by a person after the lead arrived
    // stages that a lead reaches
    first_impression,
    mcl,         ///< marketing-captured lead
    mql,         ///< marketing-qualified lead
    sal,         ///< sales-accepted lead
    sql,         ///< sales-qualified lead
    opportunity, ///< a deal is opened
    customer,    ///< the first deal is won
    out,         ///< back to marketing, disqualified, or the deal lost
    // deals
    presentation, ///< or demo
    proposal_sent,
    deal_won,
    deal_lost,
    // customers
    churned,
    renewal_due,
    renewed,
    upsell,
    cross_sell,
    interaction,
    referral,
    trial_ended,
    // surveys
    nps_promoter,
    nps_passive,
    nps_detractor,
    satisfied,
    not_satisfied,
    employee_answer,
    // support
    ticket_closed,         ///< closed, later than the service level asks for
    ticket_closed_in_time, ///< closed within the service level
};

/// How a touch or a reply travels.
enum class medium : std::uint8_t { unknown, phone, email, social, in_person, video, other };
/// `unknown` says nothing (core/told.hpp).
[[nodiscard]] constexpr medium untold_of(medium) noexcept { return medium::unknown; }

} // namespace kpi::inline v1::sales
