// SPDX-License-Identifier: MIT
#pragma once

/// The normal distribution and Student's t, by the incomplete gamma and beta functions: Phi(-z) is half of
/// Q(1/2, z^2/2) (DLMF 7.11.2), and for t with n degrees of freedom, n / (n + t^2) is beta distributed with
/// n/2 and 1/2. Usable in constants. Relative error at most 2e-14 for a double, 2e-5 for a float (tested).

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/statistics/beta.hpp>
#include <kpi/statistics/gamma.hpp>

#include <limits>
#include <optional>

namespace kpi::inline v1::statistics {

/// Phi(z), 0..1: the share of the normal distribution below z. Absent if z is not a number.
template <binary_real Real> [[nodiscard]] constexpr std::optional<Real> normal_cdf(Real z) noexcept {
    if (!(z == z)) return std::nullopt;
    if (z == Real(0)) return Real(0.5);
    const Real x = z * z / Real(2);
    if (x == std::numeric_limits<Real>::infinity()) return z < Real(0) ? Real(0) : Real(1);
    if (x == Real(0)) return Real(0.5); // so small a z that its square is 0
    const auto [inside, outside, density] = detail::gamma_tails(Real(0.5), x);
    return z < Real(0) ? outside / Real(2) : Real(0.5) + inside / Real(2);
}

/// The z below which the share p of the normal distribution lies: 1.96 for 0.975. Absent unless 0 < p < 1.
template <binary_real Real> [[nodiscard]] constexpr std::optional<Real> normal_quantile(Real p) noexcept {
    if (!(Real(0) < p && p < Real(1))) return std::nullopt;
    if (p == Real(0.5)) return Real(0);
    const Real tail = p < Real(0.5) ? p : Real(1) - p;
    const Real size = exp(
        (log(Real(2)) + detail::gamma_point(Real(0.5), Real(1) - Real(2) * tail, Real(2) * tail)) / Real(2));
    return p < Real(0.5) ? -size : size;
}

namespace detail {
/// Student's quantile from the normal one of the same share, for many degrees of freedom n: the expansion in
/// 1/n of R. A. Fisher and E. A. Cornish (Abramowitz and Stegun, 26.7.5). The beta distribution's quantile
/// takes longer the greater n is.
template <binary_real Real> [[nodiscard]] constexpr Real near_normal(Real n, Real z) noexcept {
    const Real x = z * z;
    const Real first = (x + Real(1)) / Real(4);
    const Real second = ((Real(5) * x + Real(16)) * x + Real(3)) / Real(96);
    const Real third = (((Real(3) * x + Real(19)) * x + Real(17)) * x - Real(15)) / Real(384);
    const Real fourth =
        ((((Real(79) * x + Real(776)) * x + Real(1482)) * x - Real(1920)) * x - Real(945)) / Real(92160);
    return z * (Real(1) + (first + (second + (third + fourth / n) / n) / n) / n);
}
} // namespace detail

/// The t below which the share p of Student's distribution with n degrees of freedom lies. Absent unless n >
/// 0 and 0 < p < 1.
template <binary_real Real>
[[nodiscard]] constexpr std::optional<Real> student_quantile(Real n, Real p) noexcept {
    if (!detail::is_shape(n) || !(Real(0) < p && p < Real(1))) return std::nullopt;
    if (p == Real(0.5)) return Real(0);
    if (n >= Real(1000))
        if (const Real z = *normal_quantile(p); n > Real(100) * z * z) return detail::near_normal(n, z);
    const Real tail = p < Real(0.5) ? p : Real(1) - p;
    const Real log_odds =
        detail::beta_point(n / Real(2), Real(0.5), Real(2) * tail, Real(1) - Real(2) * tail);
    const Real size = sqrt(n) * exp(-log_odds / Real(2));
    return p < Real(0.5) ? -size : size;
}

} // namespace kpi::inline v1::statistics
