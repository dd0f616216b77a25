// SPDX-License-Identifier: MIT
#pragma once

/// At each of the first K steps, how many went on among those that got so far: the conversion at touch k.
/// Events of both sets tell the step as `k`. Absent at a step that nobody got to.

#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::inline v1 {

template <kpi::event Event, std::size_t K> struct step_metric {
    using event = Event;
    static constexpr std::string_view kind = "proportion";

    std::string_view name;
    std::string_view title{};
    event_set<kind_of<Event>> part;        ///< went on at step k
    event_set<kind_of<Event>> whole;       ///< got to step k
    std::array<std::string_view, K> names; ///< the name of the figure of each step
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return [this]<std::size_t... I>(std::index_sequence<I...>) {
            return row{counted{part, equals<member::k, std::uint32_t{I + 1}>{}}...,
                       counted{whole, equals<member::k, std::uint32_t{I + 1}>{}}...};
        }
        (std::make_index_sequence<K>{});
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !part.empty() && !whole.empty(); }

    /// The conversion at step k.
    template <counter... C>
    [[nodiscard]] static constexpr auto value(C... n) noexcept requires(sizeof...(C) == 2 * K) {
        const std::array all{n...};
        std::array<proportion<typename decltype(all)::value_type>, K> steps{};
        for (std::size_t k = 0; k < K; ++k)
            steps[k] = {all[k], all[K + k]};
        return steps;
    }
    constexpr void each_figure(figure_info info, auto &&visit, auto... n) const
        requires(sizeof...(n) == 2 * K) {
        const auto steps = value(n...);
        for (std::size_t k = 0; k < K; ++k) {
            info.name = names[k];
            visit(info, steps[k]);
        }
    }
};

} // namespace kpi::inline v1
