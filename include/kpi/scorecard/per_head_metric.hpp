// SPDX-License-Identifier: MIT
#pragma once

/// Events for each prospect, lead or customer that belongs: calls for each prospect tried. It sits on the
/// board of one id and is read with `pool<metric>(groups)`, whose `b` is how many belong. Counts of one id
/// saturate as the board's counters do: 255 calls to one prospect need a board of std::uint16_t.

#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/share_metric.hpp>

namespace kpi::inline v1 {

template <kpi::event Event> struct per_head_metric {
    using event = Event;
    static constexpr std::string_view kind = "ratio";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> of;
    happening<kind_of<Event>> whole;
    std::string_view unit{"each"};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return counts_of(of, whole.of, whole.less, whole.none_of);
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty() && !whole.of.empty(); }

    /// What this id adds: its events against 1, or nothing where it does not belong.
    template <counter C>
    [[nodiscard]] constexpr ratio<std::uint32_t> value(C n, C w, C w_less, C w_none) const noexcept {
        if (!whole.holds(w, w_less, w_none)) return {};
        return {to_count<std::uint32_t>(n), 1u};
    }
};

} // namespace kpi::inline v1
