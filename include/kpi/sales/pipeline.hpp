// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of the stages of a deal's own pipeline (METRICS.md, section 6), over the outcomes that deal_story
/// tells of events of the kind `stage_entered`. These tell their stage as `k`, from 1, in your order. Up to
/// twelve stages. Sources in brackets as in METRICS.md.

#include <kpi/core/member.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/furthest_metric.hpp>
#include <kpi/scorecard/step_measure_metric.hpp>

namespace kpi::inline v1::sales {

/// Days to 3 %, below 32 each number for itself: a distribution for each stage has to be small.
using days_in_stage = quantiles<32, std::uint16_t>;

inline constexpr furthest_metric<fact, most_steps> stage_conversion{
    .name = "stage_conversion",
    .goal = {outcome::won_of_opened},
    .of = {outcome::deal_opened},
    .open = {outcome::still_open_of_opened},
    .better = better::more,
    .help = "Deals that reached the next stage, or were won, of deals that reached this one; of deals opened "
            "in the period, skipped stages too. [+]"sv};
inline constexpr step_measure_metric<mean, fact, member::elapsed, most_steps> time_in_stage{
    .name = "time_in_stage",
    .of = {outcome::in_stage},
    .shown_in = a_day,
    .unit = "days",
    .better = better::less,
    .help = "From the day that a deal enters a stage to the next stage, or to its settlement; those still in "
            "it are open and not in the mean. [+]"sv};
inline constexpr step_measure_metric<days_in_stage, fact, member::elapsed, most_steps>
    time_in_stage_quantiles{.name = "time_in_stage_quantiles",
                            .title = "Time in stage, median",
                            .of = {outcome::in_stage},
                            .step = a_day,
                            .unit = "days",
                            .better = better::less,
                            .help = "The same as a distribution, in whole days, to 3 %. [+]"sv};
inline constexpr count_metric<fact, equals<member::backwards, true>> backward_moves{
    .name = "backward_moves",
    .of = {outcome::in_stage},
    .unit = "moves",
    .better = better::less,
    .help = "Moves of deals from a stage to an earlier one. [+]"sv};

inline constexpr catalogue<stage_conversion, time_in_stage, time_in_stage_quantiles, backward_moves>
    pipeline{};

} // namespace kpi::inline v1::sales
