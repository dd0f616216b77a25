// SPDX-License-Identifier: MIT
#pragma once

/// The share of events whose measurement is at most a limit: responses within five minutes, of those that
/// came. The ones still open are not in it: see cohort_metric. Exact at any limit. Absent while there is no
/// event.

#include <kpi/core/member.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, const auto &What> struct within_metric {
    using event = Event;
    static constexpr std::string_view kind = "proportion";

    std::string_view name;
    std::string_view title{}; ///< for people; without one, the name with spaces
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> since{}; ///< of a time: the events that it is measured from, by `between`
    std::uint32_t limit{};             ///< within includes the limit itself
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return std::tuple{counted{of, at_most<What>{limit}}, counted{of, tells<What>{}}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    template <counter C> [[nodiscard]] static constexpr proportion<C> value(C within, C all) noexcept {
        return {within, all};
    }
};

} // namespace kpi::inline v1
