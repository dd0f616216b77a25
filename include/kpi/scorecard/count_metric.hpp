// SPDX-License-Identifier: MIT
#pragma once

/// The number of events of a set, as a metric. Never absent: without any event it is 0.

#include <kpi/core/count.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>

namespace kpi::inline v1 {

template <kpi::event Event, class Where = always> struct count_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    using word = counted<kind_of<Event>, Where>;
    static constexpr std::string_view kind = "count";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    set of;
    std::string_view unit{};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<word, 1> observes() const noexcept { return {word{of, where}}; }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    template <counter C> [[nodiscard]] static constexpr count<C> value(C n) noexcept { return count<C>{n}; }
};

} // namespace kpi::inline v1
