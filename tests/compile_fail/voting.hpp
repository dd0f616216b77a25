// SPDX-License-Identifier: MIT
#pragma once

/// A vote and its story, for the mistakes that can be made with stories.

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/answering.hpp>
#include <kpi/story/through.hpp>

enum class vote : unsigned char { yes, no };
struct ballot {
    kpi::instant at;
    vote kind;
    unsigned lead;
    unsigned value;
    friend constexpr bool operator==(const ballot &, const ballot &) = default;
};
inline constexpr kpi::event_set<vote> votes{vote::yes, vote::no};
inline constexpr kpi::dimension voter{"voter", kpi::member::lead};
inline constexpr kpi::count_metric<vote> for_it{.name = "for_it", .of = {vote::yes}};
using board = kpi::scorecard<ballot, for_it>;
using last_vote = kpi::answering<ballot, votes>;
