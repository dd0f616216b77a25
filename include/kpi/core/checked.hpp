// SPDX-License-Identifier: MIT
#pragma once

/// Checked integer arithmetic: nullopt if the exact result does not fit its type. Counts saturate instead
/// (core/saturating.hpp), since "at least this many" still means something; for money it would be a wrong
/// sum.

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace kpi::inline v1 {

/// The type in which sums and products of I are computed: 64 bits, with I's own signedness.
template <std::integral I>
using wide = std::conditional_t<std::signed_integral<I>, std::int64_t, std::uint64_t>;

namespace detail {
// In parentheses, because windows.h defines macros with these names.
template <std::integral I> inline constexpr I least = (std::numeric_limits<I>::min)();
template <std::integral I> inline constexpr I greatest = (std::numeric_limits<I>::max)();
} // namespace detail

/// a + b.
template <std::integral I> [[nodiscard]] constexpr std::optional<I> checked_add(I a, I b) noexcept {
    const bool fits = b < I{0} ? a >= detail::least<I> - b : a <= detail::greatest<I> - b;
    return fits ? std::optional<I>{static_cast<I>(a + b)} : std::nullopt;
}

/// a - b; unsigned integers also refuse a result below 0.
template <std::integral I> [[nodiscard]] constexpr std::optional<I> checked_subtract(I a, I b) noexcept {
    const bool fits = b < I{0} ? a <= detail::greatest<I> + b : a >= detail::least<I> + b;
    return fits ? std::optional<I>{static_cast<I>(a - b)} : std::nullopt;
}

/// a * b. At most one division.
template <std::integral I> [[nodiscard]] constexpr std::optional<I> checked_multiply(I a, I b) noexcept {
    if (a == I{0} || b == I{0}) return I{0};
    bool fits{};
    if (b > I{0})
        fits = a > I{0} ? a <= detail::greatest<I> / b : a >= detail::least<I> / b;
    else // never least / -1, which does not fit itself
        fits = a > I{0} ? b >= detail::least<I> / a : a >= detail::greatest<I> / b;
    return fits ? std::optional<I>{static_cast<I>(a * b)} : std::nullopt;
}

/// a - b of amounts that may be unsigned, as a signed number of 64 bits.
template <std::integral I>
[[nodiscard]] constexpr std::optional<std::int64_t> signed_difference(I a, I b) noexcept {
    if constexpr (std::signed_integral<I>) {
        return checked_subtract<std::int64_t>(a, b);
    } else {
        const std::uint64_t size = a < b ? b - a : a - b;
        if (size > std::uint64_t{detail::greatest<std::int64_t>}) return std::nullopt;
        return a < b ? -static_cast<std::int64_t>(size) : static_cast<std::int64_t>(size);
    }
}

} // namespace kpi::inline v1
