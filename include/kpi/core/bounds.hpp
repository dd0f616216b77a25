// SPDX-License-Identifier: MIT
#pragma once

/// The bounds of a figure that a summary cannot give to the last digit: it lies in low..high, both included.
/// These are guarantees, not probabilities; the interval of a sample is in statistics/interval.hpp.

namespace kpi::inline v1 {

template <class T> struct bounds {
    T low{};  ///< inclusive
    T high{}; ///< inclusive

    /// True if nothing lies in between: the figure is known.
    [[nodiscard]] constexpr bool certain() const noexcept { return low == high; }

    friend constexpr bool operator==(const bounds &, const bounds &) = default;
};

} // namespace kpi::inline v1
