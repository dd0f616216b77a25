// SPDX-License-Identifier: MIT
#pragma once

/// Activity and outreach: how much is done, as counts for a rep and a period. Sources in brackets as in
/// METRICS.md, section 4: OV OpenView, HS HubSpot, FS FrontSpin, OUT, + ours.

#include <kpi/sales/kinds.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr count_metric<activity> calls{
    .name = "calls", .of = kinds::calls, .unit = "calls", .help = "Dials, whatever came of them. [HS]"};

inline constexpr count_metric<activity> conversations{
    .name = "conversations",
    .of = kinds::conversations,
    .unit = "conversations",
    .help = "Spoken exchanges with someone of the target company who matters. [OV]"};

inline constexpr count_metric<activity> emails{
    .name = "emails", .of = kinds::emails, .unit = "emails", .help = "Emails sent. [HS]"};

inline constexpr count_metric<activity> meetings_scheduled{.name = "meetings_scheduled",
                                                           .of = {activity::meeting_scheduled},
                                                           .unit = "meetings",
                                                           .help = "Meetings agreed on, held or not. [HS]"};

inline constexpr count_metric<activity> meetings_held{
    .name = "meetings_held",
    .of = kinds::meetings_held,
    .unit = "meetings",
    .help = "Meetings held in person, by phone or by video. [OUT]"};

inline constexpr count_metric<activity> presentations_delivered{.name = "presentations_delivered",
                                                                .of = {activity::presentation},
                                                                .unit = "presentations",
                                                                .help = "Presentations and demos. [FS]"};

inline constexpr count_metric<activity> follow_ups{
    .name = "follow_ups",
    .of = {activity::follow_up},
    .unit = "touches",
    .help = "Touches that were the second or a later one to their prospect. [HS]"};

inline constexpr count_metric<activity> touches{
    .name = "touches",
    .of = kinds::touches,
    .unit = "touches",
    .help = "Calls, emails sent, social touches and meetings held; nothing that the prospect did. [OV]"};

inline constexpr count_metric<activity> opportunities_created{.name = "opportunities_created",
                                                              .of = {activity::opportunity},
                                                              .unit = "deals",
                                                              .help = "Deals opened. [OV HS]"};

inline constexpr count_metric<activity> proposals_sent{.name = "proposals_sent",
                                                       .of = {activity::proposal_sent},
                                                       .unit = "proposals",
                                                       .help = "Proposals sent. [HS]"};

inline constexpr count_metric<activity> deals_won{
    .name = "deals_won", .of = {activity::deal_won}, .unit = "deals", .help = "Deals won. [HS]"};

inline constexpr count_metric<activity> meetings_cancelled{
    .name = "meetings_cancelled",
    .of = {activity::meeting_cancelled},
    .unit = "meetings",
    .help = "Meetings cancelled: out of the show rate, and shown beside it. [+]"};

/// The volumes of this chapter.
inline constexpr catalogue<calls, conversations, emails, meetings_scheduled, meetings_held,
                           presentations_delivered, follow_ups, touches, opportunities_created,
                           proposals_sent, deals_won, meetings_cancelled>
    volume{};

} // namespace kpi::inline v1::sales
