// SPDX-License-Identifier: MIT
#pragma once

/// A range of a rate that you may look at whenever you like, as on a wallboard: over all looks
/// together, it misses the true rate with at most the chance that it says, however long it runs. H.
/// Robbins, "Statistical methods related to the law of the iterated logarithm", Annals of
/// Mathematical Statistics 41, 1970: with all rates taken as equally likely beforehand, part of whole
/// trials speak against a rate by the factor 1 / ((n + 1) P(part of n | rate)), which exceeds 20 at
/// any time in at most 5 % of cases. It is for counts since a fixed start, never for a rolling
/// window. It is wider than wilson, which is for one look: at 52 looks a week apart, wilson is wrong
/// in a third of cases.

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/statistics/beta.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/detail/tails.hpp>
#include <kpi/statistics/detail/turning_point.hpp>
#include <kpi/statistics/interval.hpp>

#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

namespace detail {

/// log of the factor, at a rate whose odds are e^t.
template <binary_real Real>
[[nodiscard]] constexpr Real log_factor_against(Real part, Real whole, Real t) noexcept {
    const Real rest = whole - part, p = share_of(t), q = share_of(-t);
    const Real chance = part == Real(0)   ? whole * log(q)
                        : rest == Real(0) ? whole * log(p)
                                          : log_binomial(part, whole, p, q);
    return -log(whole + Real(1)) - chance;
}

} // namespace detail

/// log of the factor by which these trials speak against a rate, in nats: that of 20 is 3. Absent for an
/// empty, incoherent or saturated proportion, and unless the rate lies between 0 and 1.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<Real> log_evidence_against(const proportion<C> &p,
                                                                 std::type_identity_t<Real> rate) noexcept {
    if (!p.has_value() || !p.coherent() || p.saturated()) return std::nullopt;
    if (!(Real(0) < rate && rate < Real(1))) return std::nullopt;
    return detail::log_factor_against(Real(p.part), Real(p.whole), log(rate) - log1p(-rate));
}

/// The range at this look: the rates against which the factor is below 1 / (1 - level). From 0 for no part,
/// to 1 for the whole. Absent for an empty, incoherent or saturated proportion. Some hundred logarithms.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>>
confidence_sequence(const proportion<C> &p,
                    std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    if (!p.has_value() || !p.coherent() || p.saturated() || !at.defined()) return std::nullopt;
    const Real part = Real(p.part), rest = Real(p.whole - p.part), most = -log(at.outside());
    constexpr Real farthest{80};
    const auto holds = [=](Real t) { return detail::log_factor_against(part, part + rest, t) < most; };
    const Real estimate = part == Real(0) ? -farthest : rest == Real(0) ? farthest : log(part / rest);
    interval<Real> range{Real(0), Real(1)};
    if (p.part != 0)
        range.low = detail::share_of(detail::turning_point_from(estimate, Real(-0.5), -farthest, holds));
    if (p.part != p.whole)
        range.high = detail::share_of(detail::turning_point_from(estimate, Real(0.5), farthest, holds));
    return range;
}

} // namespace kpi::inline v1::statistics
