// SPDX-License-Identifier: MIT
#pragma once

/// The time since something last happened: `get<survey_age>(now)`, in seconds. Absent if it never did; 0 if
/// its time is still to come. Law: exact, a maximum.

#include <kpi/core/checked.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/latest_of.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/time/period.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1 {

template <kpi::event Event> struct latest_metric {
    using event = Event;
    static constexpr std::string_view kind = "gauge";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    event_set<kind_of<Event>> of;
    std::uint32_t shown_in{1};
    std::string_view unit{"s"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr std::array<latest_of<kind_of<Event>>, 1> observes() const noexcept {
        return {latest_of{of}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    [[nodiscard]] static constexpr std::optional<std::int64_t> value(const latest &s,
                                                                     time_point auto now) noexcept {
        const auto when = s.value();
        if (!when) return std::nullopt;
        const auto age = checked_subtract(to_instant(now).seconds, when->seconds);
        return age && *age > 0 ? *age : 0;
    }
};

} // namespace kpi::inline v1
