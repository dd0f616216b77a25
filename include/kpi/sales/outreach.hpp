// SPDX-License-Identifier: MIT
#pragma once

/// Activity and outreach: what reps do, and what comes back. One line a metric; the arithmetic is in the kind
/// of metric. Sources in brackets as in METRICS.md, section 4: OV OpenView, HS HubSpot, FS FrontSpin, OUT,
/// ROI, + ours.

#include <kpi/sales/conditions.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/rate_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr proportion_metric<activity> pick_up_rate{
    .name = "pick_up_rate",
    .title = "Answered, machines included",
    .part = kinds::picked_up_calls,
    .whole = kinds::calls_known,
    .nominal = true,
    .better = better::more,
    .help = "Calls picked up, by a person or a machine, of calls with a known outcome; a call once, not once "
            "a leg. [+]"sv};

inline constexpr proportion_metric<activity> conversation_rate{
    .name = "conversation_rate",
    .part = kinds::conversations,
    .whole = kinds::calls_known,
    .nominal = true,
    .better = better::more,
    .help = "Conversations of calls with a known outcome. [+]"sv};

inline constexpr ratio_metric<activity> dials_per_conversation{
    .name = "dials_per_conversation",
    .a = kinds::calls_known,
    .b = kinds::conversations,
    .unit = "calls",
    .better = better::less,
    .help = "Calls with a known outcome for each conversation. [+]"sv};

inline constexpr ratio_metric<activity> opportunities_per_conversation{
    .name = "opportunities_per_conversation",
    .a = {activity::opportunity},
    .b = kinds::conversations,
    .unit = "deals",
    .better = better::more,
    .help = "Deals opened for each conversation. [+]"sv};

inline constexpr proportion_metric<activity> open_rate{
    .name = "open_rate",
    .part = {activity::email_opened},
    .whole = kinds::emails,
    .nominal = true,
    .better = better::more,
    .help = "Emails opened at least once of emails sent. [OUT]"sv};

inline constexpr proportion_metric<activity> open_rate_of_delivered{
    .name = "open_rate_of_delivered",
    .part = {activity::email_opened},
    .whole = kinds::emails,
    .without = {activity::email_bounced},
    .nominal = true,
    .better = better::more,
    .help = "Emails opened at least once of emails sent and not bounced. [OUT]"sv};

inline constexpr proportion_metric<activity> click_through_rate{
    .name = "click_through_rate",
    .part = {activity::email_clicked},
    .whole = kinds::emails,
    .nominal = true,
    .better = better::more,
    .help = "Emails clicked at least once of emails sent. [OUT]"sv};

inline constexpr proportion_metric<activity> click_through_rate_of_delivered{
    .name = "click_through_rate_of_delivered",
    .part = {activity::email_clicked},
    .whole = kinds::emails,
    .without = {activity::email_bounced},
    .nominal = true,
    .better = better::more,
    .help = "Emails clicked at least once of emails sent and not bounced. [OUT]"sv};

inline constexpr proportion_metric<activity> click_to_open_rate{
    .name = "click_to_open_rate",
    .part = {activity::email_clicked},
    .whole = {activity::email_opened},
    .nominal = true,
    .better = better::more,
    .help = "Emails clicked of emails opened. [OUT]"sv};

inline constexpr proportion_metric<activity> bounce_rate{.name = "bounce_rate",
                                                         .part = {activity::email_bounced},
                                                         .whole = kinds::emails,
                                                         .nominal = true,
                                                         .better = better::less,
                                                         .help = "Emails bounced of emails sent. [+]"sv};

inline constexpr proportion_metric<touch, replied_by_email> reply_rate{
    .name = "reply_rate",
    .part = kinds::replies,
    .whole = kinds::emails,
    .nominal = true,
    .better = better::more,
    .help = "Emails answered by a person of emails sent; replies on other channels and automatic ones are "
            "out. [OUT]"sv};

