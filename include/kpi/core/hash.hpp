// SPDX-License-Identifier: MIT
#pragma once

/// Hashes of ids. They are bijections, so distinct ids never collide and you can recover an id from its hash.
/// They are stable for ever: states kept in snapshots depend on them. 64 bits: the finaliser of SplitMix64
/// with Stafford's constants "mix 13" (Steele, Lea, Flood, OOPSLA 2014, section 4). 32 bits: two rounds of
/// xor-shift and multiply with constants found by Wellons ("lowbias32", 2018).

#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

/// 64 bits to 64, one to one.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x) noexcept {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}
/// 32 bits to 32, one to one: `unmix` is its inverse.
[[nodiscard]] constexpr std::uint32_t mix(std::uint32_t x) noexcept {
    x = (x ^ (x >> 16)) * 0x7feb352du;
    x = (x ^ (x >> 15)) * 0x846ca68bu;
    return x ^ (x >> 16);
}

namespace detail {
/// y such that x * y is 1, for odd x: each step of Newton's iteration doubles the number of correct bits.
template <std::unsigned_integral U> [[nodiscard]] constexpr U inverse(U x) noexcept {
    U y = x;
    for (int i = 0; i < 5; ++i)
        y = static_cast<U>(y * (U{2} - x * y));
    return y;
}
template <std::unsigned_integral U> [[nodiscard]] constexpr U unshift(U y, int by) noexcept {
    U x = y;
    for (int shift = by; shift < static_cast<int>(8 * sizeof(U)); shift += by)
        x = y ^ (x >> by);
    return x;
}
} // namespace detail

/// A bijection whose leading bits are as good as random; its last bits are not. A sketch of many registers
/// needs this: two products would be too few for it (consecutive ids would be told apart too well). It works
/// in place, and so on vectors of ids too.
[[gnu::always_inline]] constexpr void mix_leading(auto &x) noexcept {
    x = x * 0x7feb352du;
    x = (x ^ (x >> 15)) * 0x846ca68bu;
    x = (x ^ (x >> 16)) * 0x9e3779b1u;
}

/// The id that has this hash: unmix(mix(x)) = x.
[[nodiscard]] constexpr std::uint64_t unmix(std::uint64_t y) noexcept {
    y = detail::unshift(y, 31) * detail::inverse(std::uint64_t{0x94d049bb133111ebu});
    y = detail::unshift(y, 27) * detail::inverse(std::uint64_t{0xbf58476d1ce4e5b9u});
    return detail::unshift(y, 30);
}
/// The x for which mix(x) = y.
[[nodiscard]] constexpr std::uint32_t unmix(std::uint32_t y) noexcept {
    y = detail::unshift(y, 16) * detail::inverse(std::uint32_t{0x846ca68bu});
    y = detail::unshift(y, 15) * detail::inverse(std::uint32_t{0x7feb352du});
    return detail::unshift(y, 16);
}

} // namespace kpi::inline v1
