// SPDX-License-Identifier: MIT
#pragma once

/// Why a total rate moved: because the groups' own rates did, because their weights did (more of the trials
/// go to the harder half, so that the total falls while every group rises: Simpson), or because groups came
/// and went. E. M. Kitagawa, "Components of a difference between two rates", JASA 50, 1955, with mean
/// weights: for a group with shares w and rates r in both periods, (w + w') / 2 (r' - r) is due to its rate
/// and (r + r') / 2 (w' - w) to its weight. For a group in one period only, all it brings, w' r', or took, -w
/// r, is due to its coming or going. The three sum exactly to the difference of the totals.

#include <kpi/core/proportion.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/span_of.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kpi::inline v1::statistics {

/// How far each cause moved a total rate, in its unit; their sum is how far it moved.
template <class Real> struct mix_change {
    Real by_rates{0};      ///< due to the groups' own rates
    Real by_weights{0};    ///< due to how the trials are spread over the groups that both periods have
    Real by_membership{0}; ///< due to groups that only one period has

    /// How far the rate moved, in all.
    [[nodiscard]] constexpr Real total() const { return by_rates + by_weights + by_membership; }
    friend constexpr bool operator==(const mix_change &, const mix_change &) = default;
};

namespace detail {

/// The sum of the wholes, or nothing where it is 0, saturated or a proportion is incoherent.
template <class Groups>
[[nodiscard]] constexpr std::optional<std::uint64_t> trials(const Groups &groups) noexcept {
    std::uint64_t sum = 0;
    for (const auto &group : groups) {
        if (!group.coherent() || group.saturated()) return std::nullopt;
        sum = saturating_add<std::uint64_t>(sum, group.whole);
    }
    return sum == 0 || is_saturated(sum) ? std::nullopt : std::optional{sum};
}

} // namespace detail

/// What moved the pooled rate from `before` to `now`, two ranges of proportions with the same groups at the
/// same places, empty if a period lacks the group. In any real type, exact in a rational one. Absent if a
/// period has no trials, if the ranges differ in size, and for incoherent or saturated proportions.
/// O(groups).
template <class Real = double, contiguous R>
[[nodiscard]] constexpr std::optional<mix_change<Real>> mix(const R &before, const R &now) {
    static_assert(can_hold_a_rate<Real>());
    const auto a = span_of(before), b = span_of(now);
    const auto of_a = detail::trials(a), of_b = detail::trials(b);
    if (!of_a || !of_b || a.size() != b.size()) return std::nullopt;
    mix_change<Real> change;
    for (std::size_t g = 0; g < a.size(); ++g) {
        if (!a[g].has_value() || !b[g].has_value()) { // a share times a rate is a part of all
            change.by_membership =
                change.by_membership + Real(b[g].part) / Real(*of_b) - Real(a[g].part) / Real(*of_a);
            continue;
        }
        const Real w = Real(a[g].whole) / Real(*of_a), w_now = Real(b[g].whole) / Real(*of_b);
        const Real r = Real(a[g].part) / Real(a[g].whole), r_now = Real(b[g].part) / Real(b[g].whole);
        change.by_rates = change.by_rates + (w + w_now) / Real(2) * (r_now - r);
        change.by_weights = change.by_weights + (r + r_now) / Real(2) * (w_now - w);
    }
    return change;
}

} // namespace kpi::inline v1::statistics
