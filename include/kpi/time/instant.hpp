// SPDX-License-Identifier: MIT
#pragma once

/// A point of civil time: whole seconds since 1970-01-01 00:00 where the user lives (the caller adds the UTC
/// offset). Any time point will do in an event as long as its `time_since_epoch().count()` and period are
/// known; this one is there so that no header needs <chrono>. A 32-bit representation suits firmware and ends
/// in 2038 (signed) or 2106 (unsigned).

#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

template <std::integral Rep> struct basic_instant {
    /// Seconds, in the shape of a duration.
    struct duration {
        using rep = Rep;
        struct period {
            static constexpr std::int64_t num = 1, den = 1;
        };
        Rep seconds{};
        [[nodiscard]] constexpr Rep count() const noexcept { return seconds; }
    };

    Rep seconds{};
    [[nodiscard]] constexpr duration time_since_epoch() const noexcept { return {seconds}; }

    friend constexpr bool operator==(basic_instant, basic_instant) = default;
};

using instant = basic_instant<std::int64_t>;

/// What an event's `at` may be: std::chrono's time points, basic_instant, or one of one's own.
template <class T>
concept time_point = requires(const T t) {
    { t.time_since_epoch().count() } -> std::integral;
    decltype(t.time_since_epoch())::period::num;
    decltype(t.time_since_epoch())::period::den;
};

/// The time point of a type that is this many of its ticks after 1970-01-01.
template <time_point T> [[nodiscard]] constexpr T time_at(std::integral auto ticks) noexcept {
    if constexpr (requires { T{ticks}; })
        return T{ticks};
    else
        return T{typename T::duration{ticks}};
}

/// The time point of a type that is this instant.
template <time_point T> [[nodiscard]] constexpr T time_of(instant t) noexcept {
    using period = typename decltype(T{}.time_since_epoch())::period;
    return time_at<T>(
        static_cast<decltype(T{}.time_since_epoch().count())>(t.seconds * period::den / period::num));
}

} // namespace kpi::inline v1
