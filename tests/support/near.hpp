// SPDX-License-Identifier: MIT
#pragma once

/// Compares real numbers that are equal except for rounding; usable in constants.

namespace kpi::test {

/// a and b differ by at most the given share of b.
template <class Real> [[nodiscard]] constexpr bool near(Real a, Real b, double relative) noexcept {
    const double apart = static_cast<double>(a) - static_cast<double>(b);
    const double size = static_cast<double>(b < Real(0) ? -b : b);
    return -relative * size <= apart && apart <= relative * size;
}

/// a and b differ by at most `most`.
template <class Real> [[nodiscard]] constexpr bool within(Real a, Real b, double most) noexcept {
    const double apart = static_cast<double>(a) - static_cast<double>(b);
    return -most <= apart && apart <= most;
}

} // namespace kpi::test
