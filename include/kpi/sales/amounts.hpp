// SPDX-License-Identifier: MIT
#pragma once

/// What events carry besides their kind: money, units, seconds of talk, answers (METRICS.md, sections 4 to
/// 7). By location, product, source or rep they are read from `by`. Sources in brackets as in METRICS.md.

#include <kpi/sales/conditions.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/price_metric.hpp>
#include <kpi/scorecard/switching_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr total_metric<touch, member::value> revenue_won{
    .name = "revenue_won", .of = {activity::deal_won}, .unit = "money", .help = "Revenue of deals won. [HS]"};
inline constexpr total_metric<touch, member::units> units_sold{
    .name = "units_sold", .of = {activity::deal_won}, .unit = "units", .help = "Units of deals won. [HS]"};
inline constexpr mean_metric<touch, member::value, carries_value> average_deal_size{
    .name = "average_deal_size",
    .of = {activity::deal_won},
    .unit = "money",
    .help = "Revenue for each deal won that carries a value. [+]"};
inline constexpr mean_metric<touch, member::value, carries_value> average_purchase_value{
    .name = "average_purchase_value",
    .of = {activity::deal_won, activity::upsell, activity::cross_sell, activity::renewed},
    .unit = "money",
    .help = "Revenue for each purchase of a customer, the first and all later ones, that carries a value. "
            "[OUT HS]"};
inline constexpr count_metric<touch, carries_no_value> deals_without_value{
    .name = "deals_without_value",
    .of = {activity::deal_won},
    .unit = "deals",
    .help = "Deals won that carry no value: out of the average deal size, and counted beside it. [+]"};
inline constexpr price_metric<touch, member::value, member::units> average_retail_price{
    .name = "average_retail_price",
    .of = {activity::deal_won},
    .unit = "money a unit",
    .help = "Revenue for each unit sold. [HS]"};
inline constexpr total_metric<touch, member::value> new_customer_revenue{
    .name = "new_customer_revenue",
    .of = {activity::customer},
    .unit = "money",
    .help = "Revenue of the first deals of customers won. [ROI]"};
inline constexpr mean_metric<touch, member::elapsed> talk_time{
    .name = "talk_time",
    .of = kinds::picked_up_calls,
    .unit = "s",
    .help = "Seconds from pick-up to hang-up, of calls picked up. [+]"};
inline constexpr quantiles_metric<touch, member::elapsed> talk_time_quantiles{
    .name = "talk_time_quantiles",
    .of = kinds::picked_up_calls,
    .unit = "s",
    .help = "The same as a distribution, to 0.8 %. [+]"};
inline constexpr count_metric<touch, took_no_time> zero_second_pick_ups{
    .name = "zero_second_pick_ups",
    .of = kinds::picked_up_calls,
    .unit = "calls",
    .help = "Calls picked up that lasted no second. [+]"};
inline constexpr mean_metric<touch, member::score> employee_satisfaction{
    .name = "employee_satisfaction",
    .of = {activity::employee_answer},
    .unit = "of the scale",
    .help = "Mean answer of staff on a numeric scale. [HS]"};
inline constexpr band_metric<touch, member::score, 4> employee_answers{
    .name = "employee_answers",
    .of = {activity::employee_answer},
    .edges = {2, 3, 4, 5},
    .labels = {"1", "2", "3", "4", "5"},
    .help = "Share of each answer of staff on a scale of 1 to 5. [HS]"};
inline constexpr mean_metric<touch, member::score> criteria_met{
    .name = "criteria_met",
    .of = {activity::sql},
    .unit = "criteria",
    .help = "Qualification criteria that a lead met when it was qualified. [FS]"};

inline constexpr catalogue<revenue_won, units_sold, average_deal_size, average_purchase_value,
                           deals_without_value, average_retail_price, new_customer_revenue, talk_time,
                           talk_time_quantiles, zero_second_pick_ups, employee_satisfaction, employee_answers,
                           criteria_met>
    amounts{};

/// How many different prospects, of any ids, on a board of its own size (4 kB): for those that are too many
/// to keep a board each. Counted up to 768, then estimated with the error in the value. [HS]
inline constexpr distinct_metric<touch, member::prospect> prospects_contacted{
    .name = "prospects_contacted",
    .of = kinds::touches,
    .unit = "prospects",
    .help = "Different prospects with a touch, of any ids and however many. [HS]"};
inline constexpr catalogue<prospects_contacted> reach{};

/// On the board of one rep: by<rep, 64, scorecard<touch, context_switches>>, read with
/// pool<context_switches>(team).
inline constexpr switching_metric<touch> context_switches{
    .name = "context_switches",
    .of = kinds::touches,
    .help = "Steps to another channel for each active hour; a gap over an hour is no switch and no active "
            "time. [FS]"};

} // namespace kpi::inline v1::sales
