// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of prospects, over the facts of prospect_story. Each counts once in what you read, however often
/// it is touched or replies (METRICS.md, sections 4 and 5). Sources in brackets as in METRICS.md.

#include <kpi/sales/conditions.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/effort_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/step_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr proportion_metric<outcome> positive_reply_rate{
    .name = "positive_reply_rate",
    .part = {outcome::replied_positively},
    .whole = {outcome::contacted},
    .better = better::more,
    .help = "Prospects with a positive reply on any channel, whatever else they said, of prospects "
            "contacted. [HS]"sv};
inline constexpr proportion_metric<outcome> negative_reply_rate{
    .name = "negative_reply_rate",
    .part = {outcome::replied_negatively},
    .whole = {outcome::contacted},
    .better = better::less,
    .help = "Prospects who replied and never positively, of prospects contacted. [HS]"sv};
inline constexpr proportion_metric<outcome> silent_share{
    .name = "silent_share",
    .part = {outcome::silent},
    .whole = {outcome::contacted},
    .better = better::less,
    .help = "Prospects contacted who never replied, of prospects contacted. [+]"sv};
inline constexpr proportion_metric<outcome> share_touched_twice{
    .name = "share_touched_twice",
    .part = {outcome::touched_twice},
    .whole = {outcome::tried},
    .better = better::more,
    .help = "Prospects with two touches or more, of prospects with one or more. [HS]"sv};
inline constexpr proportion_metric<outcome> prospect_acquisition_rate{
    .name = "prospect_acquisition_rate",
    .part = {outcome::acquired},
    .whole = {outcome::tried},
    .better = better::more,
    .help = "Prospects who became customers, of prospects tried, spoken to or not. [HS]"sv};
inline constexpr count_metric<outcome> prospects_tried{
    .name = "prospects_tried",
    .of = {outcome::tried},
    .unit = "prospects",
    .better = better::more,
    .help =
        "Different prospects with a touch: a rep's workload, and the upper half of list penetration. [HS +]"sv};
inline constexpr mean_metric<fact, member::touches> attempts_per_prospect{
    .name = "attempts_per_prospect",
    .of = {outcome::called},
    .unit = "calls each",
    .help = "Calls for each prospect called. [+]"sv};

inline constexpr std::array<std::string_view, 7> media{"unknown",   "phone", "email", "social",
                                                       "in person", "video", "other"};
/// Touches that a result cost, by medium.
using touches_metric = effort_metric<fact, medium, media.size()>;
inline constexpr touches_metric touches_per_won_deal{
    .name = "touches_per_won_deal",
    .of = {outcome::touches_of_won},
    .channels = media,
    .help = "Touches of a prospect until a deal is won, by channel, for each deal won. [HS]"sv};
inline constexpr touches_metric touches_per_lost_deal{
    .name = "touches_per_lost_deal",
    .of = {outcome::touches_of_lost},
    .channels = media,
    .help = "Touches of a prospect until a deal is lost, by channel, for each deal lost; lost deals end "
            "earlier. [HS]"sv};
inline constexpr touches_metric touches_per_customer{
    .name = "touches_per_customer",
    .of = {outcome::touches_of_customer},
    .channels = media,
    .help = "Touches until the prospect becomes a customer. [HS ROI]"sv};
inline constexpr step_metric<fact, 5> conversion_at_touch{
    .name = "conversion_at_touch",
    .part = {outcome::acquired},
    .whole = {outcome::got_touch},
    .names = {"conversion_at_touch_1", "conversion_at_touch_2", "conversion_at_touch_3",
              "conversion_at_touch_4", "conversion_at_touch_5"},
    .better = better::more,
    .help =
        "Prospects who became customers after exactly k touches, of those who got at least k. [HS ROI]"sv};

/// The number of distinct prospects, of any ids, counted from acts on a board of its own size (4 kB): exact
/// up to 768, then an estimate with the error in the value.
inline constexpr distinct_metric<touch, member::prospect> prospects_contacted{
    .name = "prospects_contacted",
    .of = kinds::touches,
    .unit = "prospects",
    .better = better::more,
    .help = "Different prospects with a touch, of any ids and however many. [HS]"sv};

inline constexpr catalogue<positive_reply_rate, negative_reply_rate, silent_share, share_touched_twice,
                           prospect_acquisition_rate, prospects_tried, attempts_per_prospect,
                           touches_per_won_deal, touches_per_lost_deal, touches_per_customer,
                           conversion_at_touch, prospects_contacted>
    prospects{};

} // namespace kpi::inline v1::sales
