// SPDX-License-Identifier: MIT
#pragma once

/// Growth of a count from one period to the next: the lead velocity rate. Read it from two periods with
/// `board.get_from<metric>(previous board)`, or from a window with `grow<metric>(window, now)`. Growth from
/// nothing is absent.

#include <kpi/core/growth.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/time/period.hpp>

#include <array>

namespace kpi::inline v1 {

/// `Period` is the period that it is told for, unless the reader chooses another.
template <kpi::event Event, class Period = calendar_month, class Where = always> struct growth_metric {
    using event = Event;
    using period = Period; ///< the period that it is told for
    static constexpr std::string_view kind = "growth";

    std::string_view name;
    std::string_view title{};
    event_set<kind_of<Event>> of;
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<counted<kind_of<Event>, Where>, 1> observes() const noexcept {
        return {counted{of, where}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    /// For one period alone: absent, since nothing came before.
    template <counter C> [[nodiscard]] static constexpr growth<C> value(C now) noexcept { return {C{}, now}; }
    /// From the count of one period to that of the next.
    template <counter C> [[nodiscard]] static constexpr growth<C> between(C before, C now) noexcept {
        return {before, now};
    }
};

} // namespace kpi::inline v1
