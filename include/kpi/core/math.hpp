// SPDX-License-Identifier: MIT
#pragma once

/// The square root of a float or a double, usable in constants and correctly rounded there as at run time:
/// intervals and z need it, and Clang has no constant std::sqrt. The root of -0 is -0, that of infinity is
/// infinity; that of a negative number or of NaN is NaN.

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>
#if __STDC_HOSTED__ && !defined(__GNUC__)
#include <cmath> // a fifth of the time that kpi.hpp takes to compile
#endif

namespace kpi::inline v1 {

/// The binary floating-point types of IEEE 754 that have a root here.
template <class Real>
concept binary_real = std::numeric_limits<Real>::is_iec559 &&
    (std::same_as<Real, float> || std::same_as<Real, double>);

namespace detail {

// x = m * 2^E with E even and m in [1, 4), so the root is sqrt(m) * 2^(E/2). The root of m is found as on
// paper, one binary digit for every two of m: `remainder` is the digits read so far minus the square of
// `root`. One digit more than the result holds decides the rounding. It is never a tie: the square of a
// number with that digit set has more digits than m.
template <binary_real Real> [[nodiscard]] constexpr Real root_by_digits(Real x) noexcept {
    using word = std::conditional_t<sizeof(Real) == 4, std::uint32_t, std::uint64_t>;
    using limits = std::numeric_limits<Real>;
    constexpr int digits = limits::digits;
    constexpr int bias = limits::max_exponent - 1;
    if (x == Real(0) || x == limits::infinity()) return x;
    if (!(x > Real(0))) return limits::quiet_NaN();

    const word pattern = __builtin_bit_cast(word, x);
    word m = pattern & ((word{1} << (digits - 1)) - 1);
    int exponent = static_cast<int>(pattern >> (digits - 1)) - bias;
    if (exponent == -bias) { // subnormal: lead with a one, as normal numbers do
        const int shift = std::countl_zero(m) - (std::numeric_limits<word>::digits - digits);
        m <<= shift;
        exponent += 1 - shift;
    } else {
        m |= word{1} << (digits - 1);
    }
    if ((exponent & 1) != 0) {
        m <<= 1;
        --exponent;
    }

    word root = 0, remainder = 0;
    for (int digit = 0; digit <= digits; ++digit) {
        remainder = (remainder << 2) | ((m >> (digits - 1)) & 3u);
        m <<= 2;
        const word trial = (root << 2) | 1u;
        root <<= 1;
        if (remainder >= trial) {
            remainder -= trial;
            root |= 1u;
        }
    }
    const word rounded = (root >> 1) + (root & 1u); // its leading one adds 1 to the exponent below it
    const word below = static_cast<word>(exponent / 2 + bias - 1) << (digits - 1);
    return __builtin_bit_cast(Real, static_cast<word>(below + rounded));
}

} // namespace detail

/// The square root, correctly rounded. At run time on a hosted system it is the processor's own, but not with
/// MinGW, whose C library rounds twice: first to a long double.
template <binary_real Real> [[nodiscard]] constexpr Real sqrt(Real x) noexcept {
#if __STDC_HOSTED__ && defined(__GNUC__) && !defined(__MINGW32__)
    if (!std::is_constant_evaluated()) {
        if constexpr (sizeof(Real) == sizeof(float))
            return __builtin_sqrtf(x);
        else
            return __builtin_sqrt(x);
    }
#elif __STDC_HOSTED__ && !defined(__GNUC__)
    if (!std::is_constant_evaluated()) return std::sqrt(x);
#endif
    return detail::root_by_digits(x);
}

} // namespace kpi::inline v1
