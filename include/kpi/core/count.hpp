// SPDX-License-Identifier: MIT
#pragma once

/// A count: a number that always has a value (nothing counted is 0, not absent) and knows when it has
/// saturated.

#include <kpi/core/reading.hpp>

namespace kpi::inline v1 {

template <counter C> struct count : reading<count<C>> {
    C n{}; ///< how many; at the maximum of C, at least this many

    constexpr count() = default;
    /// A count of n events.
    constexpr explicit count(C n_) noexcept : n{n_} {}

    /// n / 1.
    [[nodiscard]] constexpr fraction<C> exact() const noexcept { return {n, C{1}}; }
    /// True once the count has reached its type's maximum: read it as "at least".
    [[nodiscard]] constexpr bool saturated() const noexcept { return is_saturated(n); }
    /// A count is not a share of anything.
    template <class Real = double> std::optional<Real> percent() const = delete;

    constexpr count &operator+=(count other) noexcept {
        n = saturating_add(n, other.n);
        return *this;
    }

    friend constexpr bool operator==(const count &, const count &) = default;
};

} // namespace kpi::inline v1