inline constexpr ratio_metric<touch, replied_by_email> positive_replies_per_email{
    .name = "positive_replies_per_email",
    .a = {activity::reply_positive},
    .b = kinds::emails,
    .unit = "replies",
    .better = better::more,
    .help = "Positive replies by email for each email sent: of touches, not of prospects. [HS]"sv};

inline constexpr ratio_metric<activity> meeting_acceptance_rate{
    .name = "meeting_acceptance_rate",
    .a = {activity::meeting_scheduled},
    .b = kinds::replies,
    .better = better::more,
    .help = "Meetings scheduled for each reply by a person on any channel; may exceed 1. [HS]"sv};

inline constexpr proportion_metric<activity> show_rate{
    .name = "show_rate",
    .part = kinds::meetings_held,
    .whole = kinds::meetings_held | event_set{activity::meeting_no_show},
    .better = better::more,
    .help = "Meetings held of meetings whose time has come; cancelled ones are out. [+]"sv};

inline constexpr ratio_metric<activity> opportunities_per_100_calls{
    .name = "opportunities_per_100_calls",
    .a = {activity::opportunity},
    .b = kinds::calls,
    .per = 100,
    .unit = "per 100 calls",
    .better = better::more,
    .help = "Deals opened for every 100 calls. [HS]"sv};

inline constexpr ratio_metric<activity> opportunities_per_100_emails{
    .name = "opportunities_per_100_emails",
    .a = {activity::opportunity},
    .b = kinds::emails,
    .per = 100,
    .unit = "per 100 emails",
    .better = better::more,
    .help = "Deals opened for every 100 emails sent. [HS]"sv};

inline constexpr ratio_metric<activity> opportunities_per_100_touches{
    .name = "opportunities_per_100_touches",
    .a = {activity::opportunity},
    .b = kinds::touches,
    .per = 100,
    .unit = "per 100 touches",
    .better = better::more,
    .help = "Deals opened for every 100 touches. [HS]"sv};

inline constexpr proportion_metric<activity> live_answer_rate{
    .name = "live_answer_rate",
    .part = kinds::live_answers,
    .whole = kinds::calls_known - event_set{activity::picked_up},
    .nominal = true,
    .better = better::more,
    .help = "Calls that a person answered, of calls of which it is known who answered. [+]"sv};

inline constexpr proportion_metric<activity> abandon_rate{
    .name = "abandon_rate",
    .part = {activity::abandoned},
    .whole = kinds::live_answers,
    .unless = {activity::picked_up},
    .better = better::less,
    .help = "Calls answered by a person that no rep took, of calls answered by a person; absent once nobody "
            "knows who picked one up. More than 3 % in 30 days breaks the US safe harbour. [+]"sv};

inline constexpr ratio_metric<activity> logging_coverage{
    .name = "logging_coverage",
    .a = kinds::calls,
    .b = {},
    .given = "calls in the phone log",
    .unit = "%",
    .better = better::more,
    .help = "Calls in the CRM of calls in the phone log: what was not recorded never happened. [OV]"sv};

inline constexpr rate_metric<activity> dials_per_hour{.name = "dials_per_hour",
                                                      .of = kinds::calls,
                                                      .given = "seconds logged in",
                                                      .unit = "calls per hour",
                                                      .better = better::more,
                                                      .help =
                                                          "Calls for each hour logged in, not worked. [+]"sv};

/// The rates of this chapter.
inline constexpr catalogue<pick_up_rate, live_answer_rate, conversation_rate, dials_per_conversation,
                           opportunities_per_conversation, open_rate, open_rate_of_delivered,
                           click_through_rate, click_through_rate_of_delivered, click_to_open_rate,
                           bounce_rate, reply_rate, positive_replies_per_email, meeting_acceptance_rate,
                           show_rate, opportunities_per_100_calls, opportunities_per_100_emails,
                           opportunities_per_100_touches, abandon_rate, logging_coverage, dials_per_hour>
    outreach{};

} // namespace kpi::inline v1::sales
