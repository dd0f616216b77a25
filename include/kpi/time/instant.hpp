// SPDX-License-Identifier: MIT
#pragma once

/// A point of civil time: whole seconds since 1970-01-01 00:00 where the user lives (the caller adds the UTC
/// offset). Any time point will do in an event as long as its `time_since_epoch().count()` and period are
/// known; this one exists so that no header needs `<chrono>`. A 32-bit representation suits firmware and ends
/// in 2038 (signed) or 2106 (unsigned).

#include <kpi/core/checked.hpp>
#include <kpi/core/divide.hpp>

#include <concepts>
#include <cstdint>
#include <utility>

namespace kpi::inline v1 {

template <std::integral Rep> struct basic_instant {
    /// Seconds, in the shape of a duration.
    struct duration {
        using rep = Rep; ///< how many seconds it can hold
        /// One second, in the shape of a std::ratio.
        struct period {
            /// One second.
            static constexpr std::int64_t num = 1, den = 1;
        };
        Rep seconds{};                                                         ///< how many
        [[nodiscard]] constexpr Rep count() const noexcept { return seconds; } ///< how many
    };

    Rep seconds{}; ///< since 1970-01-01 00:00
    /// Named as in std::chrono.
    [[nodiscard]] constexpr duration time_since_epoch() const noexcept { return {seconds}; }

    friend constexpr bool operator==(basic_instant, basic_instant) = default;
};

using instant = basic_instant<std::int64_t>; ///< of 64 bits

/// What an event's `at` may be: std::chrono's time points, basic_instant, or one of your own.
template <class T>
concept time_point = requires(const T t) {
    { t.time_since_epoch().count() } -> std::integral;
    decltype(t.time_since_epoch())::period::num;
    decltype(t.time_since_epoch())::period::den;
};

/// The time point of type T that lies this many of its ticks after 1970-01-01.
template <time_point T> [[nodiscard]] constexpr T time_at(std::integral auto ticks) noexcept {
    if constexpr (requires { T{ticks}; })
        return T{ticks};
    else
        return T{typename T::duration{ticks}};
}

namespace detail {
/// x * Num / Den rounded down; it stops at the limits of 64 bits.
template <std::int64_t Num, std::int64_t Den>
[[nodiscard]] constexpr std::int64_t rescaled(std::integral auto x) noexcept {
    using word = kpi::wide<decltype(+x)>;
    constexpr std::int64_t most = greatest<std::int64_t>;
    const word whole = Den == 1 ? word{x} : floor_divide<word>(x, Den);
    if (std::cmp_greater(whole, most / Num)) return most;
    if (std::cmp_less(whole, least<std::int64_t> / Num)) return least<std::int64_t>;
    const auto down = static_cast<std::int64_t>(whole) * Num;
    if constexpr (Den == 1) return down;
    const auto rest = static_cast<std::int64_t>(static_cast<std::uint64_t>(x) -
                                                static_cast<std::uint64_t>(whole) * std::uint64_t{Den}) *
                      Num / Den;
    return down > most - rest ? most : down + rest;
}
} // namespace detail

/// A time point of any type in whole seconds, rounded down. A time beyond the range of an instant becomes the
/// first or the last instant.
[[nodiscard]] constexpr instant to_instant(time_point auto t) noexcept {
    using period = typename decltype(t.time_since_epoch())::period;
    return {detail::rescaled<period::num, period::den>(t.time_since_epoch().count())};
}

/// This instant as a time point of type T, rounded down to T's ticks; the first or the last of T if the
/// instant lies beyond them.
template <time_point T> [[nodiscard]] constexpr T time_of(instant t) noexcept {
    using duration = decltype(T{}.time_since_epoch());
    using rep = decltype(+T{}.time_since_epoch().count());
    const std::int64_t ticks = detail::rescaled<duration::period::den, duration::period::num>(t.seconds);
    const bool before = std::cmp_less(ticks, detail::least<rep>),
               after = std::cmp_greater(ticks, detail::greatest<rep>);
    return time_at<T>(before ? detail::least<rep> : after ? detail::greatest<rep> : static_cast<rep>(ticks));
}

} // namespace kpi::inline v1
