// SPDX-License-Identifier: MIT
#pragma once

/// A count over the time in which it was counted, in seconds: dials per hour logged in, switches per active
/// hour. `value()` is per second, `per(3600)` per hour in whole numbers. While empty (no time), it is absent.

#include <kpi/core/reading.hpp>

namespace kpi::inline v1 {

template <counter C> struct rate : reading<rate<C>> {
    C happened{}; ///< how often it happened
    C seconds{};  ///< in how much time; 0: absent

    constexpr rate() = default;
    /// This many times in this many seconds.
    constexpr rate(C happened_, C seconds_) noexcept : happened{happened_}, seconds{seconds_} {}

    /// happened / seconds.
    [[nodiscard]] constexpr fraction<C> exact() const noexcept { return {happened, seconds}; }
    /// True once a member has reached its type's maximum: the rate may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return is_saturated(happened) || is_saturated(seconds);
    }
    /// How many there are in an hour; absent without time.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> per_hour() const {
        return exact().template value<Real>(3600);
    }
    /// A rate has a time in its unit and is not a share of anything.
    template <class Real = double> std::optional<Real> percent() const = delete;

    /// Pooled: all that happened over all of the time.
    constexpr rate &operator+=(rate other) noexcept {
        happened = saturating_add(happened, other.happened);
        seconds = saturating_add(seconds, other.seconds);
        return *this;
    }

    friend constexpr bool operator==(const rate &, const rate &) = default;
};

} // namespace kpi::inline v1
