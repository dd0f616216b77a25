// SPDX-License-Identifier: MIT
#pragma once

/// Whether the values of one group are smaller than those of another, such as the days that won deals took,
/// and by how much: the rank sum test (F. Wilcoxon, Biometrics Bulletin 1, 1945; H. B. Mann and D. R.
/// Whitney, Annals of Mathematical Statistics 18, 1947), and the shift, which is the median of all
/// differences between a value of one group and a value of the other (J. L. Hodges and E. L. Lehmann,
/// "Estimates of location based on rank tests", Annals of Mathematical Statistics 34, 1963). Both hold for
/// every distribution, and one huge value moves them no more than a large one.

#include <kpi/core/bounds.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/span_of.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/log_rank.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// The fewest values of each group from which the normal distribution tells the rest.
inline constexpr std::size_t least_values = 8;

/// How far the values of `b` exceed those of `a`, in their unit.
struct shift {
    std::int64_t value{};         ///< for an even number of differences, the lower of the two middle ones
    bounds<std::int64_t> range{}; ///< at the level that was asked for

    friend constexpr bool operator==(const shift &, const shift &) = default;
};

namespace detail {

/// How many pairs have b - a of at most `most`. Both ascend.
template <std::integral T>
[[nodiscard]] constexpr std::uint64_t pairs_within(std::span<const T> a, std::span<const T> b,
                                                   std::int64_t most) noexcept {
    std::uint64_t pairs = 0;
    std::size_t j = 0;
    for (const T x : a) {
        while (j < b.size() && static_cast<std::int64_t>(b[j]) - static_cast<std::int64_t>(x) <= most)
            ++j;
        pairs += j;
    }
    return pairs;
}

/// The difference at a rank, from 1 on, found by halving.
template <std::integral T>
[[nodiscard]] constexpr std::int64_t difference_of_rank(std::span<const T> a, std::span<const T> b,
                                                        std::uint64_t rank) noexcept {
    std::int64_t low = static_cast<std::int64_t>(b.front()) - static_cast<std::int64_t>(a.back());
    std::int64_t high = static_cast<std::int64_t>(b.back()) - static_cast<std::int64_t>(a.front());
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (pairs_within(a, b, middle) < rank)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace detail

/// A number whose differences fit in 64 bits.
template <class T>
concept short_number = std::integral<T> && !std::same_as<T, bool> && sizeof(T) <= 4;

/// The test of two groups of ascending whole numbers; equal ones share their ranks. Absent for fewer than
/// eight in a group, and if all are equal. O(values), no memory.
template <binary_real Real = double, contiguous R>
requires short_number<element_of<R>>
[[nodiscard]] constexpr std::optional<test_result<Real>> rank_sum(const R &a, const R &b) noexcept {
    const auto in_a = span_of(a), in_b = span_of(b);
    if (in_a.size() < least_values || in_b.size() < least_values) return std::nullopt;
    // Twice the pairs in which a is smaller, less half of all: equal ones count once.
    const std::uint64_t not_above = detail::pairs_within(in_b, in_a, 0),
                        below = detail::pairs_within(in_b, in_a, -1);
    const Real m = Real(in_a.size()), n = Real(in_b.size()), all = m + n;
    Real tied{0};
    for (std::size_t i = 0, j = 0; i < in_a.size() || j < in_b.size();) {
        const auto x = j == in_b.size() || (i < in_a.size() && in_a[i] < in_b[j]) ? in_a[i] : in_b[j];
        const std::size_t from = i + j;
        while (i < in_a.size() && in_a[i] == x)
            ++i;
        while (j < in_b.size() && in_b[j] == x)
            ++j;
        const Real t = Real(i + j - from);
        tied += (t * t - Real(1)) * t;
    }
    const Real variance = m * n / Real(12) * (all + Real(1) - tied / (all * (all - Real(1))));
    if (!(Real(0) < variance)) return std::nullopt;
    return detail::result_of((Real(not_above + below) - m * n) / Real(2) / sqrt(variance));
}

/// How far b's values exceed a's, for two groups of ascending whole numbers, with its range. Absent for fewer
/// than eight in a group. O(values) for each bit of their range, no memory.
template <binary_real Real = double, contiguous R>
requires short_number<element_of<R>>
[[nodiscard]] constexpr std::optional<shift>
shift_between(const R &a, const R &b, std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    const auto in_a = span_of(a), in_b = span_of(b);
    if (in_a.size() < least_values || in_b.size() < least_values || !at.defined()) return std::nullopt;
    const std::uint64_t pairs = std::uint64_t{in_a.size()} * in_b.size();
    const Real error = sqrt(Real(pairs) * Real(in_a.size() + in_b.size() + 1) / Real(12));
    const Real outer = Real(pairs) / Real(2) - z_of(at).value * error;
    const std::uint64_t rank = outer < Real(1) ? 1 : static_cast<std::uint64_t>(outer);
    return shift{detail::difference_of_rank(in_a, in_b, (pairs + 1) / 2),
                 {detail::difference_of_rank(in_a, in_b, rank),
                  detail::difference_of_rank(in_a, in_b, pairs + 1 - rank)}};
}

} // namespace kpi::inline v1::statistics
