// SPDX-License-Identifier: MIT
#pragma once

/// The cost of one event of a set: `get<cost_per_meeting>(cost)` divides the cost, which you give in the
/// smallest unit of the currency, by the number of events. Absent while there is no event.

#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, class Where = always> struct cost_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    using word = counted<kind_of<Event>, Where>;
    static constexpr std::string_view kind = "money";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    set of;
    std::string_view given{};
    std::string_view unit{"each"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<word, 1> observes() const noexcept { return {word{of, where}}; }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty() && !given.empty(); }

    template <counter C>
    [[nodiscard]] static constexpr ratio<std::int64_t> value(C n, std::integral auto cost) noexcept {
        return {static_cast<std::int64_t>(cost), widened<std::int64_t>(n)};
    }
};

} // namespace kpi::inline v1
