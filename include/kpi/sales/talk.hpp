// SPDX-License-Identifier: MIT
#pragma once

/// How long calls take (METRICS.md, section 4). Sources in brackets as there.

#include <kpi/sales/conditions.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr mean_metric<touch, member::elapsed> talk_time{
    .name = "talk_time",
    .of = kinds::picked_up_calls,
    .unit = "s",
    .help = "Seconds from pick-up to hang-up, of calls picked up. [+]"sv};
inline constexpr quantiles_metric<touch, member::elapsed> talk_time_quantiles{
    .name = "talk_time_quantiles",
    .title = "Talk time, median",
    .of = kinds::picked_up_calls,
    .unit = "s",
    .help = "The same as a distribution, to 0.8 %. [+]"sv};
inline constexpr mean_metric<touch, member::elapsed> live_talk_time{
    .name = "live_talk_time",
    .of = kinds::live_answers,
    .unit = "s",
    .help = "Talk time of calls that a person answered: no voicemail. [+]"sv};
inline constexpr count_metric<touch, took_no_time> zero_second_pick_ups{
    .name = "zero_second_pick_ups",
    .of = kinds::picked_up_calls,
    .unit = "calls",
    .better = better::less,
    .help = "Calls picked up that lasted no second. [+]"sv};

inline constexpr catalogue<talk_time, talk_time_quantiles, live_talk_time, zero_second_pick_ups> talk{};

} // namespace kpi::inline v1::sales
