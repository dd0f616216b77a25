// SPDX-License-Identifier: MIT
#pragma once

/// Quotient and remainder of unsigned integers at once. Integers wider than a machine word are divided digit
/// by digit: otherwise the first 64-bit division would bring 600 to 800 bytes of library into a Cortex-M's
/// image. The divisor must not be 0.

#include <bit>
#include <concepts>
#include <cstddef>
#include <type_traits>

namespace kpi::inline v1 {

/// The result of a division by a whole number.
template <std::unsigned_integral U> struct division {
    U quotient{};  ///< rounded down
    U remainder{}; ///< less than the divisor
};

namespace detail {
template <std::unsigned_integral U> [[nodiscard]] constexpr division<U> divide_by_digits(U a, U b) noexcept {
    division<U> d;
    for (U digit = std::bit_floor(a); digit != 0; digit >>= 1) {
        d.remainder =
            static_cast<U>(d.remainder << 1 | U{(a & digit) != 0}); // below 2^digits so far: it fits
        if (d.remainder < b) continue;
        d.remainder = static_cast<U>(d.remainder - b);
        d.quotient |= digit;
    }
    return d;
}
} // namespace detail

/// a / b and a mod b, for b > 0. If wider than a register: a step for each bit of a, and no library call.
template <std::unsigned_integral U> [[nodiscard]] constexpr division<U> divide(U a, U b) noexcept {
    if constexpr (sizeof(U) > sizeof(std::size_t))
        return detail::divide_by_digits(a, b);
    else
        return {static_cast<U>(a / b), static_cast<U>(a % b)};
}

namespace detail {
/// a / b rounded down, for b > 0.
template <std::integral I> [[nodiscard]] constexpr I floor_divide(I a, I b) noexcept {
    using word = std::make_unsigned_t<I>;
    const auto [quotient, remainder] =
        divide<word>(a < 0 ? word{} - static_cast<word>(a) : static_cast<word>(a), static_cast<word>(b));
    if (a < 0) return static_cast<I>(word{} - quotient - word{remainder != 0});
    return static_cast<I>(quotient);
}
} // namespace detail

} // namespace kpi::inline v1
