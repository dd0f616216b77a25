// SPDX-License-Identifier: MIT
#pragma once

/// Finds the end of a range that a condition alone defines, by halving.

#include <kpi/core/math.hpp>

namespace kpi::inline v1::statistics::detail {

/// The last number on the way from `inside`, where the condition holds, to `outside`, where it does not. At
/// most some hundred evaluations.
template <binary_real Real>
[[nodiscard]] constexpr Real turning_point(Real inside, Real outside, const auto &holds) noexcept {
    for (;;) {
        const Real middle = inside + (outside - inside) / Real(2);
        if (middle == inside || middle == outside) return inside;
        (holds(middle) ? inside : outside) = middle;
    }
}

/// The same on the way from `inside` on, in steps that double, as far as `limit`.
template <binary_real Real>
[[nodiscard]] constexpr Real turning_point_from(Real inside, Real step, Real limit,
                                                const auto &holds) noexcept {
    for (Real next = inside + step; (step < Real(0)) == (limit < next); next = inside + step) {
        if (!holds(next)) return turning_point(inside, next, holds);
        inside = next;
        step *= Real(2);
    }
    return limit;
}

} // namespace kpi::inline v1::statistics::detail
