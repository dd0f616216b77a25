// SPDX-License-Identifier: MIT
#pragma once

/// An unsigned integer of 32 * L bits for decimals of exact fractions, with what scaling, rounding and long
/// division need, and no more. It wraps, so code that uses it says why it stays within. It needs no 64-bit
/// division: decimal digits are split off four at a time, in halves of a limb.

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1::detail {

template <std::size_t L> struct wide {
    std::array<std::uint32_t, L> limbs{}; ///< the least significant first

    [[nodiscard]] static constexpr wide of(std::uint64_t n) noexcept {
        wide w;
        w.limbs[0] = static_cast<std::uint32_t>(n);
        w.limbs[1] = static_cast<std::uint32_t>(n >> 32);
        return w;
    }
    [[nodiscard]] constexpr std::uint64_t low() const noexcept {
        return std::uint64_t{limbs[1]} << 32 | limbs[0];
    }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return used() == 0; }
    /// The number of limbs up to the last one that is not 0.
    [[nodiscard]] constexpr std::size_t used() const noexcept {
        std::size_t n = L;
        while (n > 0 && limbs[n - 1] == 0)
            --n;
        return n;
    }

    constexpr void multiply(std::uint32_t by) noexcept {
        std::uint64_t carry = 0;
        for (std::uint32_t &limb : limbs) {
            carry += std::uint64_t{limb} * by;
            limb = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
    }
    /// Multiplies by 64 bits: by the low half, and by 2^32 times the high half.
    constexpr void multiply_by(std::uint64_t by) noexcept {
        wide upper = *this;
        multiply(static_cast<std::uint32_t>(by));
        upper.multiply(static_cast<std::uint32_t>(by >> 32));
        for (std::size_t i = L; i-- > 1;)
            upper.limbs[i] = upper.limbs[i - 1];
        upper.limbs[0] = 0;
        add(upper);
    }
    constexpr void add(const wide &other) noexcept {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < L; ++i) {
            carry += std::uint64_t{limbs[i]} + other.limbs[i];
            limbs[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
    }
    /// Subtracts the other one if that leaves 0 or more. Otherwise false, and nothing happens.
    constexpr bool take_off(const wide &other) noexcept {
        wide left;
        std::uint32_t borrow = 0;
        for (std::size_t i = 0; i < L; ++i) {
            const std::uint64_t difference = std::uint64_t{limbs[i]} - other.limbs[i] - borrow;
            left.limbs[i] = static_cast<std::uint32_t>(difference);
            borrow = static_cast<std::uint32_t>(difference >> 63);
        }
        if (borrow != 0) return false;
        *this = left;
        return true;
    }
    /// Divides by a number below 2^16 and answers the remainder.
    constexpr std::uint32_t divide(std::uint32_t by) noexcept {
        std::uint32_t rest = 0;
        for (std::size_t i = used(); i-- > 0;) {
            const std::uint32_t upper = rest << 16 | limbs[i] >> 16;
            const std::uint32_t lower = upper % by << 16 | (limbs[i] & 0xffffu);
            limbs[i] = upper / by << 16 | lower / by;
            rest = lower % by;
        }
        return rest;
    }
    /// top / bottom, and what is left of top: long division, bit by bit. The bottom is not 0 and below half
    /// of the range.
    [[nodiscard]] static constexpr wide quotient(wide &top, const wide &bottom) noexcept {
        if constexpr (sizeof(std::size_t) >= sizeof(std::uint64_t))
            if (top.used() <= 2 && bottom.used() <= 2) {
                const wide whole = of(top.low() / bottom.low());
                top = of(top.low() % bottom.low());
                return whole;
            }
        wide whole, rest;
        for (std::size_t i = top.used() * 32; i-- > 0;) {
            rest.multiply(2), whole.multiply(2);
            rest.limbs[0] |= top.limbs[i / 32] >> (i % 32) & 1u;
            if (rest.take_off(bottom)) whole.limbs[0] |= 1u;
        }
        top = rest;
        return whole;
    }

    friend constexpr bool operator==(const wide &, const wide &) = default;
};

} // namespace kpi::inline v1::detail
