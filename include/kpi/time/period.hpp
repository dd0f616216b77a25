// SPDX-License-Identifier: MIT
#pragma once

/// Periods into which time points are cut. Each type numbers its periods from the one that holds 1970-01-01
/// 00:00, those before it with negative numbers, and knows where a period starts. Fixed: `seconds<N>`,
/// `minutes<N>`, `hours<N>`, `days<N>`, `weeks` (from Monday). Calendar: `calendar_month`,
/// `calendar_quarter`, `calendar_year`. A time beyond the numbers that 32 bits hold goes to the last of them.
/// The representation decides the width of the arithmetic: 32-bit time points need no 64-bit division.

#include <kpi/core/divide.hpp>
#include <kpi/time/civil.hpp>
#include <kpi/time/instant.hpp>

#include <string_view>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

/// Euclid's algorithm, because <numeric> alone takes a fortieth of kpi.hpp's compile time.
[[nodiscard]] constexpr std::int64_t greatest_common_divisor(std::int64_t a, std::int64_t b) noexcept {
    if (b == 0) return a < 0 ? -a : a;
    return greatest_common_divisor(b, a % b);
}

/// Cuts times of type T into periods of Width seconds; period 0 starts Offset seconds before 1970-01-01
/// 00:00. With d = gcd(num, den Width, den Offset), a tick is num / d parts, and a period has den Width / d
/// parts. Ticks are divided before they are turned into parts, so nothing overflows, however far off.
template <std::int64_t Width, std::int64_t Offset, time_point T> struct cut {
    using duration = decltype(std::declval<const T &>().time_since_epoch());
    using rep = std::remove_cvref_t<decltype(std::declval<const duration &>().count())>;
    static constexpr std::int64_t num = duration::period::num, den = duration::period::den;
    static constexpr std::int64_t common =
        greatest_common_divisor(greatest_common_divisor(num, den *Width), den *Offset);
    static constexpr std::int64_t parts = num / common, offset = den * Offset / common;
    static constexpr std::int64_t parts_of_period = den * Width / common;

    static constexpr bool narrow = sizeof(rep) <= 4 && parts == 1 && parts_of_period <= 0x7fffffff;
    using unsigned_word = std::conditional_t<narrow, std::uint32_t, std::uint64_t>;
    using word =
        std::conditional_t<std::signed_integral<rep>, std::make_signed_t<unsigned_word>, unsigned_word>;
    static constexpr auto divisor = static_cast<unsigned_word>(parts_of_period);

    static constexpr word whole(word ticks) noexcept {
        return floor_divide<word>(ticks, static_cast<word>(divisor));
    }
    /// The parts beyond the last whole number of periods, shifted by the offset.
    static constexpr unsigned_word rest(word ticks) noexcept {
        const auto left =
            static_cast<unsigned_word>(ticks) - static_cast<unsigned_word>(whole(ticks)) * divisor;
        return static_cast<unsigned_word>(left * static_cast<unsigned_word>(parts) +
                                          static_cast<unsigned_word>(offset));
    }
    static constexpr std::int32_t number(T t) noexcept {
        constexpr std::int32_t last = 0x7fffffff;
        const word ticks = t.time_since_epoch().count(), periods = whole(ticks);
        if (std::cmp_greater(periods, last)) return last;
        if (std::cmp_less(periods, -last)) return -last;
        using signed_word = std::make_signed_t<unsigned_word>;
        auto n = static_cast<signed_word>(static_cast<signed_word>(periods) * signed_word{parts});
        if constexpr (parts != 1 || offset != 0)
            n += static_cast<signed_word>(divide(rest(ticks), divisor).quotient);
        return n > last ? last : n < -last ? -last : static_cast<std::int32_t>(n);
    }
    /// Whole seconds since the start of the period.
    static constexpr std::int64_t seconds(T t) noexcept {
        const unsigned_word into = divide(rest(t.time_since_epoch().count()), divisor).remainder;
        if constexpr (common == 1)
            return static_cast<std::int64_t>(divide(into, static_cast<unsigned_word>(den)).quotient);
        else
            return static_cast<std::int64_t>(into) * common / den;
    }
};

} // namespace detail

