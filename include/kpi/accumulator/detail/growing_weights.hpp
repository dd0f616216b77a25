// SPDX-License-Identifier: MIT
#pragma once

/// How much the weight of an event grows within a half-life: see accumulator/decayed.hpp.

#include <array>
#include <cstdint>

namespace kpi::inline v1::detail {

/// 65536 * 2^((i + 1/2) / 64), the weight in the middle of the i-th part of a half-life. The compiler
/// computes it.
inline constexpr std::array<std::uint32_t, 64> growing_weights = [] {
    std::array<std::uint32_t, 64> table{};
    double weight = 65536 * 1.0054299011128027; // 2^(1/128)
    for (std::uint32_t &w : table) {
        w = static_cast<std::uint32_t>(weight + 0.5);
        weight *= 1.0108892860517005; // 2^(1/64)
    }
    return table;
}();

} // namespace kpi::inline v1::detail
