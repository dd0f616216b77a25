// SPDX-License-Identifier: MIT
#pragma once

/// The number of events of a set over the time that other events took: switches of channel for each active
/// hour. Absent while the time is 0.

#include <kpi/core/rate.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/total_of.hpp>

#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, const auto &Time> struct pace_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    static constexpr std::string_view kind = "rate";

    std::string_view name;
    std::string_view title{};
    set of;
    set during;              ///< the events whose Time is added up
    std::uint32_t per{3600}; ///< the time that it is shown for, in seconds
    std::string_view unit{"per hour"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return row{counted{of}, total_of<Time>(during)};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty() && !during.empty(); }

    template <counter C>
    [[nodiscard]] static constexpr rate<std::uint64_t> value(C n, const total &time) noexcept {
        return {widened<std::uint64_t>(n), time.value().n};
    }
};

} // namespace kpi::inline v1
