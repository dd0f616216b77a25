// SPDX-License-Identifier: MIT
#pragma once

/// A measurement at each of K steps, which events tell as `k`: how long deals were in each stage. It is the
/// mean or the distribution, as in measure_metric.hpp. Cases without anything to measure yet are open, and
/// are shown beside it. Absent at a step where nothing was measured.

#include <kpi/core/count.hpp>
#include <kpi/core/row.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/steps.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::inline v1 {

template <class Leaf, kpi::event Event, const auto &What, std::size_t K> struct step_measure_metric {
    using event = Event;
    static constexpr std::string_view kind = "measure";
    /// The condition of step I, from 0.
    template <std::size_t I> using measured_at = both<equals<member::k, std::uint32_t{I + 1}>, tells<What>>;

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    event_set<kind_of<Event>> of;
    std::uint32_t step{1}; ///< the unit that the leaf measures in
    std::uint32_t shown_in{1};
    std::string_view unit{};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return [this]<std::size_t... I>(std::index_sequence<I...>) {
            return row{by_step<K, tells<What, false>>(of),
                       measured<Leaf, What, kind_of<Event>, measured_at<I>>{of, step, {}}...};
        }
        (std::make_index_sequence<K>{});
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !of.empty() && step != 0 && shown_in != 0;
    }

    /// The mean of each step, or the median.
    [[nodiscard]] static constexpr auto value(const band_counts<K + 1> & /*open*/,
                                              const auto &...at_step) noexcept
        requires(sizeof...(at_step) == K) {
        return std::array{as_measured::value(at_step)...};
    }
    static constexpr void each_figure(const figure_info &info, auto &&visit, const band_counts<K + 1> &open,
                                      const auto &...at_step) requires(sizeof...(at_step) == K) {
        std::size_t k = 0;
        const auto tell = [&](const auto &state) {
            const figure_info here = of_step(info, k++);
            as_measured::each_figure(here, visit, state);
            visit(open_of(here), count<std::uint32_t>{open.in[k]});
        };
        (tell(at_step), ...);
    }

private:
    using as_measured = measure_metric<Leaf, Event, What>;
};

} // namespace kpi::inline v1
