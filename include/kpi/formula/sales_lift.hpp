// SPDX-License-Identifier: MIT
#pragma once

/// The effect of a measure, apart from what would have happened anyway: one of two shops has the promotion,
/// both are counted before and after it (METRICS.md, section 6; HS HubSpot). For volumes; to compare two
/// rates, see statistics/.

#include <kpi/core/checked.hpp>
#include <kpi/core/quotient.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

#include <concepts>
#include <optional>

namespace kpi::inline v1::formula {

/// One group's volume in the two periods: units, or money.
template <amount T> struct before_after {
    T before{}; ///< what was sold before
    T after{};  ///< what was sold after

    /// True once a volume has reached its type's maximum: nobody knows what it grew by.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        if constexpr (counter<T>)
            return is_saturated(before) || is_saturated(after);
        else
            return false;
    }
    friend constexpr bool operator==(const before_after &, const before_after &) = default;
};
template <class T> before_after(T, T) -> before_after<T>;

/// The difference of the differences, (treated after - before) - (control after - before), in the unit of the
/// volumes: for integers a signed 64-bit one, or nothing where a difference does not fit or a volume is
/// saturated; for real numbers a number. [HS]
template <amount T>
[[nodiscard]] constexpr auto sales_lift(const before_after<T> &treated, const before_after<T> &control) {
    if constexpr (std::integral<T>) {
        const auto with = signed_difference(treated.after, treated.before);
        const auto without = signed_difference(control.after, control.before);
        const bool known = !treated.saturated() && !control.saturated();
        return known && with && without ? checked_subtract(*with, *without) : std::nullopt;
    } else {
        return if_a_number<T>((treated.after - treated.before) - (control.after - control.before));
    }
}

/// The quotient of the quotients, (treated after / before) / (control after / before): 1 is no lift. For
/// integers an exact ratio of 64-bit ones, for real numbers a number. Absent where a group sold nothing
/// before, or the control nothing after, where a volume is saturated, and where a product does not fit: then
/// use real numbers. [HS]
template <amount T>
[[nodiscard]] constexpr auto relative_sales_lift(const before_after<T> &treated,
                                                 const before_after<T> &control) {
    const bool known = !treated.saturated() && !control.saturated();
    const bool defined = known && T(0) < treated.before && T(0) < control.before && T(0) < control.after;
    if constexpr (std::integral<T>) {
        using word = wide<T>;
        const auto with = checked_multiply<word>(treated.after, control.before);
        const auto without = checked_multiply<word>(treated.before, control.after);
        return defined && with && without ? ratio<word>{*with, *without} : ratio<word>{};
    } else {
        return defined ? if_a_number<T>((treated.after / treated.before) / (control.after / control.before))
                       : std::nullopt;
    }
}

} // namespace kpi::inline v1::formula
