// SPDX-License-Identifier: MIT
#pragma once

/// How sure a range is: any level of confidence between 0 and 1, `confidence{0.8}`, or one of the usual ones
/// by its name, `level::of_95`, which converts. A bare number does not: it could be a level or a z.

#include <kpi/core/math.hpp>
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/normal.hpp>

#include <limits>

namespace kpi::inline v1::statistics {

template <binary_real Real> class confidence {
public:
    /// A level strictly between 0 and 1: 0.95.
    constexpr explicit confidence(Real level) noexcept : outside_{Real(1) - level} {}
    /// One of the usual levels.
    constexpr confidence(level l) noexcept
        : outside_{l == level::of_90   ? Real(0.1)
                   : l == level::of_95 ? Real(0.05)
                                       : Real(0.01)} {}

    /// The share of ranges that miss: 0.05 for 95 %.
    [[nodiscard]] constexpr Real outside() const noexcept { return outside_; }
    /// The share that misses on one side: 0.025 for 95 %.
    [[nodiscard]] constexpr Real tail() const noexcept { return outside_ / Real(2); }
    /// Between 0 and 1, both excluded. At any other level there is no range.
    [[nodiscard]] constexpr bool defined() const noexcept { return Real(0) < outside_ && outside_ < Real(1); }

    friend constexpr bool operator==(confidence, confidence) = default;

private:
    Real outside_{};
};

/// How many standard errors that is, for intervals by z. For an undefined level it is not a number, and there
/// is no interval. One normal quantile.
template <binary_real Real> [[nodiscard]] constexpr z_score<Real> z_of(confidence<Real> at) noexcept {
    if (!at.defined()) return z_score<Real>{std::numeric_limits<Real>::quiet_NaN()};
    return z_score<Real>{-*normal_quantile(at.tail())};
}

} // namespace kpi::inline v1::statistics
