// SPDX-License-Identifier: MIT
#pragma once

/// What the gamma and the beta distribution share: Stirling's error, the deviance, and the search for the
/// point of a given tail. C. Loader, "Fast and accurate computation of binomial probabilities", 2000: a
/// density written with the first two loses no digits where the counts are large.

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>

#include <limits>

namespace kpi::inline v1::statistics::detail {

/// Both tails of a distribution at t, and the density there.
template <binary_real Real> struct tails {
    Real lower{};
    Real upper{};
    Real density{};
};

/// One half of log 2 pi.
template <binary_real Real> inline constexpr Real half_log_2pi = Real(0.91893853320467274);
template <binary_real Real> inline constexpr Real two_pi = Real(6.2831853071795865);

/// log Gamma(a) less (a - 1/2) log a - a + log(2 pi) / 2, for a > 0. By Stirling's series (DLMF 5.11.1) from
/// 10 on, and below that by Gamma(a + 1) = a Gamma(a).
template <binary_real Real> [[nodiscard]] constexpr Real stirling_error(Real a) noexcept {
    Real below{0};
    while (a < Real(10)) {
        below += (a + Real(0.5)) * log1p(Real(1) / a) - Real(1);
        a += Real(1);
    }
    const Real x = Real(1) / (a * a);
    constexpr Real c[]{Real(1) / Real(12),    Real(-1) / Real(360), Real(1) / Real(1260),
                       Real(-1) / Real(1680), Real(1) / Real(1188), Real(-691) / Real(360360),
                       Real(1) / Real(156)};
    Real sum{0};
    for (int i = 6; i >= 0; --i)
        sum = c[i] + x * sum;
    return below + sum / a;
}

/// k log(k / mean) + mean - k, for k > 0: how unlikely k is where `mean` is expected. `apart` is mean - k
/// from the caller, who may have it with more digits; then no digit is lost where the two are close.
template <binary_real Real> [[nodiscard]] constexpr Real deviance(Real k, Real mean, Real apart) noexcept {
    const Real u = apart / k;
    const bool close = Real(-0.29) < u && u < Real(0.41);
    return k * (close ? kpi::detail::log1p_excess(u) : u - log(mean / k));
}

/// log of the chance of k of n, 0 < k < n, each with p, where q = 1 - p.
template <binary_real Real>
[[nodiscard]] constexpr Real log_binomial(Real k, Real n, Real p, Real q) noexcept {
    const Real rest = n - k, apart = p < q ? n * p - k : rest - n * q; // of the one that has more digits
    return stirling_error(n) - stirling_error(k) - stirling_error(rest) - deviance(k, n * p, apart) -
           deviance(rest, n * q, -apart) - half_log_2pi<Real> - log(k / n * rest) / Real(2);
}

/// The point where the smaller tail has the given size: `p` below it, or `q` = 1 - p above it. The density in
/// t must be log-concave: then so is each tail, and Newton's method on its logarithm comes from one side and
/// cannot overshoot after its first step, which is kept short. `start` is near the middle.
template <binary_real Real>
[[nodiscard]] constexpr Real point_of_tail(Real p, Real q, Real start, const auto &at) noexcept {
    const bool from_below = p <= q;
    const Real wanted = from_below ? p : q;
    Real t = start;
    for (int i = 0; i < 200; ++i) {
        const tails<Real> now = at(t);
        const Real tail = from_below ? now.lower : now.upper;
        const Real apart = log(wanted / tail);
        const Real step = (apart < Real(-2) ? Real(-2) : apart) * tail / now.density;
        const Real next = from_below ? t + step : t - step;
        const Real moved = next < t ? t - next : next - t, size = t < Real(0) ? -t : t;
        t = next;
        if (!(moved > std::numeric_limits<Real>::epsilon() * (Real(1) + size))) break;
    }
    return t;
}

} // namespace kpi::inline v1::statistics::detail
