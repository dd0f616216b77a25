// SPDX-License-Identifier: MIT
#pragma once

/// The range of a net promoter score and of the difference of two, and the test of that difference: the
/// adjusted Wald interval of B. Rocks ("Interval estimation for the net promoter score", The American
/// Statistician 70, 2016). It adds three answers, 3/4 of a promoter, 3/4 of a detractor and 3/2 passives, so
/// that it is sound for few answers and unanimous ones. In points: -100..100 for a score, -200..200 for a
/// difference.
/// It takes those who answered as a sample of all who were asked; where few answer, doubt that first.

#include <kpi/core/math.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/score.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/log_rank.hpp>

#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

namespace detail {

/// A score with the three answers added, in 0..1, and its variance.
template <binary_real Real> struct adjusted_score {
    Real value{};
    Real variance{};

    template <counter C> constexpr explicit adjusted_score(const score<C> &s) noexcept {
        const Real n = Real(s.answers) + Real(3), for_it = (Real(s.favour) + Real(0.75)) / n;
        const Real against = (Real(s.against) + Real(0.75)) / n;
        value = for_it - against;
        variance = (for_it + against - value * value) / n;
    }
};

/// From value - z se to value + z se, in points, within -most..most of them.
template <binary_real Real>
[[nodiscard]] constexpr interval<Real> wald(Real value, Real variance, Real z, Real most) noexcept {
    const Real reach = z * sqrt(variance), low = value - reach, high = value + reach;
    return {Real(100) * (low < -most ? -most : low), Real(100) * (most < high ? most : high)};
}

template <counter C> [[nodiscard]] constexpr bool is_surveyed(const score<C> &s) noexcept {
    const bool coherent = s.favour <= s.answers && s.against <= s.answers - s.favour;
    return s.has_value() && !s.saturated() && coherent;
}

} // namespace detail

/// The range of a score. Absent without an answer, for a saturated score, and for more favour and against
/// than answers. One normal quantile.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>>
net_promoter_interval(const score<C> &s, std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    if (!detail::is_surveyed(s) || !at.defined()) return std::nullopt;
    const detail::adjusted_score<Real> a{s};
    return detail::wald(a.value, a.variance, z_of(at).value, Real(1));
}

/// The range of `now` less `before`, of two waves that different people answered. Absent if one of the two
/// is. One normal quantile.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>>
net_promoter_difference(const score<C> &now, const score<C> &before,
                        std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    if (!detail::is_surveyed(now) || !detail::is_surveyed(before) || !at.defined()) return std::nullopt;
    const detail::adjusted_score<Real> a{now}, b{before};
    return detail::wald(a.value - b.value, a.variance + b.variance, z_of(at).value, Real(2));
}

/// Whether that difference is chance: z is above 0 where `now` has the greater score. Absent where one of the
/// two has no range. One normal distribution function.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<test_result<Real>> net_promoter_test(const score<C> &now,
                                                                           const score<C> &before) noexcept {
    if (!detail::is_surveyed(now) || !detail::is_surveyed(before)) return std::nullopt;
    const detail::adjusted_score<Real> a{now}, b{before};
    return detail::result_of((a.value - b.value) / sqrt(a.variance + b.variance));
}

} // namespace kpi::inline v1::statistics
