// SPDX-License-Identifier: MIT
#pragma once

/// How many events of a set there were, as a metric. Never absent: none is 0.

#include <kpi/core/count.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>

namespace kpi::inline v1 {

template <kpi::event Event, class Where = always> struct count_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    static constexpr std::string_view kind = "count";

    std::string_view name;
    set of;
    std::string_view unit{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<set, 1> sets() const noexcept { return {of}; }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    template <counter C> [[nodiscard]] static constexpr count<C> value(C n) noexcept { return count<C>{n}; }
};

} // namespace kpi::inline v1
