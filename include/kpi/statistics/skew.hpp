// SPDX-License-Identifier: MIT
#pragma once

/// How unevenly a team's result is spread over its reps, and what is left without the superstars (METRICS.md,
/// section 8): for all reps of a role, those with 0 too, in any order, which is not changed. A team is
/// counted, not sampled, so none of this has an interval. Exact in 64 bits of integers; absent, rather than
/// wrong, where a sum or product does not fit, and for negative figures.

#include <kpi/core/checked.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/span_of.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1::statistics {

namespace detail {

/// The sum, or nothing if one is negative or the sum does not fit.
template <std::integral I>
[[nodiscard]] constexpr std::optional<std::uint64_t> total(std::span<const I> values) noexcept {
    std::uint64_t sum = 0;
    for (const I value : values) {
        const auto more = value < I{0} ? std::nullopt : checked_add(sum, static_cast<std::uint64_t>(value));
        if (!more) return std::nullopt;
        sum = *more;
    }
    return sum;
}

/// Whether fewer than k are greater than figure i; of equal ones the first come first.
[[nodiscard]] constexpr bool in_top(std::size_t k, std::size_t i, std::size_t n, auto &&figure) noexcept {
    std::size_t ahead = 0;
    for (std::size_t j = 0; j < n && ahead < k; ++j)
        if (figure(i) < figure(j) || (j < i && !(figure(j) < figure(i)))) ++ahead;
    return ahead < k;
}

template <std::integral I>
[[nodiscard]] constexpr ratio<std::uint64_t> gini(std::span<const I> values) noexcept {
    const auto sum = total(values);
    const auto whole = sum ? checked_multiply<std::uint64_t>(*sum, values.size()) : std::nullopt;
    if (!whole) return {};
    std::uint64_t apart = 0; // at most (n - 1) * sum, so it fits as the whole does
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            apart += static_cast<std::uint64_t>(values[i] < values[j] ? values[j] - values[i]
                                                                      : values[i] - values[j]);
    return {apart, *whole};
}

template <std::integral I>
[[nodiscard]] constexpr proportion<std::uint64_t> top_share(std::span<const I> values,
                                                            std::size_t k) noexcept {
    const auto sum = total(values);
    if (!sum) return {};
    std::uint64_t top = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (in_top(k, i, values.size(), [&](std::size_t at) { return values[at]; }))
            top += static_cast<std::uint64_t>(values[i]);
    return {top, *sum};
}

template <std::integral I>
[[nodiscard]] constexpr ratio<wide<I>> without_top(std::span<const ratio<I>> reps, std::size_t k) noexcept {
    std::optional<wide<I>> a = wide<I>{0}, b = wide<I>{0};
    for (std::size_t i = 0; i < reps.size(); ++i) {
        if (in_top(k, i, reps.size(), [&](std::size_t at) { return reps[at].a; })) continue;
        if (a) a = checked_add<wide<I>>(*a, reps[i].a);
        if (b) b = checked_add<wide<I>>(*b, reps[i].b);
    }
    return a && b ? ratio<wide<I>>{*a, *b} : ratio<wide<I>>{};
}

template <counter C>
[[nodiscard]] constexpr proportion<std::uint64_t> without_top(std::span<const proportion<C>> reps,
                                                              std::size_t k) noexcept {
    proportion<std::uint64_t> others;
    for (std::size_t i = 0; i < reps.size(); ++i) {
        if (in_top(k, i, reps.size(), [&](std::size_t at) { return reps[at].part; })) continue;
        others.part = saturating_add<std::uint64_t>(others.part, reps[i].part);
        others.whole = saturating_add<std::uint64_t>(others.whole, reps[i].whole);
    }
    return others;
}

} // namespace detail

/// The Gini coefficient, from 0 (all alike) to (n - 1)/n (one has all), with no small-sample factor. The sum
/// over i of (2i - n - 1) x_i, x ascending, is the sum of |x_i - x_j| over all pairs, so nothing is sorted.
/// It is over n times the sum of x. Absent at a sum of 0. Takes integers; O(n^2), no memory.
template <contiguous R>
requires std::integral<element_of<R>>
[[nodiscard]] constexpr ratio<std::uint64_t> gini(const R &values) noexcept {
    return detail::gini(span_of(values));
}

/// The share of the k greatest in the sum of all, 0..1; 1 for k of at least n. Absent at a sum of 0. Takes
/// integers; O(n^2), no memory.
template <contiguous R>
requires std::integral<element_of<R>>
[[nodiscard]] constexpr proportion<std::uint64_t> top_share(const R &values, std::size_t k) noexcept {
    return detail::top_share(span_of(values), k);
}

/// The pooled rate of the others: sum over sum, without the k reps of the greatest numerator; of equal ones
/// the first are taken out. Takes ratios (actual : quota) or proportions; leave out reps without a
/// denominator of their own. Absent where nobody is left. O(n^2), no memory.
template <contiguous R>
[[nodiscard]] constexpr auto pooled_without_top(const R &reps, std::size_t k) noexcept {
    return detail::without_top(span_of(reps), k);
}

} // namespace kpi::inline v1::statistics
