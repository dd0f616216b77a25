// SPDX-License-Identifier: MIT
#pragma once

/// Activity and outreach: how much is done, as counts of acts for a rep and a period. Sources in brackets as
/// in METRICS.md, section 4: OV OpenView, HS HubSpot, FS FrontSpin, OUT, + ours.

#include <kpi/sales/kinds.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr count_metric<activity> calls{.name = "calls",
                                              .of = kinds::calls,
                                              .unit = "calls",
                                              .better = better::more,
                                              .help = "Dials, whatever came of them. [HS]"sv};

inline constexpr count_metric<activity> conversations{
    .name = "conversations",
    .of = kinds::conversations,
    .unit = "conversations",
    .better = better::more,
    .help = "Spoken exchanges with someone of the target company who matters. [OV]"sv};

inline constexpr count_metric<activity> emails{.name = "emails",
                                               .of = kinds::emails,
                                               .unit = "emails",
                                               .better = better::more,
                                               .help = "Emails sent. [HS]"sv};

inline constexpr count_metric<activity> meetings_scheduled{.name = "meetings_scheduled",
                                                           .of = {activity::meeting_scheduled},
                                                           .unit = "meetings",
                                                           .better = better::more,
                                                           .help = "Meetings agreed on, held or not. [HS]"sv};

inline constexpr count_metric<activity> meetings_held{
    .name = "meetings_held",
    .of = kinds::meetings_held,
    .unit = "meetings",
    .better = better::more,
    .help = "Meetings held in person, by phone or by video. [OUT]"sv};

inline constexpr count_metric<activity> presentations_delivered{.name = "presentations_delivered",
                                                                .of = {activity::presentation},
                                                                .unit = "presentations",
                                                                .better = better::more,
                                                                .help = "Presentations and demos. [FS]"sv};

inline constexpr count_metric<activity> follow_ups{
    .name = "follow_ups",
    .of = {activity::follow_up},
    .unit = "touches",
    .better = better::more,
    .help = "Touches that were the second or a later one to their prospect. [HS]"sv};

inline constexpr count_metric<activity> touches{
    .name = "touches",
    .of = kinds::touches,
    .unit = "touches",
    .better = better::more,
    .help = "Calls, emails sent, social touches and meetings held; nothing that the prospect did. [OV]"sv};

inline constexpr count_metric<activity> proposals_sent{.name = "proposals_sent",
                                                       .of = {activity::proposal_sent},
                                                       .unit = "proposals",
                                                       .better = better::more,
                                                       .help = "Proposals sent. [HS]"sv};

inline constexpr count_metric<activity> meetings_cancelled{
    .name = "meetings_cancelled",
    .of = {activity::meeting_cancelled},
    .unit = "meetings",
    .better = better::less,
    .help = "Meetings cancelled: out of the show rate, and shown beside it. [+]"sv};

inline constexpr count_metric<activity> first_impressions{.name = "first_impressions",
                                                          .of = {activity::first_impression},
                                                          .unit = "leads",
                                                          .better = better::more,
                                                          .help = "Leads that were first heard of. [FS]"sv};

/// The volumes of this chapter.
inline constexpr catalogue<calls, conversations, emails, meetings_scheduled, meetings_held,
                           presentations_delivered, follow_ups, touches, proposals_sent, meetings_cancelled,
                           first_impressions>
    volume{};

} // namespace kpi::inline v1::sales
