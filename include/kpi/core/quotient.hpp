// SPDX-License-Identifier: MIT
#pragma once

/// Divides amounts in your own arithmetic. For integers (money in its smallest unit) the quotient is a value
/// type that stays exact; for real numbers (float, double, a decimal or a rational class) it is an optional
/// number. Either way it is absent if there is nothing to divide by, and never NaN.

#include <kpi/core/checked.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/saturating.hpp>

#include <concepts>
#include <limits>
#include <optional>
#include <utility>

namespace kpi::inline v1 {

/// The types in which money can be given.
template <class T>
concept amount = (std::integral<T> && !std::same_as<T, bool>) || real_number<T>;

/// The number, or nothing if it is NaN (inf - inf, 0 * inf, NaN given).
template <real_number T> [[nodiscard]] constexpr std::optional<T> if_a_number(const T &x) {
    return x == x ? std::optional<T>{x} : std::nullopt;
}

/// a / b: ratio<T> for integers, optional<T> for real numbers. Absent for b = 0.
template <amount T> [[nodiscard]] constexpr auto quotient(const T &a, const T &b) {
    if constexpr (std::integral<T>)
        return ratio<T>{a, b};
    else
        return b == T(0) ? std::nullopt : if_a_number<T>(a / b);
}

/// What each of n costs or brings: sum / n, as a `quotient`. Absent for n = 0. An n that is saturated, or
/// beyond T's maximum, is taken as that maximum, and the ratio says that it is saturated.
template <amount T, counter C> [[nodiscard]] constexpr auto average(const T &sum, C n) {
    if constexpr (std::integral<T>) {
        return ratio<T>{sum, widened<T>(n)};
    } else {
        return quotient<T>(sum, T(n));
    }
}

/// (now - base) / base: growth<T> for unsigned integers, ratio<T> for signed ones, optional<T> for real
/// numbers. Absent unless the base is positive (against a loss, better would read as worse); for signed
/// integers also absent if the difference does not fit.
template <amount T> [[nodiscard]] constexpr auto relative_change(const T &now, const T &base) {
    if constexpr (counter<T>) {
        return growth<T>{base, now};
    } else if constexpr (std::integral<T>) {
        const std::optional<T> change = checked_subtract(now, base);
        return base > T{0} && change ? ratio<T>{*change, base} : ratio<T>{};
    } else {
        return T(0) < base ? quotient<T>(now - base, base) : std::nullopt;
    }
}

} // namespace kpi::inline v1
