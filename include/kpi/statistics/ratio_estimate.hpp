// SPDX-License-Identifier: MIT
#pragma once

/// The range of a ratio of totals where the counts cluster: answers per call, where one prospect picks up and
/// another never does. For m prospects with x calls and y answers each, the ratio is R = sum y / sum x, and
/// its variance by linearisation m / (m - 1) sum (y - R x)^2 / (sum x)^2 (W. G. Cochran, "Sampling
/// techniques", 3rd ed., 1977, eq. 6.13, for a large population), with t of m - 1 degrees of freedom. From 30
/// prospects on: below that the linearisation does not hold. An interval that takes the calls as independent
/// is too narrow: with 200 prospects of different rates, Wilson's at 95 % covers in 64 % of cases (tested).

#include <kpi/core/math.hpp>
#include <kpi/core/pair_sums.hpp>
#include <kpi/core/uint128.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/normal.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// The fewest prospects (cases, clusters) for which a ratio of totals has a range.
inline constexpr std::uint64_t least_clusters = 30;

/// The range of sum y / sum x, never below 0, from the sums over prospects of their x and y. Absent for fewer
/// than 30, for 2^32 or more, without x, and if all have the same ratio, so that nothing tells how far
/// another sample would be off. One quantile of Student's t.
template <binary_real Real = double>
[[nodiscard]] constexpr std::optional<interval<Real>>
ratio_interval(const pair_sums &sums, std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    if (sums.n < least_clusters || (sums.n >> 32) != 0 || sums.x == 0 || !at.defined()) return std::nullopt;
    // n sum (a - mean a)(b - mean b), exact in 128 bits. As the y - R x sum to 0, these tell their squares.
    const auto spread = [&](const uint128 &ab, std::uint64_t a, std::uint64_t b) {
        const uint128 plus = ab * sums.n, minus = uint128::product(a, b);
        return plus < minus ? -(minus - plus).as<Real>() : (plus - minus).as<Real>();
    };
    const Real n = Real(sums.n), x = Real(sums.x), ratio = Real(sums.y) / x;
    const Real yy = spread(sums.yy, sums.y, sums.y), xx = ratio * ratio * spread(sums.xx, sums.x, sums.x);
    const Real squares = yy - Real(2) * ratio * spread(sums.xy, sums.x, sums.y) + xx;
    if (!(Real(16) * std::numeric_limits<Real>::epsilon() * (yy + xx) < squares)) return std::nullopt;
    const Real error = sqrt(squares / (n - Real(1))) / x;
    const Real reach = -*student_quantile(n - Real(1), at.tail()) * error;
    return interval<Real>{ratio < reach ? Real(0) : ratio - reach, ratio + reach};
}

} // namespace kpi::inline v1::statistics
