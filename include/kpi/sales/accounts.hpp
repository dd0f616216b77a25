// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of customers, each once (METRICS.md, sections 6 and 7). They sit on the board of one customer and
/// are read from all of them, by_key<customer, 4096, scorecard<touch, ...>>. Those who were customers at the
/// start of the period are recorded with a `customer` event each. Sources in brackets as in METRICS.md.

#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/cohort_metric.hpp>
#include <kpi/scorecard/engagement_metric.hpp>
#include <kpi/scorecard/per_head_metric.hpp>
#include <kpi/scorecard/share_metric.hpp>
#include <kpi/scorecard/spending_metric.hpp>
#include <kpi/scorecard/stage_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr share_metric<activity> upsell_rate{.name = "upsell_rate",
                                                    .part = {{activity::upsell}},
                                                    .whole = {{activity::customer}},
                                                    .help = "Customers with an upsell, of customers. [HS]"};
inline constexpr share_metric<activity> cross_sell_rate{
    .name = "cross_sell_rate",
    .part = {{activity::cross_sell}},
    .whole = {{activity::customer}},
    .help = "Customers who bought across, of customers. [HS]"};
inline constexpr share_metric<activity> trial_conversion{
    .name = "trial_conversion",
    .part = {{activity::customer}},
    .whole = {{activity::trial_ended}},
    .help = "Trials that became paying customers, of trials that ended. [FS]"};
inline constexpr per_head_metric<activity> interactions_per_customer{
    .name = "interactions_per_customer",
    .of = {activity::interaction},
    .whole = {{activity::customer}},
    .help = "Interactions for each customer; by length of relationship see engagement. [HS]"};
inline constexpr cohort_metric<touch> churn_by_age{
    .name = "churn_by_age",
    .start = {activity::customer},
    .goal = {activity::churned},
    .help =
        "Customers lost within so many months of onboarding, of those onboarded at least as long ago. [HS]"};
inline constexpr stage_metric<touch, 3> nps_answers{
    .name = "nps_answers",
    .stages = {event_set{activity::nps_promoter}, event_set{activity::nps_passive},
               event_set{activity::nps_detractor}},
    .labels = {"promoter", "passive", "detractor"},
    .help = "The last answer of each respondent: what a wave's net promoter score is made of. [HS]"};
inline constexpr stage_metric<touch, 2> csat_answers{
    .name = "csat_answers",
    .stages = {event_set{activity::satisfied}, event_set{activity::not_satisfied}},
    .labels = {"satisfied", "not satisfied"},
    .help = "The last answer of each customer: what a wave's satisfaction is made of. [OUT]"};
inline constexpr spending_metric<touch> clients_over_a_spend{
    .name = "clients_over_a_spend",
    .of = {activity::deal_won, activity::upsell, activity::cross_sell, activity::renewed},
    .help = "Customers whose revenue reaches a sum, of customers with any. [ROI]"};

inline constexpr engagement_metric<touch> client_engagement{
    .name = "client_engagement",
    .of = {activity::interaction},
    .since = {activity::customer},
    .help = "Interactions for each customer and whole quarter of relationship, and their correlation with "
            "its length. [HS]"};

inline constexpr catalogue<upsell_rate, cross_sell_rate, trial_conversion, interactions_per_customer,
                           client_engagement, churn_by_age, nps_answers, csat_answers, clients_over_a_spend>
    accounts{};

} // namespace kpi::inline v1::sales
