// SPDX-License-Identifier: MIT
#pragma once

/// How many prospects, leads or customers there are of whom something holds, each once: prospects tried,
/// leads that arrived. It sits on the board of one id and is read with `pool<metric>(groups)`.

#include <kpi/core/count.hpp>
#include <kpi/scorecard/share_metric.hpp>

namespace kpi::inline v1 {

template <kpi::event Event> struct heads_metric {
    using event = Event;
    static constexpr std::string_view kind = "count";
    static constexpr bool of_one_id = true;

    std::string_view name;
    happening<kind_of<Event>> whole;
    std::string_view unit{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return counts_of(whole.of, whole.less, whole.none_of);
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !whole.of.empty(); }

    /// 1 where it holds of this id.
    template <counter C>
    [[nodiscard]] constexpr count<std::uint32_t> value(C w, C w_less, C w_none) const noexcept {
        return count<std::uint32_t>{whole.holds(w, w_less, w_none) ? 1u : 0u};
    }
};

} // namespace kpi::inline v1
