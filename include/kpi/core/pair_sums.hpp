// SPDX-License-Identifier: MIT
#pragma once

/// The exact sums of n pairs of whole numbers, of their squares and of their products: all that you need to
/// read a covariance, a line or a ratio. While empty, all are 0.

#include <kpi/core/uint128.hpp>

#include <cstdint>

namespace kpi::inline v1 {

struct pair_sums {
    std::uint64_t n{}; ///< how many pairs
    std::uint64_t x{}; ///< sum of x
    std::uint64_t y{}; ///< sum of y
    uint128 xx{};      ///< sum of x * x
    uint128 xy{};      ///< sum of x * y
    uint128 yy{};      ///< sum of y * y

    friend constexpr bool operator==(const pair_sums &, const pair_sums &) = default;
};

} // namespace kpi::inline v1
