// SPDX-License-Identifier: MIT
#pragma once

/// exp, log and log1p of a float or a double, usable in constants and with the same digits there as at run
/// time, on every machine: intervals, tests and curves need them, and neither Clang nor a bare-metal
/// toolchain has constant ones. The error is at most 2 units in the last place (tested). NaN stays NaN; the
/// log of 0 is minus infinity, that of a negative number is NaN.

#include <kpi/core/math.hpp>

#include <cstdint>
#include <limits>
#include <type_traits>

namespace kpi::inline v1 {

namespace detail {

template <binary_real Real>
using bits_of = std::conditional_t<sizeof(Real) == sizeof(float), std::uint32_t, std::uint64_t>;

/// 2^k, for a k where that is a normal number.
template <binary_real Real> [[nodiscard]] constexpr Real power_of_two(int k) noexcept {
    using limits = std::numeric_limits<Real>;
    const auto exponent = static_cast<bits_of<Real>>(k + limits::max_exponent - 1);
    return __builtin_bit_cast(Real, static_cast<bits_of<Real>>(exponent << (limits::digits - 1)));
}

/// ln 2 in two parts. The high part has so few digits that its product with any exponent is exact.
template <binary_real Real> struct ln2 {
    static constexpr bool is_float = sizeof(Real) == sizeof(float);
    static constexpr Real high = is_float ? Real(0x1.62e4p-1) : Real(0x1.62e42feep-1);
    static constexpr Real low = is_float ? Real(0x1.7f7d1cf79abcap-20) : Real(0x1.a39ef35793c76p-33);
};

/// u - log(1 + u) for u from -0.3 to 0.42, without losing the digits that cancel in the subtraction. With f =
/// u / (2 + u), log(1 + u) = 2 (f + f^3/3 + f^5/5 + ...), and u - 2 f = u f.
template <binary_real Real> [[nodiscard]] constexpr Real log1p_excess(Real u) noexcept {
    constexpr int terms = sizeof(Real) == sizeof(float) ? 5 : 11; // f^2 <= 0.0312
    const Real f = u / (Real(2) + u), f2 = f * f;
    Real sum{0};
    for (int i = terms; i > 0; --i)
        sum = Real(1) / Real(2 * i + 1) + f2 * sum;
    return f * (u - Real(2) * f2 * sum);
}

} // namespace detail

/// e^x: 0 below the least number, infinity above the greatest.
template <binary_real Real> [[nodiscard]] constexpr Real exp(Real x) noexcept {
    using limits = std::numeric_limits<Real>;
    constexpr int terms = sizeof(Real) == sizeof(float) ? 8 : 14; // of a remainder of at most ln 2 / 2
    constexpr Real per_ln2 = Real(1.4426950408889634);
    if (!(x == x)) return x;
    if (x > Real(limits::max_exponent) * detail::ln2<Real>::high + Real(1)) return limits::infinity();
    if (x < Real(limits::min_exponent - limits::digits - 1) * detail::ln2<Real>::high) return Real(0);
    const int k = static_cast<int>(x * per_ln2 + (x < Real(0) ? Real(-0.5) : Real(0.5)));
    const Real rest = (x - Real(k) * detail::ln2<Real>::high) - Real(k) * detail::ln2<Real>::low;
    Real sum{1};
    for (int i = terms; i > 0; --i)
        sum = Real(1) + rest * sum / Real(i);
    // In two steps, because 2^k itself may not be a normal number.
    return sum * detail::power_of_two<Real>(k / 2) * detail::power_of_two<Real>(k - k / 2);
}

/// The natural logarithm of 1 + u, for a small u as well: the digits that 1 + u cannot hold are not lost.
template <binary_real Real> [[nodiscard]] constexpr Real log1p(Real u) noexcept;

/// The natural logarithm.
template <binary_real Real> [[nodiscard]] constexpr Real log(Real x) noexcept {
    using limits = std::numeric_limits<Real>;
    using word = detail::bits_of<Real>;
    if (x == Real(0)) return -limits::infinity();
    if (!(x > Real(0))) return limits::quiet_NaN();
    if (x == limits::infinity()) return x;
    int k = 0;
    if (x < (limits::min)()) { // subnormal
        x *= detail::power_of_two<Real>(limits::digits);
        k = -limits::digits;
    }
    constexpr int bias = limits::max_exponent - 1;
    constexpr word mantissa = (word{1} << (limits::digits - 1)) - 1;
    const word pattern = __builtin_bit_cast(word, x);
    k += static_cast<int>(pattern >> (limits::digits - 1)) - bias;
    Real m = __builtin_bit_cast(Real, static_cast<word>((pattern & mantissa) | (word{static_cast<word>(bias)}
                                                                                << (limits::digits - 1))));
    if (m > Real(1.4142135623730951)) {
        m /= Real(2);
        ++k;
    }
    const Real u = m - Real(1);
    const Real rest = Real(k) * detail::ln2<Real>::low - detail::log1p_excess(u);
    return Real(k) * detail::ln2<Real>::high + (u + rest);
}

template <binary_real Real> constexpr Real log1p(Real u) noexcept {
    const bool close = Real(-0.29) < u && u < Real(0.41);
    return close ? u - detail::log1p_excess(u) : log(Real(1) + u);
}

} // namespace kpi::inline v1
