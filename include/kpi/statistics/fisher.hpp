// SPDX-License-Identifier: MIT
#pragma once

/// Whether two rates differ by more than chance: Fisher's exact test with the mid-p value (H. O. Lancaster,
/// "Significance tests in discrete distributions", JASA 56, 1961), at any number of trials. Given the number
/// of parts in all, the number that falls to a is hypergeometric if both have one rate. The p value is twice
/// the smaller tail, in which the observed number counts by half. It assumes that all trials are independent.

#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/two_proportions.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

namespace detail {

/// The weights below, at and above the observed part, in one unit.
template <binary_real Real> struct split_by_observed {
    Real below{}, at{}, above{};

    constexpr void add(std::uint64_t x, std::uint64_t observed, Real weight) noexcept {
        (x < observed ? below : x == observed ? at : above) += weight;
    }
};

/// The hypergeometric distribution from its middle outward, each weight from the one before it.
template <binary_real Real>
[[nodiscard]] constexpr split_by_observed<Real>
hypergeometric(std::uint64_t observed, std::uint64_t n1, std::uint64_t n2, std::uint64_t both) noexcept {
    constexpr Real enough = std::numeric_limits<Real>::epsilon() / Real(16);
    const std::uint64_t least = both > n2 ? both - n2 : 0, most = both < n1 ? both : n1;
    auto middle = static_cast<std::uint64_t>(Real(both) * (Real(n1) / (Real(n1) + Real(n2))));
    middle = middle < least ? least : middle > most ? most : middle;
    split_by_observed<Real> sums;
    sums.add(middle, observed, Real(1));
    Real weight{1};
    for (std::uint64_t x = middle; x < most && weight > Real(0); ++x) {
        weight *= Real(n1 - x) / Real(x + 1) * (Real(both - x) / Real(n2 - both + x + 1));
        sums.add(x + 1, observed, weight);
        if (x + 1 > observed && weight < enough * (sums.at + sums.above)) break;
    }
    weight = Real(1);
    for (std::uint64_t x = middle; x > least && weight > Real(0); --x) {
        weight *= Real(x) / Real(n1 - x + 1) * (Real(n2 - both + x) / Real(both - x + 1));
        sums.add(x - 1, observed, weight);
        if (x - 1 < observed && weight < enough * (sums.at + sums.below)) break;
    }
    return sums;
}

} // namespace detail

/// The two-sided mid-p value, 0..1: how often chance alone makes two rates differ this much. 1 if there is
/// nothing to differ by. Absent if one of the proportions is empty, incoherent or saturated. Some standard
/// deviations' worth of steps: for n trials on each side some 5 sqrt(n), and as far as the observed part.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<Real> fisher_mid_p(const proportion<C> &a,
                                                         const proportion<C> &b) noexcept {
    for (const proportion<C> &p : {a, b})
        if (!p.has_value() || !p.coherent() || p.saturated()) return std::nullopt;
    const std::uint64_t both = std::uint64_t{a.part} + b.part;
    if (both < a.part) return std::nullopt; // beyond 64 bits
    const auto sums = detail::hypergeometric<Real>(a.part, a.whole, b.whole, both);
    const Real tail = sums.below < sums.above ? sums.below : sums.above;
    return (Real(2) * tail + sums.at) / (sums.below + sums.at + sums.above);
}

/// Whether you may say that a and b differ: only if the test and the range of the difference (newcombe) both
/// say so. Absent if one of the two is. The cost of both.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<bool>
differ(const proportion<C> &a, const proportion<C> &b,
       std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    const auto range = newcombe<Real>(a, b, at);
    const auto p = fisher_mid_p<Real>(a, b);
    if (!range || !p) return std::nullopt;
    return *p <= at.outside() && !range->contains(Real(0));
}

} // namespace kpi::inline v1::statistics
