// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of deals, each counted once: what was opened, won and lost, what is open, and how long it took
/// (METRICS.md, section 6). They read the acts that deal_story tells (a win counts once, and is taken back
/// when it is reopened), and its outcomes. If you feed them acts as they come, the first ones count acts.
/// Sources in brackets as in METRICS.md.

#include <kpi/core/member.hpp>
#include <kpi/sales/conditions.hpp>
#include <kpi/sales/due_dates.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/of_level_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr count_metric<activity> opportunities_created{.name = "opportunities_created",
                                                              .of = {activity::opportunity},
                                                              .unit = "deals",
                                                              .better = better::more,
                                                              .help = "Deals opened. [OV HS]"sv};
inline constexpr count_metric<activity> deals_won{.name = "deals_won",
                                                  .of = {activity::deal_won},
                                                  .unit = "deals",
                                                  .better = better::more,
                                                  .help = "Deals won. [HS]"sv};
inline constexpr proportion_metric<activity> win_rate{.name = "win_rate",
                                                      .part = {activity::deal_won},
                                                      .whole = kinds::deals_settled,
                                                      .better = better::more,
                                                      .help = "Deals won of deals settled. [+]"sv};
inline constexpr ratio_metric<activity> win_loss_ratio{.name = "win_loss_ratio",
                                                       .a = {activity::deal_won},
                                                       .b = {activity::deal_lost},
                                                       .better = better::more,
                                                       .help = "Deals won against deals lost. [HS]"sv};

/// A share of the deals in the pipeline: open at the start of what you read, or opened in it.
using of_pipeline_metric = of_level_metric<fact, reads_as::proportion, since_the_start, for_the_first_time>;
inline constexpr of_pipeline_metric deal_closure_rate{
    .name = "deal_closure_rate",
    .part = {outcome::won},
    .in = {outcome::came_in},
    .out = {outcome::went_out},
    .joined = {outcome::came_in},
    .given = "deals open at the start",
    .better = better::more,
    .help = "Deals won of the pipeline: deals open at the start, and those opened since. [OUT]"sv};
inline constexpr of_pipeline_metric settled_share{.name = "settled_share",
                                                  .part = {outcome::won, outcome::lost},
                                                  .in = {outcome::came_in},
                                                  .out = {outcome::went_out},
                                                  .joined = {outcome::came_in},
                                                  .given = "deals open at the start",
                                                  .better = better::more,
                                                  .help = "Deals won or lost of the same pipeline. [+]"sv};

inline constexpr proportion_metric<outcome> cohort_win_rate{
    .name = "cohort_win_rate",
    .part = {outcome::won_of_opened},
    .whole = {outcome::deal_opened},
    .open = {outcome::still_open_of_opened},
    .better = better::more,
    .help =
        "Deals won so far, of deals opened in the period; those still open are in the denominator. [+]"sv};
inline constexpr proportion_metric<outcome> cohort_settled_share{
    .name = "cohort_settled_share",
    .part = {outcome::won_of_opened, outcome::lost_of_opened},
    .whole = {outcome::deal_opened},
    .open = {outcome::still_open_of_opened},
    .better = better::more,
    .help = "Deals won or lost so far, of deals opened in the period. [+]"sv};
inline constexpr proportion_metric<outcome> cohort_win_rate_closed{
    .name = "cohort_win_rate_closed",
    .part = {outcome::won_of_opened},
    .whole = {outcome::won_of_opened, outcome::lost_of_opened},
    .open = {outcome::still_open_of_opened},
    .better = better::more,
    .help = "Deals won of those opened in the period that are settled. [+]"sv};

inline constexpr level_metric<outcome> open_deals{.name = "open_deals",
                                                  .in = {outcome::came_in},
                                                  .out = {outcome::went_out},
                                                  .unit = "deals",
                                                  .help =
                                                      "Deals opened and neither won nor lost so far. [+]"sv};
inline constexpr level_metric<fact, member::value> open_pipeline_value{
    .name = "open_pipeline_value",
    .in = {outcome::came_in, outcome::worth_more},
    .out = {outcome::went_out, outcome::worth_less},
    .unit = "money",
    .help = "Value of the deals opened and neither won nor lost so far. [+]"sv};

inline constexpr ratio_metric<activity> proposals_per_opportunity{
    .name = "proposals_per_opportunity",
    .a = {activity::proposal_sent},
    .b = {activity::opportunity},
    .unit = "proposals",
    .help = "Proposals sent for each deal opened. [HS]"sv};
