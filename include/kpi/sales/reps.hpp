// SPDX-License-Identifier: MIT
#pragma once

/// How reps work (METRICS.md, section 4), over the facts of rep_story.

#include <kpi/core/member.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/pace_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr pace_metric<fact, member::elapsed> context_switches{
    .name = "context_switches",
    .of = {outcome::switched},
    .during = {outcome::active_time},
    .unit = "switches per active hour",
    .help = "Steps to another channel for each active hour; a gap over an hour is no switch and no active "
            "time. [FS]"sv};

inline constexpr catalogue<context_switches> reps{};

} // namespace kpi::inline v1::sales