/// A way to cut time: a name, the number of the period of a time point, and where a period starts.
template <class P>
concept period = requires(instant t, std::int32_t n) {
    { P::name } -> std::convertible_to<std::string_view>;
    { P::index(t) } -> std::same_as<std::int32_t>;
    { P::start(n) } -> std::same_as<instant>;
};

/// Periods of a fixed length in seconds.
template <std::int64_t Seconds, std::int64_t Offset = 0> struct fixed_period {
    static_assert(Seconds > 0, "a period has a length");
    static_assert(Offset >= 0 && Offset < Seconds, "period 0 holds 1970-01-01 00:00");
    template <time_point T> [[nodiscard]] static constexpr std::int32_t index(T t) noexcept {
        return detail::cut<Seconds, Offset, T>::number(t);
    }
    /// Whole seconds from the start of the period that holds t to t itself: 0 .. length - 1.
    template <time_point T> [[nodiscard]] static constexpr std::int64_t into(T t) noexcept {
        return detail::cut<Seconds, Offset, T>::seconds(t);
    }
    [[nodiscard]] static constexpr instant start(std::int32_t n) noexcept { return {n * Seconds - Offset}; }
    static constexpr std::int64_t length = Seconds;
};

/// N seconds each.
template <std::int32_t N> struct seconds : fixed_period<N> {
    static constexpr std::string_view name = "seconds";
};
/// N minutes each.
template <std::int32_t N> struct minutes : fixed_period<std::int64_t{N} * 60> {
    static constexpr std::string_view name = "minutes";
};
/// N hours each.
template <std::int32_t N> struct hours : fixed_period<std::int64_t{N} * 3600> {
    static constexpr std::string_view name = "hours";
};
/// N days each.
template <std::int32_t N> struct days : fixed_period<std::int64_t{N} * 86400> {
    static constexpr std::string_view name = "days";
};
/// From Monday to Sunday. Week 0 holds 1970-01-01, which was a Thursday.
struct weeks : fixed_period<std::int64_t{7} * 86400, std::int64_t{3} * 86400> {
    static constexpr std::string_view name = "weeks";
};

/// Periods of whole calendar months; 1 month, 3 (from January, April, July, October) or 12.
template <std::int32_t Months> struct calendar_period {
    static_assert(Months > 0 && 12 % Months == 0, "a year is a whole number of calendar periods");
    static constexpr std::int32_t a_year = 12 / Months;
    [[nodiscard]] static constexpr std::int32_t index(time_point auto t) noexcept {
        const civil_day d = civil_from_days(days<1>::index(t));
        return (d.year - 1970) * a_year + (d.month - 1) / Months;
    }
    [[nodiscard]] static constexpr instant start(std::int32_t n) noexcept {
        const std::int32_t year = detail::floor_divide<std::int32_t>(n, a_year);
        return at({year + 1970, static_cast<std::uint8_t>((n - year * a_year) * Months + 1), 1});
    }
};
/// From the first of a month.
struct calendar_month : calendar_period<1> {
    static constexpr std::string_view name = "calendar_month";
};
/// From the first of January, April, July and October.
struct calendar_quarter : calendar_period<3> {
    static constexpr std::string_view name = "calendar_quarter";
};
/// From the first of January.
struct calendar_year : calendar_period<12> {
    static constexpr std::string_view name = "calendar_year";
};

/// Whole seconds from one time point to a later one, of one type; 0 for an earlier one, at most what 32 bits
/// hold.
template <time_point T> [[nodiscard]] constexpr std::uint32_t seconds_between(T from, T to) noexcept {
    using duration = decltype(from.time_since_epoch());
    const auto a = from.time_since_epoch().count(), b = to.time_since_epoch().count();
    if (b <= a) return 0;
    using word = std::conditional_t<(sizeof a <= 4 && duration::period::den <= 0x7fffffff), std::uint32_t,
                                    std::uint64_t>;
    constexpr std::uint64_t num = duration::period::num, den = duration::period::den, last = 0xffffffff;
    const auto ticks = static_cast<word>(static_cast<word>(b) - static_cast<word>(a));
    std::uint64_t elapsed = ticks / word{den};
    if constexpr (num != 1) {
        if (elapsed > last / num) return static_cast<std::uint32_t>(last);
        elapsed = elapsed * num + ticks % word{den} * num / den;
    }
    return static_cast<std::uint32_t>(elapsed > last ? last : elapsed);
}

} // namespace kpi::inline v1
