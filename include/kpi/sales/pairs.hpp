// SPDX-License-Identifier: MIT
#pragma once

/// From what to what a time is measured (METRICS.md, sections 5 to 7): the starts and stops for `between`,
/// and the metrics of the time in between, which the stop event carries as `elapsed` seconds. An export that
/// has both dates in one row fills it in itself. Won and lost deals are never mixed. Sources in brackets as
/// in METRICS.md.

#include <kpi/sales/kinds.hpp>
#include <kpi/sales/outcome.hpp> // before sets of these names: GCC takes an enumerator for a shadow of one
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/latest_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/within_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr event_set<activity> lead_arrived{activity::mcl, activity::mql}; ///< whichever comes first
inline constexpr event_set<activity> lead_handed_over{activity::mql};
inline constexpr event_set<activity> first_response{activity::first_response};
inline constexpr event_set<activity> became_customer{activity::customer};
inline constexpr event_set<activity> deal_opened{activity::opportunity};
inline constexpr event_set<activity> deal_closed{activity::deal_won, activity::deal_lost};
inline constexpr event_set<activity> upsold{activity::upsell};
inline constexpr event_set<activity> churn{activity::churned};

inline constexpr std::uint32_t a_day = 86400;

inline constexpr mean_metric<touch, member::elapsed> response_time{
    .name = "response_time",
    .of = first_response,
    .since = lead_arrived,
    .unit = "s",
    .help =
        "From a lead's arrival to the first touch by a person; unanswered leads are open and not slow. [HS]"};
inline constexpr mean_metric<touch, member::elapsed> handover_response_time{
    .name = "handover_response_time",
    .of = first_response,
    .since = lead_handed_over,
    .unit = "s",
    .help = "From MQL, where sales takes over, to the first touch by a person. [HS]"};
inline constexpr quantiles_metric<touch, member::elapsed> response_time_quantiles{
    .name = "response_time_quantiles",
    .of = first_response,
    .since = lead_arrived,
    .unit = "s",
    .help = "The same as a distribution, to 0.8 %. [HS]"};
inline constexpr within_metric<touch, member::elapsed> answered_in_five_minutes{
    .name = "answered_in_five_minutes",
    .of = first_response,
    .since = lead_arrived,
    .limit = 300,
    .help = "Responses within five minutes, of responses; the speed to lead has the open leads too. [+]"};
inline constexpr mean_metric<touch, member::elapsed> sales_cycle_length{
    .name = "sales_cycle_length",
    .of = {activity::deal_won},
    .since = deal_opened,
    .shown_in = a_day,
    .unit = "days",
    .help = "From a deal opened to the deal won. [OUT HS]"};
inline constexpr quantiles_metric<touch, member::elapsed> sales_cycle_quantiles{
    .name = "sales_cycle_quantiles",
    .of = {activity::deal_won},
    .since = deal_opened,
    .step = a_day,
    .unit = "days",
    .help = "The same as a distribution, in whole days. [OUT HS]"};
inline constexpr extrema_metric<touch, member::elapsed> sales_cycle_extremes{
    .name = "sales_cycle_extremes",
    .of = {activity::deal_won},
    .since = deal_opened,
    .step = a_day,
    .unit = "days",
    .help = "The shortest and the longest, in whole days. [+]"};
inline constexpr mean_metric<touch, member::elapsed> lost_cycle_length{
    .name = "lost_cycle_length",
    .of = {activity::deal_lost},
    .since = deal_opened,
    .shown_in = a_day,
    .unit = "days",
    .help = "From a deal opened to the deal lost. [OUT HS]"};
inline constexpr quantiles_metric<touch, member::elapsed> lost_cycle_quantiles{
    .name = "lost_cycle_quantiles",
    .of = {activity::deal_lost},
    .since = deal_opened,
    .step = a_day,
    .unit = "days",
    .help = "The same as a distribution, in whole days. [OUT HS]"};
inline constexpr extrema_metric<touch, member::elapsed> lost_cycle_extremes{
    .name = "lost_cycle_extremes",
    .of = {activity::deal_lost},
    .since = deal_opened,
    .step = a_day,
    .unit = "days",
    .help = "The shortest and the longest, in whole days. [+]"};
inline constexpr band_metric<touch, member::elapsed, 6> won_deals_by_cycle_length{
    .name = "won_deals_by_cycle_length",
    .of = {activity::deal_won},
    .since = deal_opened,
    .edges = {7 * a_day, 14 * a_day, 30 * a_day, 60 * a_day, 90 * a_day, 180 * a_day},
    .labels = {"< 7 days", "7-13 days", "14-29 days", "30-59 days", "60-89 days", "90-179 days",
               ">= 180 days"},
    .help = "Won deals in each band of their cycle's length, and the fullest band. [HS]"};
inline constexpr mean_metric<touch, member::elapsed> lead_to_customer_time{
    .name = "lead_to_customer_time",
    .of = became_customer,
    .since = lead_arrived,
    .shown_in = a_day,
    .unit = "days",
    .help = "From a lead's arrival to the first deal won. [OUT HS]"};
inline constexpr mean_metric<touch, member::elapsed> customer_lifespan{
    .name = "customer_lifespan",
    .of = churn,
    .since = became_customer,
    .shown_in = a_day,
    .unit = "days",
    .help = "From the first deal won to the loss of the customer; those who are still there are open and out "
            "of it. [+]"};
inline constexpr mean_metric<touch, member::elapsed> time_to_upsell{
    .name = "time_to_upsell",
    .of = upsold,
    .since = became_customer,
    .shown_in = a_day,
    .unit = "days",
    .help = "From the first deal won to the first upsell. [HS]"};
inline constexpr quantiles_metric<touch, member::elapsed> time_to_upsell_quantiles{
    .name = "time_to_upsell_quantiles",
    .of = upsold,
    .since = became_customer,
    .step = a_day,
    .unit = "days",
    .help = "The same as a distribution, in whole days. [HS]"};

inline constexpr latest_metric<touch> survey_age{
    .name = "survey_age",
    .of = kinds::nps_answers,
    .shown_in = 86400,
    .unit = "days",
    .help = "Since the last answer to an NPS survey; due after three to six months. [HS]"};

inline constexpr catalogue<response_time, handover_response_time, response_time_quantiles,
                           answered_in_five_minutes, sales_cycle_length, sales_cycle_quantiles,
                           sales_cycle_extremes, lost_cycle_length, lost_cycle_quantiles, lost_cycle_extremes,
                           won_deals_by_cycle_length, lead_to_customer_time, customer_lifespan,
                           time_to_upsell, time_to_upsell_quantiles, survey_age>
    times{};

} // namespace kpi::inline v1::sales
