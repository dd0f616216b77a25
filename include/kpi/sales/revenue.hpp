// SPDX-License-Identifier: MIT
#pragma once

/// Money and pieces of deals won and of purchases (METRICS.md, section 6). To read them by location, product,
/// source or rep, use `by`. Sources in brackets as in METRICS.md.

#include <kpi/core/member.hpp>
#include <kpi/sales/conditions.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/price_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr total_metric<touch, member::value> revenue_won{.name = "revenue_won",
                                                                .of = {activity::deal_won},
                                                                .unit = "money",
                                                                .better = better::more,
                                                                .help = "Revenue of deals won. [HS]"sv};
inline constexpr total_metric<touch, member::units> units_sold{.name = "units_sold",
                                                               .of = {activity::deal_won},
                                                               .unit = "units",
                                                               .better = better::more,
                                                               .help = "Units of deals won. [HS]"sv};
inline constexpr mean_metric<touch, member::value> average_deal_size{
    .name = "average_deal_size",
    .of = {activity::deal_won},
    .unit = "money",
    .better = better::more,
    .help = "Revenue for each deal won that carries a value. [+]"sv};
inline constexpr mean_metric<touch, member::value> average_purchase_value{
    .name = "average_purchase_value",
    .of = {activity::deal_won, activity::upsell, activity::cross_sell, activity::renewed},
    .unit = "money",
    .better = better::more,
    .help = "Revenue for each purchase of a customer, the first and all later ones, that carries a value. "
            "[OUT HS]"sv};
inline constexpr count_metric<touch, carries_no_value> deals_without_value{
    .name = "deals_without_value",
    .of = {activity::deal_won},
    .unit = "deals",
    .better = better::less,
    .help = "Deals won that carry no value: out of the average deal size, and counted beside it. [+]"sv};
inline constexpr price_metric<touch, member::value, member::units> average_retail_price{
    .name = "average_retail_price",
    .of = {activity::deal_won},
    .unit = "money a unit",
    .help = "Revenue for each unit sold. [HS]"sv};
inline constexpr total_metric<fact, member::value> new_customer_revenue{
    .name = "new_customer_revenue",
    .of = {outcome::gained},
    .unit = "money",
    .better = better::more,
    .help = "Revenue of the first deals of customers gained. [ROI]"sv};
/// The same as revenue_won, from the settlements that deal_story tells: for figures that are made of
/// outcomes.
inline constexpr total_metric<fact, member::value> value_won{.name = "value_won",
                                                             .of = {outcome::won},
                                                             .unit = "money",
                                                             .better = better::more,
                                                             .help =
                                                                 "Value of the deals that are won. [HS]"sv};

inline constexpr catalogue<value_won, revenue_won, units_sold, average_deal_size, average_purchase_value,
                           deals_without_value, average_retail_price, new_customer_revenue>
    revenue{};

} // namespace kpi::inline v1::sales
