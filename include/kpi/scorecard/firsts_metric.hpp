// SPDX-License-Identifier: MIT
#pragma once

/// Those who reached a goal in a period against those who started in it, each once: customers gained for each
/// lead that arrived. The customers may come from leads of older periods, so it is a ratio and no share; of
/// one and the same leads see cohort_metric.hpp. It sits on the board of one id and is read with
/// `pool<metric>(groups, period_window{from, to})`.

#include <kpi/accumulator/first.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/cohort_metric.hpp>

#include <cstdint>
#include <limits>

namespace kpi::inline v1 {

/// From one time up to another, which is not in it.
struct period_window {
    instant from{(std::numeric_limits<std::int64_t>::min)()};
    instant to{(std::numeric_limits<std::int64_t>::max)()};

    [[nodiscard]] constexpr bool contains(instant t) const noexcept {
        return from.seconds <= t.seconds && t.seconds < to.seconds;
    }
};

template <kpi::event Event> struct firsts_metric {
    using event = Event;
    template <class> using state = start_and_goal;
    static constexpr std::string_view kind = "ratio";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> start;
    event_set<kind_of<Event>> goal;
    std::string_view unit{"each"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::at.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !start.empty() && !goal.empty(); }

    constexpr void record(start_and_goal &s, const auto &e, const auto &.../*times*/) const noexcept {
        s.record(start, goal, e);
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(start), say(goal); }
    /// What this id adds: its first goal and its first start, where they lie in the period.
    [[nodiscard]] static constexpr ratio<std::uint32_t> value(const start_and_goal &s,
                                                              period_window w = {}) noexcept {
        const auto started = s.start.value(), reached = s.goal.value();
        return {reached && w.contains(*reached) ? 1u : 0u, started && w.contains(*started) ? 1u : 0u};
    }
};

} // namespace kpi::inline v1
