// SPDX-License-Identifier: MIT
#pragma once

/// How far apart two rates are, as a range: their difference by R. G. Newcombe ("Interval estimation for the
/// difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17,
/// 1998, method 10), their ratio by P. A. R. Koopman ("Confidence intervals for the ratio of two binomial
/// proportions", Biometrics 40, 1984). Both take all trials as independent: not for groups that share cases,
/// nor for touches of one prospect. Absent if one of the proportions is empty, incoherent or saturated.

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/detail/turning_point.hpp>
#include <kpi/statistics/interval.hpp>

#include <limits>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// The range of a - b, within -1..1: as far from the difference as the two Wilson intervals reach, their
/// reaches added at a right angle. Two Wilson intervals and two square roots.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>>
newcombe(const proportion<C> &a, const proportion<C> &b,
         std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    const auto z = z_of(at);
    const auto of_a = wilson<Real>(a, z), of_b = wilson<Real>(b, z);
    if (!of_a || !of_b) return std::nullopt;
    const Real p = Real(a.part) / Real(a.whole), q = Real(b.part) / Real(b.whole);
    const auto reach = [](Real x, Real y) { return sqrt(x * x + y * y); };
    const Real low = p - q - reach(p - of_a->low, of_b->high - q);
    const Real high = p - q + reach(of_a->high - p, q - of_b->low);
    return interval<Real>{low < Real(-1) ? Real(-1) : low, Real(1) < high ? Real(1) : high};
}

namespace detail {

/// Koopman's chi-square of a ratio: how badly two rates with exactly that ratio explain the two parts. With
/// p1 = ratio p2, p2 is the smaller root of n ratio p2^2 - ((n1 + x2) ratio + x1 + n2) p2 + x1 + x2 = 0.
template <binary_real Real>
[[nodiscard]] constexpr Real score_of_ratio(Real x1, Real n1, Real x2, Real n2, Real ratio) noexcept {
    const Real b = (n1 + x2) * ratio + x1 + n2, both = x1 + x2;
    const Real square = b * b - Real(4) * (n1 + n2) * ratio * both;
    const Real p2 = Real(2) * both / (b + sqrt(square < Real(0) ? Real(0) : square)), p1 = ratio * p2;
    // The two terms have one numerator but for the sign, ((x - n p) / (1 - p))^2; of the side with fewer.
    const Real rest = ratio < Real(1) ? Real(1) - p1 : Real(1) - p2;
    if (!(Real(0) < rest)) return Real(0); // all of both, and a ratio of 1
    const Real off = (ratio < Real(1) ? x1 - n1 * p1 : x2 - n2 * p2) / rest;
    return off * off * ((Real(1) - p1) / (n1 * p1) + (Real(1) - p2) / (n2 * p2));
}

} // namespace detail

/// The range of a / b, from 0 on; without an upper limit (infinity) where b has no part. Absent also where
/// neither has a part. Some hundred evaluations of the score.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>>
koopman(const proportion<C> &a, const proportion<C> &b,
        std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    const auto is_sample = [](const proportion<C> &p) {
        return p.has_value() && p.coherent() && !p.saturated();
    };
    if (!is_sample(a) || !is_sample(b) || (a.part == 0 && b.part == 0) || !at.defined()) return std::nullopt;
    const Real x1 = Real(a.part), n1 = Real(a.whole), x2 = Real(b.part), n2 = Real(b.whole);
    const Real z = z_of(at).value;
    // In the logarithm of the ratio, and no farther than any two counts of 64 bits bring it.
    constexpr Real farthest{50};
    const auto holds = [=](Real t) { return detail::score_of_ratio(x1, n1, x2, n2, exp(t)) <= z * z; };
    const Real estimate = x1 == Real(0) ? -farthest : x2 == Real(0) ? farthest : log(x1 / n1 / (x2 / n2));
    interval<Real> range{Real(0), std::numeric_limits<Real>::infinity()};
    if (a.part != 0) range.low = exp(detail::turning_point_from(estimate, Real(-0.5), -farthest, holds));
    if (b.part != 0) range.high = exp(detail::turning_point_from(estimate, Real(0.5), farthest, holds));
    return range;
}

} // namespace kpi::inline v1::statistics
