// SPDX-License-Identifier: MIT
#pragma once

/// Events of a set over a time that you give when reading, in seconds, as no event carries it:
/// `get<dials_per_hour>(seconds logged in)`. Absent while the time is 0.

#include <kpi/core/rate.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, class Where = always> struct rate_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    using word = counted<kind_of<Event>, Where>;
    static constexpr std::string_view kind = "rate";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    set of;
    std::uint32_t per{3600}; ///< the time that it is shown for, in seconds
    std::string_view given{};
    std::string_view unit{"per hour"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<word, 1> observes() const noexcept { return {word{of, where}}; }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty() && !given.empty(); }

    template <counter C>
    [[nodiscard]] static constexpr rate<C> value(C happened, std::integral auto seconds) noexcept {
        return {happened, to_count<C>(seconds)};
    }
};

} // namespace kpi::inline v1
