// SPDX-License-Identifier: MIT
#pragma once

/// A quantile of n values, as a histogram can tell it: the true one lies in low..high, and you read the
/// middle. It is absent while empty (n = 0), and if a count that it depends on is saturated.

#include <kpi/core/reading.hpp>

#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

template <std::unsigned_integral Value> struct quantile : reading<quantile<Value>> {
    Value low{};       ///< the value is not below this
    Value high{};      ///< and not above this
    std::uint64_t n{}; ///< how many values; 0: absent
    bool too_few{}; ///< n is so small that the quantile is just the least or the greatest value: no p95 of 3

    constexpr quantile() = default;
    /// A quantile of n values that lies between two bounds, both included.
    constexpr quantile(Value low_, Value high_, std::uint64_t n_, bool too_few_) noexcept
        : low{low_}, high{high_}, n{n_}, too_few{too_few_} {}

    /// (low + high) / 2.
    [[nodiscard]] constexpr fraction<std::uint64_t> exact() const noexcept {
        if (n == 0 || saturated()) return {};
        const std::uint64_t sum = std::uint64_t{low} + high;
        if (sum < low)
            return {low + (std::uint64_t{high} - low) / 2, 1}; // 64 bits, past the middle of the range
        return {sum, 2};
    }
    /// True if a count has reached its type's maximum.
    [[nodiscard]] constexpr bool saturated() const noexcept { return is_saturated(n); }
    /// A quantile has the unit of its values and is not a share of anything.
    template <class Real = double> std::optional<Real> percent() const = delete;

    friend constexpr bool operator==(const quantile &, const quantile &) = default;
};

} // namespace kpi::inline v1
