// SPDX-License-Identifier: MIT
#pragma once

/// Everything together, as a program would keep it: kinds, the last hour, reply times and different
/// prospects, with a board for each of 4,096 reps and without.

#include "events.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>

namespace bench {

inline constexpr kpi::distinct_metric<event, kpi::member::prospect> reach{.name = "reach", .of = step::sent};

using hour = kpi::over<kpi::minutes<1>, 60, board>;
using sketches = kpi::scorecard<event, reply_time, reach>;
using by_rep = kpi::by<rep, reps, board>;

template <bool WithReps> struct everything {
    by_rep of_reps{};
    hour last_hour{};
    sketches rest{};
    void record(const event &e) {
        if constexpr (WithReps) of_reps.record(e);
        last_hour.record(e);
        rest.record(e);
    }
    void record(events es) {
        constexpr std::size_t block = 1024;
        for (; !es.empty(); es = es.subspan(es.size() < block ? es.size() : block)) {
            const events some = es.first(es.size() < block ? es.size() : block);
            if constexpr (WithReps) of_reps.record(some);
            last_hour.record(some);
            rest.record(some);
        }
    }
    void reset() { last_hour.reset(); }
};

} // namespace bench
