// SPDX-License-Identifier: MIT
#pragma once

/// What it costs to change channels all day. FrontSpin (FS) quotes 2.1 hours lost a day and one switch in 185
/// seconds, from two different studies. Joined linearly over a day of 8 hours, a switch costs
/// 2.1 * 185 / 8 = 777/16 seconds. Joining them is our assumption, not the source's (METRICS.md, section 4).
/// Rates need a real type; if the result is not a number, there is no answer.

#include <kpi/core/quotient.hpp>
#include <kpi/core/rate.hpp>
#include <kpi/core/saturating.hpp>

#include <optional>

namespace kpi::inline v1::formula {

/// Steps in which a rep's own next act was on another channel than the one before, against the active
/// seconds: read it with per_hour(). Absent for 0 seconds. [FS]
template <counter C> [[nodiscard]] constexpr rate<C> context_switches(C switches, C active_seconds) noexcept {
    return {switches, active_seconds};
}

/// What one switch costs: 777/16 = 48.5625 seconds. [FS, joined by us]
template <amount T> [[nodiscard]] constexpr T seconds_lost_per_switch() {
    if constexpr (can_hold_a_rate<T>())
        return T(777) / T(16);
    else
        return T{};
}

/// Hours of a day lost at this many switches an hour over this many hours: 0..hours. [FS, joined by us]
template <amount T>
[[nodiscard]] constexpr std::optional<T> context_switching_cost(const T &switches_per_hour, const T &hours) {
    if constexpr (can_hold_a_rate<T>()) {
        const T lost = switches_per_hour * hours * seconds_lost_per_switch<T>() / T(3600);
        return hours < lost ? std::optional<T>{hours} : if_a_number<T>(lost);
    } else {
        return std::nullopt;
    }
}

/// Hours of a day left at the 40 % loss of productivity that FrontSpin quotes, hours * (1 - loss): a third
/// figure, not the cost of the switches above. [FS]
template <amount T> [[nodiscard]] constexpr std::optional<T> productive_hours(const T &hours, const T &loss) {
    if constexpr (can_hold_a_rate<T>())
        return if_a_number<T>(hours * (T(1) - loss));
    else
        return std::nullopt;
}
/// The same at those 40 %.
template <amount T> [[nodiscard]] constexpr std::optional<T> productive_hours(const T &hours) {
    if constexpr (can_hold_a_rate<T>())
        return productive_hours<T>(hours, T(2) / T(5));
    else
        return std::nullopt;
}

} // namespace kpi::inline v1::formula
