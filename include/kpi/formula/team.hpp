// SPDX-License-Identifier: MIT
#pragma once

/// Reps and teams against their quotas: the metrics of METRICS.md, section 8, that are functions of their
/// figures. A team is pooled: sum over sum, never the mean of rates. It is counted, not sampled, so none of
/// this has an interval. A rep without a quota (a customer success manager, a new hire) is in no figure.
/// Sources in brackets as there: HS HubSpot, FS FrontSpin, + ours.

#include <kpi/core/checked.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quotient.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/span_of.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1::formula {

/// Actual / quota in the quota's own unit (bookings, opportunities, meetings): for integers an exact ratio,
/// for real numbers an optional number. Not capped at 1; absent for a quota of 0. [HS FS]
template <amount T> [[nodiscard]] constexpr auto quota_attainment(const T &actual, const T &quota) {
    return quotient<T>(actual, quota);
}

namespace detail {

template <std::integral I> [[nodiscard]] constexpr bool has_quota(const ratio<I> &rep) noexcept {
    return rep.b > I{0};
}

template <std::integral I>
[[nodiscard]] constexpr ratio<wide<I>> team_attainment(std::span<const ratio<I>> reps) noexcept {
    std::optional<wide<I>> actual = wide<I>{0}, quota = wide<I>{0};
    for (const ratio<I> &rep : reps) {
        if (!has_quota(rep)) continue;
        if (actual) actual = checked_add<wide<I>>(*actual, rep.a);
        if (quota) quota = checked_add<wide<I>>(*quota, rep.b);
    }
    return actual && quota ? ratio<wide<I>>{*actual, *quota} : ratio<wide<I>>{};
}

template <std::integral I>
[[nodiscard]] constexpr proportion<std::uint32_t>
share_of_reps_at_quota(std::span<const ratio<I>> reps) noexcept {
    proportion<std::uint32_t> at_quota;
    for (const ratio<I> &rep : reps) {
        if (!has_quota(rep)) continue;
        at_quota.whole = saturating_add(at_quota.whole, std::uint32_t{1});
        at_quota.part = saturating_add(at_quota.part, std::uint32_t{rep.a >= rep.b});
    }
    return at_quota;
}

} // namespace detail

/// Sum of actual / sum of quotas, for a range of each rep's `ratio{actual, quota}`. Absent where no rep has a
/// quota, and where a sum does not fit in 64 bits. O(reps). [HS FS]
template <contiguous R> [[nodiscard]] constexpr auto team_attainment(const R &reps) noexcept {
    return detail::team_attainment(span_of(reps));
}

/// Reps whose actual reaches their quota, of reps with a quota. 0..1; absent where no rep has one. [FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> share_of_reps_at_quota(C reps_at_quota, C reps_with_quota) noexcept {
    return {reps_at_quota, reps_with_quota};
}

/// The same for a range of each rep's `ratio{actual, quota}`. O(reps). [FS]
template <contiguous R>
[[nodiscard]] constexpr proportion<std::uint32_t> share_of_reps_at_quota(const R &reps) noexcept {
    return detail::share_of_reps_at_quota(span_of(reps));
}

/// Prospects contacted in the period for one rep. Absent without a rep. [HS]
template <counter C> [[nodiscard]] constexpr ratio<C> workload(C prospects_contacted, C reps) noexcept {
    return {prospects_contacted, reps};
}

/// (talk time + wrap-up time) / time logged in, all in one unit. Absent for no time. [+]
template <counter C> [[nodiscard]] constexpr ratio<C> occupancy(C talk, C wrap_up, C logged_in) noexcept {
    return {saturating_add(talk, wrap_up), logged_in};
}

} // namespace kpi::inline v1::formula
