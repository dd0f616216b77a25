// SPDX-License-Identifier: MIT
#pragma once

/// What selling costs and brings: figures made of other metrics and of numbers that no event carries, which
/// you give when reading (METRICS.md, sections 4 to 8). To read them by lead source, segment or account
/// manager, use `by`. Margins are proportions (40 of 100), costs and prices integers in the unit of the
/// events' `value`. Sources in brackets as in METRICS.md.

#include <kpi/sales/customers.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/detail/made_of.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/prospects.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/sales/surveys.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/scorecard/cost_metric.hpp>
#include <kpi/scorecard/derived_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr derived_metric<fact, made_of::return_on_leads, new_customer_revenue> lead_roi{
    .name = "lead_roi",
    .kind = "growth",
    .given = "gross margin [%], marketing cost [money]",
    .unit = "%",
    .better = better::more,
    .help = "(revenue of customers gained x gross margin - marketing cost) / marketing cost; by lead source. "
            "[ROI]"sv};
inline constexpr derived_metric<fact, made_of::lead_cost, leads_arrived> cost_per_lead{
    .name = "cost_per_lead",
    .kind = "money",
    .given = "marketing cost [money]",
    .unit = "money a lead",
    .better = better::less,
    .help = "Cost for each lead that arrived, same period and source. [+]"sv};
inline constexpr derived_metric<fact, made_of::penetration, prospects_tried> list_penetration{
    .name = "list_penetration",
    .kind = "proportion",
    .given = "prospects on the list",
    .unit = "%",
    .better = better::more,
    .help = "Prospects tried at least once, of prospects on the list. [+]"sv};
inline constexpr cost_metric<activity> cost_per_meeting{
    .name = "cost_per_meeting",
    .of = kinds::meetings_held,
    .given = "cost [money]",
    .unit = "money a meeting",
    .better = better::less,
    .help = "Cost for each meeting held, same period and source. [+]"sv};
inline constexpr cost_metric<activity> cost_per_opportunity{
    .name = "cost_per_opportunity",
    .of = {activity::opportunity},
    .given = "cost [money]",
    .unit = "money a deal",
    .better = better::less,
    .help = "Cost for each deal opened, same period and source. [+]"sv};
inline constexpr cost_metric<outcome> customer_acquisition_cost{
    .name = "customer_acquisition_cost",
    .of = {outcome::gained},
    .given = "cost [money]",
    .unit = "money a customer",
    .better = better::less,
    .help = "Marketing and sales cost for each customer gained, same period. [OUT]"sv};
inline constexpr derived_metric<touch, made_of::time_in_use, talk_time> occupancy{
    .name = "occupancy",
    .kind = "ratio",
    .given = "wrap-up seconds, seconds logged in",
    .unit = "%",
    .better = better::more,
    .help = "Talk and wrap-up time against time logged in. [+]"sv};
inline constexpr derived_metric<touch, made_of::velocity, win_rate, average_deal_size, sales_cycle_length>
    pipeline_velocity{
        .name = "pipeline_velocity",
        .kind = "money",
        .given = "open opportunities",
        .unit = "money a day",
        .better = better::more,
        .help = "Open opportunities x win rate x average deal size / sales cycle length in days, the three "
                "over one window. [+]"sv};
inline constexpr derived_metric<fact, made_of::coverage, open_deals_due, open_value_due, value_won>
    pipeline_coverage{
        .name = "pipeline_coverage",
        .kind = "ratio",
        .given = "quota [money]",
        .unit = "of the rest",
        .better = better::more,
        .help = "Value of the open deals that are due against what the quota still lacks; absent once it is "
                "met, and where no deal names a due date. [+]"sv};
inline constexpr derived_metric<fact, made_of::open_against_quota, open_pipeline_value, value_won>
    open_to_quota{.name = "open_to_quota",
                  .kind = "ratio",
                  .given = "quota [money]",
                  .unit = "of the rest",
                  .better = better::more,
                  .help = "Value of all open deals, due or not, against what the quota still lacks; absent "
                          "once it is met. [+]"sv};
inline constexpr derived_metric<touch, made_of::lifetime_value, average_purchase_value>
    customer_lifetime_value{
        .name = "customer_lifetime_value",
        .kind = "money",
        .given = "customers, days counted, lifespan in days",
        .unit = "money a customer",
        .better = better::more,
        .help = "Average purchase x purchases a customer and year x lifespan: revenue, and with a gross "
                "margin what is left of it. [OUT HS]"sv};
inline constexpr derived_metric<touch, made_of::lifetime_value_to_cost, average_purchase_value> ltv_to_cac{
    .name = "ltv_to_cac",
    .kind = "ratio",
    .given = "customers, days counted, lifespan in days, gross margin [%], cost [money], customers gained",
    .unit = "of the cost",
    .better = better::more,
    .help = "Margin lifetime value against the cost of a customer gained. [+]"sv};
inline constexpr derived_metric<touch, made_of::price_index, average_retail_price> competitor_price_index{
    .name = "competitor_price_index",
    .kind = "ratio",
    .given = "competitor's price [money]",
    .unit = "of theirs",
    .help = "Own average retail price against the competitor's: above 1 is dearer. [HS]"sv};
inline constexpr derived_metric<touch, made_of::gap, average_retail_price> price_gap{
    .name = "price_gap",
    .kind = "growth",
    .given = "competitor's price [money]",
    .unit = "%",
    .help = "The competitor price index - 1: how much dearer. [HS]"sv};
inline constexpr derived_metric<touch, made_of::against_goal, employee_satisfaction>
    satisfaction_against_goal{.name = "satisfaction_against_goal",
                              .kind = "ratio",
                              .given = "goal",
                              .unit = "of the goal",
                              .better = better::more,
                              .help = "Mean answer of staff against a goal on the same scale. [HS]"sv};

inline constexpr catalogue<lead_roi, cost_per_lead, cost_per_meeting, cost_per_opportunity,
                           customer_acquisition_cost, list_penetration, occupancy, pipeline_velocity,
                           pipeline_coverage, open_to_quota, customer_lifetime_value, ltv_to_cac,
                           competitor_price_index, price_gap, satisfaction_against_goal>
    economics{};

} // namespace kpi::inline v1::sales
