// SPDX-License-Identifier: MIT
#pragma once

/// Whether greater values go with greater ones, whatever the scale: C. Spearman's rank correlation ("The
/// proof and measurement of association between two things", American Journal of Psychology 15, 1904), and
/// the range of a correlation by R. A. Fisher's z ("On the probable error of a coefficient of correlation
/// deduced from a small sample", Metron 1, 1921), from ten points on. It says nothing about causes. A team,
/// which is counted and not sampled, has no range.

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/span_of.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/correlation.hpp>
#include <kpi/statistics/interval.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// The fewest points for which a correlation has a range.
inline constexpr std::uint64_t least_points = 10;

namespace detail {

/// How many more of all are below figure i than above it: twice its rank less its mean rank, equal ones
/// sharing theirs. A whole number, so that the sums of its squares and products are exact.
[[nodiscard]] constexpr std::int64_t balance_of(std::size_t i, std::size_t n, const auto &figure) noexcept {
    std::int64_t balance = 0;
    for (std::size_t j = 0; j < n; ++j)
        balance += (figure(j) < figure(i) ? 1 : 0) - (figure(i) < figure(j) ? 1 : 0);
    return balance;
}

} // namespace detail

/// Spearman's rho of a range of points, -1..1, equal figures sharing their ranks. Absent for fewer than two
/// points, and where x or y never changes. O(points^2), no memory; exact sums up to a million points.
template <binary_real Real = double, contiguous R>
[[nodiscard]] constexpr std::optional<Real> spearman(const R &points) noexcept {
    const auto all = span_of(points);
    std::int64_t xx = 0, xy = 0, yy = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto x = detail::balance_of(i, all.size(), [&](std::size_t j) { return all[j].x; });
        const auto y = detail::balance_of(i, all.size(), [&](std::size_t j) { return all[j].y; });
        xx += x * x, xy += x * y, yy += y * y;
    }
    const detail::spread<Real> s{Real(xx), Real(xy), Real(yy)};
    return s.defined() ? std::optional<Real>{detail::correlation_of(s)} : std::nullopt;
}

namespace detail {

/// tanh(atanh(r) - z se) and tanh(atanh(r) + z se).
template <binary_real Real>
[[nodiscard]] constexpr std::optional<interval<Real>> fisher_z(Real r, std::uint64_t n, Real variance,
                                                               confidence<Real> at) noexcept {
    if (n < least_points || !(Real(-1) < r && r < Real(1)) || !at.defined()) return std::nullopt;
    const Real middle = log1p(r) - log1p(-r), reach = Real(2) * z_of(at).value * sqrt(variance);
    const auto back = [](Real twice) { return Real(1) - Real(2) / (Real(1) + exp(twice)); };
    return interval<Real>{back(middle - reach), back(middle + reach)};
}

} // namespace detail

/// The range of Pearson's r of n points, for normal figures: the variance of its z is 1 / (n - 3). Absent for
/// fewer than ten points, and for a line, where r is -1 or 1. One normal quantile.
template <binary_real Real>
[[nodiscard]] constexpr std::optional<interval<Real>>
pearson_interval(Real r, std::uint64_t n, std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    return detail::fisher_z(r, n, Real(1) / (Real(n) - Real(3)), at);
}

/// The range of Spearman's rho of n points: the variance of its z is (1 + rho^2 / 2) / (n - 3), by D. G.
/// Bonett and T. A. Wright ("Sample size requirements for estimating Pearson, Kendall and Spearman
/// correlations", Psychometrika 65, 2000). Absent as above.
template <binary_real Real>
[[nodiscard]] constexpr std::optional<interval<Real>>
spearman_interval(Real rho, std::uint64_t n,
                  std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    return detail::fisher_z(rho, n, (Real(1) + rho * rho / Real(2)) / (Real(n) - Real(3)), at);
}

} // namespace kpi::inline v1::statistics
