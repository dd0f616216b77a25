// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of prospects, each once however often they are touched or reply (METRICS.md, sections 4 and 5).
/// They sit on the board of one prospect and are read from all of them: by_key<prospect, 4096,
/// scorecard<touch, ...>> and pool<positive_reply_rate>(prospects). Sources in brackets as in METRICS.md.

#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/effort_metric.hpp>
#include <kpi/scorecard/heads_metric.hpp>
#include <kpi/scorecard/per_head_metric.hpp>
#include <kpi/scorecard/share_metric.hpp>

namespace kpi::inline v1::sales {

/// At least one touch that did not bounce.
inline constexpr happening<activity> contacted{.of = kinds::touches, .less = {activity::email_bounced}};

inline constexpr share_metric<activity> positive_reply_rate{
    .name = "positive_reply_rate",
    .part = {{activity::reply_positive}},
    .whole = contacted,
    .help = "Prospects with a positive reply on any channel, whatever else they said, of prospects "
            "contacted. [HS]"};
inline constexpr share_metric<activity> negative_reply_rate{
    .name = "negative_reply_rate",
    .part = {.of = {activity::reply_negative}, .none_of = {activity::reply_positive}},
    .whole = contacted,
    .help = "Prospects who replied and never positively, of prospects contacted. [HS]"};
inline constexpr share_metric<activity> silent_share{
    .name = "silent_share",
    .part = {.of = kinds::touches, .none_of = kinds::replies},
    .whole = contacted,
    .help = "Prospects contacted who never replied, of prospects contacted. [+]"};
inline constexpr share_metric<activity> share_touched_twice{
    .name = "share_touched_twice",
    .part = {.of = kinds::touches, .at_least = 2},
    .whole = {kinds::touches},
    .help = "Prospects with two touches or more, of prospects with one or more. [HS]"};
inline constexpr share_metric<activity> prospect_acquisition_rate{
    .name = "prospect_acquisition_rate",
    .part = {{activity::customer}},
    .whole = {kinds::touches},
    .help = "Prospects who became customers, of prospects tried, spoken to or not. [HS]"};
inline constexpr heads_metric<activity> prospects_tried{
    .name = "prospects_tried",
    .whole = {kinds::touches},
    .unit = "prospects",
    .help =
        "Different prospects with a touch: a rep's workload, and the upper half of list penetration. [HS +]"};
inline constexpr per_head_metric<activity> attempts_per_prospect{.name = "attempts_per_prospect",
                                                                 .of = kinds::calls,
                                                                 .whole = {kinds::calls},
                                                                 .unit = "calls each",
                                                                 .help =
                                                                     "Calls for each prospect tried. [+]"};
inline constexpr effort_metric<touch, 7> touches_per_won_deal{
    .name = "touches_per_won_deal",
    .of = kinds::touches,
    .until = {activity::deal_won},
    .ended = {activity::deal_lost},
    .help = "Touches of a prospect until a deal is won, by channel, for each deal won. [HS]"};
inline constexpr effort_metric<touch, 7> touches_per_lost_deal{
    .name = "touches_per_lost_deal",
    .of = kinds::touches,
    .until = {activity::deal_lost},
    .ended = {activity::deal_won},
    .help = "Touches of a prospect until a deal is lost, by channel, for each deal lost. [HS]"};
inline constexpr effort_metric<touch, 7> touches_per_customer{
    .name = "touches_per_customer",
    .of = kinds::touches,
    .until = {activity::customer},
    .help = "Touches until the prospect becomes a customer; with at_touch{k}, the conversion at touch k. [HS "
            "ROI]"};
inline constexpr catalogue<positive_reply_rate, negative_reply_rate, silent_share, share_touched_twice,
                           prospect_acquisition_rate, prospects_tried, attempts_per_prospect,
                           touches_per_won_deal, touches_per_lost_deal, touches_per_customer>
    prospects{};

} // namespace kpi::inline v1::sales
