// SPDX-License-Identifier: MIT
#pragma once

/// When something happened in a story: a time, or a date alone. The distance of two moments is a time on a
/// clock. If one of them is a date, it is whole calendar days in seconds, or nothing if the clock counts
/// hours of work (METRICS.md, section 9). The empty moment is none.

#include <kpi/core/member.hpp>
#include <kpi/core/told.hpp>
#include <kpi/time/period.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// The default clock of a story: every second counts. See also time/business_hours.hpp.
struct around_the_clock {
    /// Seconds from one time to a later one; 0 to an earlier one.
    template <time_point T> [[nodiscard]] static constexpr std::uint32_t elapsed(T from, T to) noexcept {
        return seconds_between(from, to);
    }
    static constexpr bool counts_whole_days = true; ///< two dates are whole days apart
};

struct moment {
    std::int64_t seconds{}; ///< since 1970-01-01 00:00
    bool known{};           ///< false: there is none
    bool whole_day{};       ///< a date alone

    [[nodiscard]] constexpr instant at() const noexcept { return {seconds}; } ///< as a time point
    /// Days since 1970-01-01.
    [[nodiscard]] constexpr std::int32_t day() const noexcept { return days<1>::index(at()); }
    /// Whether it came before another one. If either is a date, that means on an earlier day.
    [[nodiscard]] constexpr bool before(moment other) const noexcept {
        return whole_day || other.whole_day ? day() < other.day() : seconds < other.seconds;
    }

    friend constexpr bool operator==(moment, moment) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.seconds), visit(self.known), visit(self.whole_day);
    }
};

/// When an event happened. An event without a member `whole_day` has a time.
template <class Event> [[nodiscard]] constexpr moment moment_of(const Event &e) noexcept {
    moment m{.seconds = to_instant(e.at).seconds, .known = true};
    if constexpr (member::whole_day.found_in<Event>)
        m.whole_day = told(e.whole_day) && told_value(e.whole_day);
    return m;
}
/// The moment of a time point.
[[nodiscard]] constexpr moment moment_at(time_point auto t) noexcept {
    return {.seconds = to_instant(t).seconds, .known = true};
}

/// How long it took, in seconds, and whether they are whole days.
struct duration_told {
    maybe<std::uint32_t> seconds{}; ///< untold where the clock does not count whole days
    bool whole_day{};               ///< one end, or both, were dates alone
};

/// From one moment to another at or after it; 0 to an earlier one.
template <class Clock = around_the_clock>
[[nodiscard]] constexpr duration_told elapsed_between(moment from, moment to) noexcept {
    if (!from.whole_day && !to.whole_day) return {Clock::elapsed(from.at(), to.at()), false};
    if constexpr (requires { requires Clock::counts_whole_days; }) {
        const std::int64_t days = std::int64_t{to.day()} - from.day();
        return {maybe<std::uint32_t>{days < 0 ? 0 : days * 86400}, true};
    } else {
        return {{}, true};
    }
}

} // namespace kpi::inline v1
