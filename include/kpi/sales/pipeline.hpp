// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of deals, each once: what is open, and cohorts by the period in which a deal was opened
/// (METRICS.md, section 10: cohort or period). They sit on the board of one deal, by_key<deal, 16384,
/// scorecard<touch, ...>>, cohorts being read with a cohort_window; period figures are those of the boards in
/// sales/revenue.hpp. Sources in brackets as in
/// METRICS.md.

#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/cohort_metric.hpp>
#include <kpi/scorecard/heads_metric.hpp>
#include <kpi/scorecard/open_value_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr cohort_metric<touch> cohort_win_rate{
    .name = "cohort_win_rate",
    .start = {activity::opportunity},
    .goal = {activity::deal_won},
    .help = "Deals won so far, of deals opened in the period; those still open are in the denominator. [+]"};
inline constexpr cohort_metric<touch> cohort_settled_share{
    .name = "cohort_settled_share",
    .start = {activity::opportunity},
    .goal = {activity::deal_won, activity::deal_lost},
    .help = "Deals won or lost so far, of deals opened in the period. [+]"};

inline constexpr heads_metric<activity> open_deals{
    .name = "open_deals",
    .whole = {.of = {activity::opportunity}, .none_of = kinds::deals_settled},
    .unit = "deals",
    .help = "Deals opened and neither won nor lost so far. [+]"};
inline constexpr open_value_metric<touch> open_pipeline_value{
    .name = "open_pipeline_value",
    .of = {activity::opportunity},
    .until = kinds::deals_settled,
    .help = "Value of the deals opened and neither won nor lost so far. [+]"};

inline constexpr catalogue<cohort_win_rate, cohort_settled_share, open_deals, open_pipeline_value> pipeline{};

} // namespace kpi::inline v1::sales
