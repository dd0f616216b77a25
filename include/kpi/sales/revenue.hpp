// SPDX-License-Identifier: MIT
#pragma once

/// Deals and revenue, as far as counts alone can tell.
/// Sources in brackets as in METRICS.md, section 6: OV OpenView, HS HubSpot, FS FrontSpin, OUT, ROI, + ours.

#include <kpi/sales/kinds.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/cost_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr ratio_metric<activity> win_loss_ratio{.name = "win_loss_ratio",
                                                       .a = {activity::deal_won},
                                                       .b = {activity::deal_lost},
                                                       .help = "Deals won against deals lost. [HS]"};

inline constexpr proportion_metric<activity> win_rate{.name = "win_rate",
                                                      .part = {activity::deal_won},
                                                      .whole = kinds::deals_settled,
                                                      .help = "Deals won of deals settled. [+]"};

inline constexpr proportion_metric<activity> deal_closure_rate{
    .name = "deal_closure_rate",
    .part = {activity::deal_won},
    .whole = {activity::opportunity},
    .given = "deals open at the start",
    .help = "Deals won of the pipeline: deals opened, and those open at the start of the period, which the "
            "caller adds. [OUT]"};

inline constexpr proportion_metric<activity> settled_share{.name = "settled_share",
                                                           .part = kinds::deals_settled,
                                                           .whole = {activity::opportunity},
                                                           .given = "deals open at the start",
                                                           .help =
                                                               "Deals won or lost of the same pipeline. [+]"};

inline constexpr cost_metric<activity> customer_acquisition_cost{
    .name = "customer_acquisition_cost",
    .of = {activity::customer},
    .given = "cost",
    .unit = "each customer",
    .help = "Marketing and sales cost for each customer gained, same period. [OUT]"};

inline constexpr ratio_metric<activity> proposals_per_opportunity{
    .name = "proposals_per_opportunity",
    .a = {activity::proposal_sent},
    .b = {activity::opportunity},
    .unit = "proposals",
    .help = "Proposals sent for each deal opened. [HS]"};

inline constexpr ratio_metric<activity> wins_per_touch{
    .name = "wins_per_touch",
    .a = {activity::deal_won},
    .b = kinds::touches,
    .help = "Deals won for each touch: of touches, not of prospects. [+]"};

/// This chapter of METRICS.md, in its order.
inline constexpr catalogue<win_loss_ratio, win_rate, deal_closure_rate, settled_share,
                           customer_acquisition_cost, proposals_per_opportunity, wins_per_touch>
    revenue{};

} // namespace kpi::inline v1::sales
