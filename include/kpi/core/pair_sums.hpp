// SPDX-License-Identifier: MIT
#pragma once

/// The exact sums of n pairs of whole numbers, of their squares and of their products: all that a covariance,
/// a line or a ratio is read from. Empty all are 0.

#include <kpi/core/uint128.hpp>

#include <cstdint>

namespace kpi::inline v1 {

struct pair_sums {
    std::uint64_t n{};
    std::uint64_t x{};
    std::uint64_t y{};
    uint128 xx{};
    uint128 xy{};
    uint128 yy{};

    friend constexpr bool operator==(const pair_sums &, const pair_sums &) = default;
};

} // namespace kpi::inline v1
