// SPDX-License-Identifier: MIT
#pragma once

/// Two amounts against each other, `a : b`, neither part of the other: it may exceed 1 and has no interval.
/// Counts are unsigned; money in its smallest unit may be signed. While empty (b = 0), it is absent.

#include <kpi/core/reading.hpp>

#include <concepts>
#include <limits>
#include <type_traits>

namespace kpi::inline v1 {

template <std::integral I> struct ratio : reading<ratio<I>> {
    I a{}; ///< the dividend
    I b{}; ///< the divisor; 0: absent

    constexpr ratio() = default;
    constexpr ratio(I a_, I b_) noexcept : a{a_}, b{b_} {} ///< a : b.

    /// a / b, with its sign.
    [[nodiscard]] constexpr auto exact() const noexcept {
        return fraction<std::make_unsigned_t<I>>::of(a, b);
    }
    /// True once an amount has reached its type's maximum: the ratio may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return a == (std::numeric_limits<I>::max)() || b == (std::numeric_limits<I>::max)();
    }

    /// Pooled: sum over sum. For counts; money is yours to add.
    constexpr ratio &operator+=(ratio other) noexcept requires std::unsigned_integral<I> {
        a = saturating_add(a, other.a);
        b = saturating_add(b, other.b);
        return *this;
    }

    friend constexpr bool operator==(const ratio &, const ratio &) = default;
};

} // namespace kpi::inline v1
