// SPDX-License-Identifier: MIT
#pragma once

/// Counts events by band of something that they carry: won deals by the length of their cycle, answers by
/// their mark. The edges ascend. A band includes its lower edge but not its upper one; the first band has no
/// lower edge and the last no upper one, so every event of the set is in one band. `get<metric>().fullest()`
/// is the fullest band.

#include <kpi/core/breakdown.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/bands_of.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, const auto &What, std::size_t Edges> struct band_metric {
    using event = Event;
    static constexpr std::string_view kind = "breakdown";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> since{};      ///< for a time: the events that `between` measures it from
    std::array<std::uint32_t, Edges> edges; ///< ascending, each the lower edge of the next band
    std::array<std::string_view, Edges + 1> labels; ///< of the bands, in order
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr std::array<banded<What, kind_of<Event>, Edges>, 1> observes() const noexcept {
        return {bands_of<What>(of, edges)};
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        for (std::size_t i = 1; i < Edges; ++i)
            if (edges[i] <= edges[i - 1]) return false;
        return !of.empty();
    }

    [[nodiscard]] static constexpr breakdown<std::uint32_t, Edges + 1>
    value(const band_counts<Edges + 1> &s) noexcept {
        return s;
    }
    /// The share of each band, labelled.
    constexpr void each_figure(figure_info info, auto &&visit, const band_counts<Edges + 1> &s) const {
        for (std::size_t band = 0; band <= Edges; ++band) {
            info.label = labels[band];
            visit(info, s.share(band));
        }
    }
};

} // namespace kpi::inline v1
