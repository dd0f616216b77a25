// SPDX-License-Identifier: MIT
#pragma once

/// Ranges of counts over time (leads that arrive, deals that are won), if they come independently of each
/// other and at an even rate: Poisson. For a count by itself, F. Garwood's exact interval ("Fiducial limits
/// for the Poisson distribution", Biometrika 28, 1936); for the ratio of two, the exact conditional one (J.
/// Przyborowski and H. Wilenski, Biometrika 31, 1940): given their sum, one of them is binomial. Counts that
/// someone decides on, such as dials, have no such range. If past counts spread more than Poisson, by the
/// index of dispersion, widen the range by its root.

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/span_of.hpp>
#include <kpi/statistics/beta.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/gamma.hpp>
#include <kpi/statistics/interval.hpp>

#include <limits>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// The range of the expected count, from 0 for none. Covers at least as often as it says. Absent for a
/// saturated count. Two gamma quantiles.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>>
poisson_interval(C count, std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    if (is_saturated(count) || !at.defined()) return std::nullopt;
    const Real n = Real(count), tail = at.tail();
    const Real low = count == 0 ? Real(0) : exp(detail::gamma_point(n, tail, Real(1) - tail));
    return interval<Real>{low, exp(detail::gamma_point(n + Real(1), Real(1) - tail, tail))};
}

/// The range of a rate over another: growth is that less 1. `times` is how much longer `now` was counted than
/// `before`, such as 23 working days over 20. From 0 for none now, without an upper limit (infinity) for none
/// before. Covers at least as often as it says. Absent if neither counts any, for a saturated count, and for
/// a time that is not above 0. Two beta quantiles.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>>
ratio_of_counts(C now, C before, std::type_identity_t<confidence<Real>> at = level::of_95,
                std::type_identity_t<Real> times = Real(1)) noexcept {
    const bool timed = Real(0) < times && times < std::numeric_limits<Real>::infinity();
    if (is_saturated(now) || is_saturated(before) || (now == 0 && before == 0)) return std::nullopt;
    if (!at.defined() || !timed) return std::nullopt;
    const Real a = Real(now), b = Real(before), tail = at.tail();
    interval<Real> range{Real(0), std::numeric_limits<Real>::infinity()};
    // The odds of a binomial share are the ratio.
    if (now != 0) range.low = exp(detail::beta_point(a, b + Real(1), tail, Real(1) - tail)) / times;
    if (before != 0) range.high = exp(detail::beta_point(a + Real(1), b, Real(1) - tail, tail)) / times;
    return range;
}

/// The variance of counts of equal periods over their mean: 1 for Poisson, more where they cluster. In any
/// real type, exact in a rational one. Absent for fewer than two, and if all are 0. O(n), two passes.
template <class Real = double, contiguous R>
[[nodiscard]] constexpr std::optional<Real> index_of_dispersion(const R &counts) {
    static_assert(can_hold_a_rate<Real>());
    const auto all = span_of(counts);
    Real sum{0}, squares{0};
    for (const auto count : all)
        sum = sum + Real(count);
    if (all.size() < 2 || !(Real(0) < sum)) return std::nullopt;
    const Real mean = sum / Real(all.size());
    for (const auto count : all)
        squares = squares + (Real(count) - mean) * (Real(count) - mean);
    return squares / mean / Real(all.size() - 1);
}

/// The range, widened about the estimate by the root of the index of dispersion where that exceeds 1; never
/// below 0. The index needs a dozen periods: from fewer, it is itself a matter of chance.
template <binary_real Real>
[[nodiscard]] constexpr interval<Real> widened(const interval<Real> &range,
                                               std::type_identity_t<Real> estimate,
                                               std::type_identity_t<Real> dispersion) noexcept {
    if (!(Real(1) < dispersion)) return range;
    const Real by = sqrt(dispersion), low = estimate - by * (estimate - range.low);
    return {low < Real(0) ? Real(0) : low, estimate + by * (range.high - estimate)};
}

} // namespace kpi::inline v1::statistics
