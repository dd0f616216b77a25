// SPDX-License-Identifier: MIT
#pragma once

/// A mean before it is divided: the number of values, the exact sum of those that are 0 or more, and the
/// exact sum of those below 0, which is taken off; both sums are in the values' own unit. Pooled means add
/// up: sum over sum, never the mean of means (METRICS.md, rule 1). It is absent while empty (n = 0), and once
/// it is saturated, since nobody knows what has been left out of the sum.

#include <kpi/core/reading.hpp>

#include <cstdint>

namespace kpi::inline v1 {

struct mean_value : reading<mean_value> {
    std::uint64_t sum{};       ///< of the values that are 0 or more
    std::uint64_t n{};         ///< how many values; 0: absent
    std::uint64_t taken_off{}; ///< the sum of the values below 0, without the sign

    constexpr mean_value() = default;
    /// The mean of n values whose sum is sum - taken_off.
    constexpr mean_value(std::uint64_t sum_, std::uint64_t n_, std::uint64_t taken_off_ = 0) noexcept
        : sum{sum_}, n{n_}, taken_off{taken_off_} {}

    /// (sum - taken off) / n, with its sign.
    [[nodiscard]] constexpr fraction<std::uint64_t> exact() const noexcept {
        return saturated() ? fraction<std::uint64_t>{}
                           : fraction<std::uint64_t>::of_difference(sum, taken_off, n);
    }
    /// True once the sum or n has reached its type's maximum.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return is_saturated(sum) || is_saturated(taken_off) || is_saturated(n);
    }
    /// A mean has the unit of its values and is not a share of anything.
    template <class Real = double> std::optional<Real> percent() const = delete;

    /// Pooled: the values of both.
    constexpr mean_value &operator+=(mean_value other) noexcept {
        sum = saturating_add(sum, other.sum);
        n = saturating_add(n, other.n);
        taken_off = saturating_add(taken_off, other.taken_off);
        return *this;
    }

    friend constexpr bool operator==(const mean_value &, const mean_value &) = default;
};

} // namespace kpi::inline v1
