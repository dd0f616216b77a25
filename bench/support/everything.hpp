// SPDX-License-Identifier: MIT
#pragma once

/// All of it, as a program would keep it: kinds, the last hour, reply times and different prospects, with a
/// board for each of 4,096 reps and without.

#include "events.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/each_of.hpp>
#include <kpi/accumulator/over.hpp>

namespace bench {

/// Different prospects that a mail was sent to: a metric of one's own.
struct reach_metric {
    using event = bench::event;
    template <class> using state = kpi::distinct<>;
    std::string_view name{"reach"}, help{"Prospects written to."};
    static constexpr void record(kpi::distinct<> &s, const event &e) noexcept {
        if (e.kind == step::sent) s.record(e.prospect);
    }
    static constexpr void record_batch(kpi::distinct<> &s, events es) noexcept {
        std::array<std::uint32_t, 256> ids{};
        std::size_t n = 0;
        kpi::each_of(kpi::event_set{step::sent}, es, [&](const event &e) {
            ids[n++] = e.prospect;
            if (n == ids.size()) s.record(ids), n = 0;
        });
        s.record(std::span<const std::uint32_t>{ids}.first(n));
    }
    static constexpr auto value(const kpi::distinct<> &s) noexcept { return s.value(); }
};
inline constexpr reach_metric reach{};

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
