// SPDX-License-Identifier: MIT
#pragma once

/// An unsigned integer of 128 bits, for sums and products that 64 bits do not hold. It is made of two halves,
/// so that 32-bit targets have it too. It does just what exact moments need (accumulator/mean.hpp): it wraps
/// beyond 128 bits, so its users say why they stay within. Empty is 0.

#include <compare>
#include <cstdint>

namespace kpi::inline v1 {

struct uint128 {
    std::uint64_t high{}; ///< the upper 64 bits
    std::uint64_t low{};  ///< the lower 64 bits

    /// a * b, from four products of 32 bits each.
    [[nodiscard]] static constexpr uint128 product(std::uint64_t a, std::uint64_t b) noexcept {
        constexpr std::uint64_t half = 0xffffffffu;
        const std::uint64_t a0 = a & half, a1 = a >> 32, b0 = b & half, b1 = b >> 32;
        const std::uint64_t first = a0 * b0;
        const std::uint64_t second = a1 * b0 + (first >> 32); // at most (2^32 - 1)^2 + 2^32 - 1: it fits
        const std::uint64_t third = a0 * b1 + (second & half);
        return {a1 * b1 + (second >> 32) + (third >> 32), third << 32 | (first & half)};
    }

    /// Modulo 2^128.
    [[nodiscard]] friend constexpr uint128 operator+(uint128 a, uint128 b) noexcept {
        const std::uint64_t sum = a.low + b.low;
        return {a.high + b.high + (sum < a.low ? 1u : 0u), sum};
    }
    /// Modulo 2^128.
    [[nodiscard]] friend constexpr uint128 operator-(uint128 a, uint128 b) noexcept {
        return {a.high - b.high - (a.low < b.low ? 1u : 0u), a.low - b.low};
    }
    /// Modulo 2^128.
    [[nodiscard]] friend constexpr uint128 operator*(uint128 a, std::uint64_t b) noexcept {
        uint128 result = product(a.low, b);
        result.high += a.high * b;
        return result;
    }

    /// The value in any type that can be made from an integer, adds and multiplies; off by that type's
    /// rounding of the parts at most.
    template <class Real> [[nodiscard]] constexpr Real as() const {
        const Real half = Real(std::uint64_t{1} << 32);
        return Real(high) * half * half + Real(low);
    }

    friend constexpr bool operator==(const uint128 &, const uint128 &) = default;
    friend constexpr auto operator<=>(const uint128 &, const uint128 &) = default; ///< by value
};

} // namespace kpi::inline v1
