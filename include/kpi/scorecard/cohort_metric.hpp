// SPDX-License-Identifier: MIT
#pragma once

/// Of those who started in a period, the share that reached a goal, whenever that was (METRICS.md, rule 7):
/// from the first event of `start` to the first of `goal` at or after it. It sits on the board of one id and
/// is read with `pool<metric>(groups, within{...})`: which starts, how long each has, and what time it is
/// now.

#include <kpi/accumulator/first.hpp>
#include <kpi/core/cohort.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>
#include <limits>

namespace kpi::inline v1 {

/// How a cohort is read: starts in [from, to), each given `seconds` to reach the goal, as seen at `now`.
struct cohort_window {
    instant now{};
    std::int64_t seconds =
        (std::numeric_limits<std::int64_t>::max)(); ///< without a limit everybody is mature
    instant from{(std::numeric_limits<std::int64_t>::min)()};
    instant to{(std::numeric_limits<std::int64_t>::max)()};
};

/// The first start and the first goal of one id.
struct start_and_goal {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    first start{};
    first goal{};

    /// One event. How often it happened does not matter, only when first.
    template <kind_enum E>
    constexpr void record(event_set<E> starts, event_set<E> goals, const auto &e) noexcept {
        if (starts.contains(kpi::kind(e))) start.record(to_instant(e.at));
        if (goals.contains(kpi::kind(e))) goal.record(to_instant(e.at));
    }
    constexpr start_and_goal &operator+=(const start_and_goal &other) noexcept {
        start += other.start;
        goal += other.goal;
        return *this;
    }
    friend constexpr bool operator==(const start_and_goal &, const start_and_goal &) = default;
    constexpr void reset() noexcept { *this = start_and_goal{}; }
    constexpr void fields(auto &&visit) noexcept { start.fields(visit), goal.fields(visit); }
    constexpr void fields(auto &&visit) const noexcept { start.fields(visit), goal.fields(visit); }
};

template <kpi::event Event> struct cohort_metric {
    using event = Event;
    template <class> using state = start_and_goal;
    static constexpr std::string_view kind = "cohort";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> start;
    event_set<kind_of<Event>> goal;
    std::int64_t seconds = cohort_window{}.seconds; ///< to reach the goal, unless the window says how many
    std::string_view unit{"%"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::at.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !start.empty() && !goal.empty(); }

    constexpr void record(start_and_goal &s, const auto &e, const auto &.../*times*/) const noexcept {
        s.record(start, goal, e);
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(start), say(goal), say(seconds); }
    /// What this id adds to the cohort. A goal before the start is no conversion: a customer who comes in
    /// again as a lead was not won by it.
    [[nodiscard]] constexpr cohort<std::uint32_t> value(const start_and_goal &s,
                                                        cohort_window w) const noexcept {
        if (w.seconds == cohort_window{}.seconds) w.seconds = seconds;
        const auto started = s.start.value(), reached = s.goal.value();
        if (!started || started->seconds < w.from.seconds || started->seconds >= w.to.seconds) return {};
        const std::uint64_t limit = to_count<std::uint64_t>(w.seconds);
        const bool young = w.now.seconds < started->seconds || after(*started, w.now) < limit;
        if (young && w.seconds != cohort_window{}.seconds) return {0, 0, 1};
        const bool in_time =
            reached && reached->seconds >= started->seconds && after(*started, *reached) <= limit;
        return {in_time ? 1u : 0u, 1u, 0u};
    }

private:
    /// Seconds to a later time: they fit, however far apart.
    static constexpr std::uint64_t after(instant from, instant to) noexcept {
        return static_cast<std::uint64_t>(to.seconds) - static_cast<std::uint64_t>(from.seconds);
    }
};

} // namespace kpi::inline v1