inline constexpr ratio_metric<activity> wins_per_touch{
    .name = "wins_per_touch",
    .a = {activity::deal_won},
    .b = kinds::touches,
    .better = better::more,
    .help = "Deals won for each touch: of touches, not of prospects. [+]"sv};

// ---- how long it took; won and lost are never mixed

inline constexpr mean_metric<touch, member::elapsed> sales_cycle_length{
    .name = "sales_cycle_length",
    .of = {activity::deal_won},
    .shown_in = a_day,
    .unit = "days",
    .better = better::less,
    .help = "From a deal opened to the deal won. [OUT HS]"sv};
inline constexpr quantiles_metric<touch, member::elapsed> sales_cycle_quantiles{
    .name = "sales_cycle_quantiles",
    .title = "Sales cycle, median",
    .of = {activity::deal_won},
    .step = a_day,
    .unit = "days",
    .better = better::less,
    .help = "The same as a distribution, in whole days. [OUT HS]"sv};
inline constexpr extrema_metric<touch, member::elapsed> sales_cycle_extremes{
    .name = "sales_cycle_extremes",
    .title = "Sales cycle, shortest",
    .of = {activity::deal_won},
    .step = a_day,
    .unit = "days",
    .help = "The shortest and the longest, in whole days. [+]"sv};
inline constexpr mean_metric<touch, member::elapsed> lost_cycle_length{
    .name = "lost_cycle_length",
    .of = {activity::deal_lost},
    .shown_in = a_day,
    .unit = "days",
    .better = better::less,
    .help = "From a deal opened to the deal lost. [OUT HS]"sv};
inline constexpr quantiles_metric<touch, member::elapsed> lost_cycle_quantiles{
    .name = "lost_cycle_quantiles",
    .title = "Lost cycle, median",
    .of = {activity::deal_lost},
    .step = a_day,
    .unit = "days",
    .better = better::less,
    .help = "The same as a distribution, in whole days. [OUT HS]"sv};
inline constexpr extrema_metric<touch, member::elapsed> lost_cycle_extremes{
    .name = "lost_cycle_extremes",
    .title = "Lost cycle, shortest",
    .of = {activity::deal_lost},
    .step = a_day,
    .unit = "days",
    .help = "The shortest and the longest, in whole days. [+]"sv};
inline constexpr band_metric<touch, member::elapsed, 6> won_deals_by_cycle_length{
    .name = "won_deals_by_cycle_length",
    .of = {activity::deal_won},
    .edges = {7 * a_day, 14 * a_day, 30 * a_day, 60 * a_day, 90 * a_day, 180 * a_day},
    .labels = {"< 7 days", "7-13 days", "14-29 days", "30-59 days", "60-89 days", "90-179 days",
               ">= 180 days"},
    .help = "Won deals in each band of their cycle's length, and the fullest band. [HS]"sv};

inline constexpr count_metric<outcome> deals_reversed{.name = "deals_reversed",
                                                      .of = {outcome::reversed},
                                                      .unit = "settlements",
                                                      .help = "Settlements that a later one overtook. [+]"sv};
inline constexpr count_metric<outcome> deals_repeated{
    .name = "deals_repeated",
    .of = {outcome::repeated},
    .unit = "settlements",
    .help = "Settlements that say the same again: the first one counts. [+]"sv};
inline constexpr count_metric<fact, equals<member::backwards, true>> deals_settled_backwards{
    .name = "deals_settled_backwards",
    .of = {outcome::won, outcome::lost},
    .unit = "deals",
    .help = "Deals settled before their only opening: settled, in no time. [+]"sv};

inline constexpr catalogue<opportunities_created, deals_won, win_rate, win_loss_ratio, deal_closure_rate,
                           settled_share, cohort_win_rate, cohort_settled_share, cohort_win_rate_closed,
                           open_deals, open_pipeline_value, open_deals_due, open_value_due, overdue_deals,
                           overdue_value, slipped_deals, proposals_per_opportunity, wins_per_touch,
                           sales_cycle_length, sales_cycle_quantiles, sales_cycle_extremes, lost_cycle_length,
                           lost_cycle_quantiles, lost_cycle_extremes, won_deals_by_cycle_length,
                           deals_reversed, deals_repeated, deals_settled_backwards>
    deals{};

} // namespace kpi::inline v1::sales
