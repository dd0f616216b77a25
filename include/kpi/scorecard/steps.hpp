// SPDX-License-Identifier: MIT
#pragma once

/// Steps on a way, by the number that events tell as `k`, from 1: the common parts of the metrics that have a
/// figure for each step (furthest_metric.hpp, step_measure_metric.hpp).

#include <kpi/core/event_set.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/bands_of.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/figure.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kpi::inline v1 {

/// The most steps that a metric can have.
inline constexpr std::size_t most_steps = 12;

/// How many are at each of K steps, and at none. A step after the last one counts as the last.
template <std::size_t K, class Where = always, kind_enum E>
[[nodiscard]] constexpr banded<member::k, E, K, Where> by_step(event_set<E> of) noexcept {
    std::array<std::uint32_t, K> edges{};
    for (std::size_t i = 0; i < K; ++i)
        edges[i] = static_cast<std::uint32_t>(i + 1);
    return {of, edges, {}};
}

/// The figure of one step; k counts from 0 here.
[[nodiscard]] constexpr figure_info of_step(figure_info info, std::size_t k) noexcept {
    constexpr std::array<std::string_view, most_steps> numbers{"1", "2", "3", "4",  "5",  "6",
                                                               "7", "8", "9", "10", "11", "12"};
    info.step = static_cast<std::uint32_t>(k + 1), info.label = numbers[k];
    return info;
}
/// The figure beside it: how many are still there.
[[nodiscard]] constexpr figure_info open_of(figure_info info) noexcept {
    info.name = "still_open", info.title = {}, info.unit = {}, info.scale = 1, info.shown_in = 1;
    info.better = kpi::better::neither;
    return info;
}

} // namespace kpi::inline v1
