// SPDX-License-Identifier: MIT
#pragma once

/// How many went on from each of K steps to the next, and from the last to the goal: the conversion of a
/// pipeline's stages. Each case is one event of `of`, whose `k` is the furthest step that it entered (0 for
/// none), and also one of `goal`, with the same `k`, if it got there. A case that entered a later step or got
/// to the goal has reached the earlier steps too. Absent at a step if nobody entered it or a later one; so
/// with fewer than K steps, the last one leads to the goal. `open` are the cases that can still go on.

#include <kpi/core/count.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/bands_of.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/steps.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, std::size_t K> struct furthest_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    static constexpr std::string_view kind = "proportion";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    set goal;                 ///< the cases that got to the goal
    set of;
    set open{}; ///< the cases that can still go on
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return std::array{by_step<K>(goal), by_step<K>(of), by_step<K>(open)};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !goal.empty() && !of.empty(); }

    /// The conversion from each step.
    [[nodiscard]] static constexpr auto value(const band_counts<K + 1> &at_goal,
                                              const band_counts<K + 1> &all,
                                              const band_counts<K + 1> & /*open*/) noexcept {
        std::array<proportion<std::uint32_t>, K> steps{};
        std::uint32_t entered = 0, skipped = at_goal.total(), further = skipped;
        for (std::size_t step = K; step > 0; --step) { // from the last one, which leads to the goal
            entered = saturating_add(entered, all.in[step]);
            skipped = skipped > at_goal.in[step] ? skipped - at_goal.in[step] : 0;
            const std::uint32_t reached = saturating_add(entered, skipped);
            if (entered != 0) steps[step - 1] = {further, reached};
            further = reached;
        }
        return steps;
    }
    constexpr void each_figure(figure_info info, auto &&visit, const band_counts<K + 1> &at_goal,
                               const band_counts<K + 1> &all, const band_counts<K + 1> &still_open) const {
        const auto steps = value(at_goal, all, still_open);
        for (std::size_t k = 0; k < K; ++k) {
            info = of_step(info, k);
            visit(info, steps[k]);
            if (open.empty()) continue;
            visit(open_of(info), count<std::uint32_t>{still_open.in[k + 1]});
        }
    }
};

} // namespace kpi::inline v1
