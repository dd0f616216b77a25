// SPDX-License-Identifier: MIT
#pragma once

/// Counts that stop at their greatest value instead of wrapping, and know it: a count that equals its type's
/// maximum is saturated and reads "at least this many". Unsigned saturating addition is associative and
/// commutative, which is why states that count may be merged in any order.

#include <concepts>
#include <cstdint>
#include <limits>
#include <utility>

namespace kpi::inline v1 {

/// The types in which a counter may count: any unsigned integer but bool.
template <class C>
concept counter = std::unsigned_integral<C> && !std::same_as<C, bool>;

/// The value at which a counter of type C stops.
template <counter C> inline constexpr C saturation = (std::numeric_limits<C>::max)();

/// True once the count has reached its type's maximum: it may be greater than it says.
template <counter C> [[nodiscard]] constexpr bool is_saturated(C count) noexcept {
    return count == saturation<C>;
}

/// a + b, or the maximum if that does not fit.
template <counter C> [[nodiscard]] constexpr C saturating_add(C a, C b) noexcept {
    const C sum = static_cast<C>(a + b);
    return sum < a ? saturation<C> : sum;
}

namespace detail {
/// A function call, so that no compiler turns the branch to it into a conditional move.
template <counter C> [[gnu::cold, gnu::noinline]] constexpr void saturate(C &count) noexcept {
    count = saturation<C>;
}
} // namespace detail

/// Counts n more, or stays at the maximum. Large machines use a branch that is as good as never taken: a
/// counter that is incremented again and again waits for each addition, and should wait for nothing else.
template <counter C> [[gnu::always_inline]] constexpr void count_more(C &count, C n) noexcept {
    if constexpr (sizeof(void *) > 4) {
        count = static_cast<C>(count + n);
        if (count < n) [[unlikely]]
            detail::saturate(count);
    } else {
        count = saturating_add(count, n);
    }
}

/// a * b, or the maximum if that does not fit. One division; meant for reads, not for record.
template <counter C> [[nodiscard]] constexpr C saturating_multiply(C a, C b) noexcept {
    return b != 0 && a > saturation<C> / b ? saturation<C> : static_cast<C>(a * b);
}

/// Any integer as a count: one that does not fit becomes 0 or the maximum.
template <counter C> [[nodiscard]] constexpr C to_count(std::integral auto n) noexcept {
    if (std::cmp_less(+n, 0)) return C{};
    return std::cmp_greater(+n, saturation<C>) ? saturation<C> : static_cast<C>(n);
}

/// The size of an integer, whatever its sign.
[[nodiscard]] constexpr std::uint64_t magnitude(std::integral auto x) noexcept {
    const auto bits = static_cast<std::uint64_t>(x);
    return std::cmp_less(x, 0) ? std::uint64_t{} - bits : bits;
}

/// The same count in another integer type: a saturated count stays saturated, whatever that type could hold.
template <std::integral To, counter C> [[nodiscard]] constexpr To widened(C count) noexcept {
    const bool fits = !is_saturated(count) && std::in_range<To>(count);
    return fits ? static_cast<To>(count) : (std::numeric_limits<To>::max)();
}

/// Takes n off a count. It answers false and changes nothing if that cannot be right: the count is smaller
/// than n, or it is saturated, so that nobody knows what it stands for.
template <counter C> [[nodiscard]] constexpr bool take_off(C &count, C n) noexcept {
    if (is_saturated(count) || count < n) return false;
    count = static_cast<C>(count - n);
    return true;
}

} // namespace kpi::inline v1
