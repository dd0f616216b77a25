// SPDX-License-Identifier: MIT
#pragma once

/// Periods: what a time point is cut into. Each numbers its periods from the one that holds 1970-01-01 00:00,
/// before it in negative numbers, and knows where a period starts. Fixed: `seconds<N>`, `minutes<N>`,
/// `hours<N>`, `days<N>`, `weeks` (from Monday). Calendar: `calendar_month`, `calendar_quarter`,
/// `calendar_year`. A time beyond the numbers that 32 bits hold goes to the last of them. The representation
/// decides the width of the arithmetic: 32-bit time points need no 64-bit division.

#include <kpi/time/civil.hpp>
#include <kpi/time/instant.hpp>

#include <numeric>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

template <std::integral I> [[nodiscard]] constexpr I floor_divide(I a, I b) noexcept {
    const I q = static_cast<I>(a / b);
    return static_cast<I>(q - I{a % b != 0 && (a < 0) != (b < 0)});
}

/// The number of the period of `Width` seconds, moved by `Offset` seconds, that holds t.
template <std::int64_t Width, std::int64_t Offset, time_point T>
[[nodiscard]] constexpr std::int32_t period_of(T t) noexcept {
    using duration = decltype(t.time_since_epoch());
    using rep = std::remove_cvref_t<decltype(t.time_since_epoch().count())>;
    constexpr std::int64_t num = duration::period::num, den = duration::period::den;
    constexpr std::int64_t common = std::gcd(num, den * Width);
    constexpr std::int64_t factor = num / common, divisor = den * Width / common, offset = Offset * den / num;
    constexpr bool narrow = sizeof(rep) <= 4 && factor == 1 && offset == 0 && divisor <= 0x7fffffff;
    const auto ticks = t.time_since_epoch().count();
    if constexpr (narrow && std::signed_integral<rep>) {
        return floor_divide<std::int32_t>(ticks, static_cast<std::int32_t>(divisor));
    } else if constexpr (narrow) {
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(ticks) /
                                         static_cast<std::uint32_t>(divisor));
    } else {
        // A time so far off that moving it would overflow is far behind the last period anyway.
        constexpr std::int64_t bound = (std::int64_t{1} << 62) / factor;
        const auto wide = static_cast<std::int64_t>(std::cmp_greater(ticks, bound) ? bound
                                                    : std::cmp_less(ticks, -bound) ? -bound
                                                                                 : ticks);
        const std::int64_t n = floor_divide<std::int64_t>((wide + offset) * factor, divisor);
        constexpr std::int64_t last = 0x7fffffff;
        return static_cast<std::int32_t>(n > last ? last : n < -last ? -last : n);
    }
}

} // namespace detail

/// What cuts time: a name, the number of the period of a time point, and where a period starts.
template <class P>
concept period = requires(instant t, std::int32_t n) {
    { P::name } -> std::convertible_to<std::string_view>;
    { P::index(t) } -> std::same_as<std::int32_t>;
    { P::start(n) } -> std::same_as<instant>;
};

/// Periods of a fixed length in seconds.
template <std::int64_t Seconds, std::int64_t Offset = 0> struct fixed_period {
    static_assert(Seconds > 0, "a period has a length");
    [[nodiscard]] static constexpr std::int32_t index(time_point auto t) noexcept {
        return detail::period_of<Seconds, Offset>(t);
    }
    [[nodiscard]] static constexpr instant start(std::int32_t n) noexcept { return {n * Seconds - Offset}; }
    static constexpr std::int64_t length = Seconds;
};

template <std::int32_t N> struct seconds : fixed_period<N> {
    static constexpr std::string_view name = "seconds";
};
template <std::int32_t N> struct minutes : fixed_period<std::int64_t{N} * 60> {
    static constexpr std::string_view name = "minutes";
};
template <std::int32_t N> struct hours : fixed_period<std::int64_t{N} * 3600> {
    static constexpr std::string_view name = "hours";
};
template <std::int32_t N> struct days : fixed_period<std::int64_t{N} * 86400> {
    static constexpr std::string_view name = "days";
};
/// From Monday to Sunday. Week 0 holds 1970-01-01, which was a Thursday.
struct weeks : fixed_period<std::int64_t{7} * 86400, std::int64_t{3} * 86400> {
    static constexpr std::string_view name = "weeks";
};

/// Periods of whole calendar months; 1 month, 3 (from January, April, July, October) or 12.
template <std::int32_t Months> struct calendar_period {
    static_assert(12 % Months == 0, "a year is a whole number of calendar periods");
    [[nodiscard]] static constexpr std::int32_t index(time_point auto t) noexcept {
        const civil_day d = civil_from_days(days<1>::index(t));
        return detail::floor_divide<std::int32_t>((d.year - 1970) * 12 + d.month - 1, Months);
    }
    [[nodiscard]] static constexpr instant start(std::int32_t n) noexcept {
        const std::int32_t month = n * Months, year = detail::floor_divide<std::int32_t>(month, 12);
        return at({year + 1970, static_cast<std::uint8_t>(month - year * 12 + 1), 1});
    }
};
struct calendar_month : calendar_period<1> {
    static constexpr std::string_view name = "calendar_month";
};
struct calendar_quarter : calendar_period<3> {
    static constexpr std::string_view name = "calendar_quarter";
};
struct calendar_year : calendar_period<12> {
    static constexpr std::string_view name = "calendar_year";
};

/// A time point of any type in whole seconds, rounded down.
[[nodiscard]] constexpr instant to_instant(time_point auto t) noexcept {
    using duration = decltype(t.time_since_epoch());
    const auto ticks = static_cast<std::int64_t>(t.time_since_epoch().count());
    return {detail::floor_divide<std::int64_t>(ticks * duration::period::num, duration::period::den)};
}

/// Whole seconds from one time point to a later one, of one type; 0 for an earlier one, at most what 32 bits
/// hold.
template <time_point T> [[nodiscard]] constexpr std::uint32_t seconds_between(T from, T to) noexcept {
    using duration = decltype(from.time_since_epoch());
    constexpr std::int64_t num = duration::period::num, den = duration::period::den;
    const auto a = from.time_since_epoch().count(), b = to.time_since_epoch().count();
    if (b <= a) return 0;
    const auto ticks = static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a);
    constexpr std::uint64_t last = 0xffffffff;
    std::uint64_t elapsed = ticks;
    if constexpr (den != 1) elapsed /= static_cast<std::uint64_t>(den);
    if constexpr (num != 1)
        elapsed = elapsed > last / static_cast<std::uint64_t>(num)
                      ? last
                      : elapsed * static_cast<std::uint64_t>(num);
    return static_cast<std::uint32_t>(elapsed > last ? last : elapsed);
}

} // namespace kpi::inline v1
