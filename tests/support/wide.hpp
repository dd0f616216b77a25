// SPDX-License-Identifier: MIT
#pragma once

/// A count of 128 bits, in which a reference multiplies two counts of 64 bits without a thought: the
/// compiler's own or, on 32-bit machines, which have none, one that calculates as at school.

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace kpi::test {

#ifdef __SIZEOF_INT128__

__extension__ using wide = unsigned __int128;

#else

class wide {
public:
    constexpr wide(std::uint64_t n = 0) noexcept
        : digits_{static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(n >> 32)} {}
    template <std::integral I> explicit constexpr operator I() const noexcept {
        return static_cast<I>(std::uint64_t{digits_[1]} << 32 | digits_[0]);
    }
    template <std::floating_point F> explicit constexpr operator F() const noexcept {
        long double sum = 0;
        for (std::size_t i = size; i-- > 0;)
            sum = sum * 4294967296 + digits_[i];
        return static_cast<F>(sum);
    }

    friend constexpr wide operator+(const wide &a, const wide &b) noexcept {
        wide sum;
        std::uint64_t carried = 0;
        for (std::size_t i = 0; i < size; ++i) {
            carried += std::uint64_t{a.digits_[i]} + b.digits_[i];
            sum.digits_[i] = static_cast<std::uint32_t>(carried);
            carried >>= 32;
        }
        return sum;
    }
    friend constexpr wide operator-(const wide &a, wide b) noexcept { // a + (2^128 - b)
        for (std::uint32_t &digit : b.digits_)
            digit = ~digit;
        return a + b + 1;
    }
    friend constexpr wide operator*(const wide &a, const wide &b) noexcept {
        wide product;
        for (std::size_t i = 0; i < size; ++i) {
            std::uint64_t carried = 0;
            for (std::size_t j = 0; i + j < size; ++j) {
                carried += std::uint64_t{a.digits_[i]} * b.digits_[j] + product.digits_[i + j];
                product.digits_[i + j] = static_cast<std::uint32_t>(carried);
                carried >>= 32;
            }
        }
        return product;
    }
    friend constexpr wide operator/(const wide &a, const wide &b) noexcept {
        if (a >> 64 == 0 && b >> 64 == 0)
            return static_cast<std::uint64_t>(a) / static_cast<std::uint64_t>(b);
        wide quotient, rest;
        for (unsigned bit = 32 * size; bit-- > 0;) {
            rest = (rest << 1) + ((a.digits_[bit / 32] >> bit % 32) & 1u);
            if (rest < b) continue;
            rest = rest - b;
            quotient.digits_[bit / 32] |= std::uint32_t{1} << bit % 32;
        }
        return quotient;
    }
    friend constexpr wide operator<<(wide a, unsigned n) noexcept {
        for (; n > 0; --n)
            a += a;
        return a;
    }
    friend constexpr wide operator>>(const wide &a, unsigned n) noexcept { // whole digits
        wide shifted;
        for (std::size_t i = n / 32; i < size; ++i)
            shifted.digits_[i - n / 32] = a.digits_[i];
        return shifted;
    }
    friend constexpr wide operator|(wide a, const wide &b) noexcept {
        for (std::size_t i = 0; i < size; ++i)
            a.digits_[i] |= b.digits_[i];
        return a;
    }
    constexpr wide &operator+=(const wide &other) noexcept { return *this = *this + other; }

    friend constexpr bool operator==(const wide &, const wide &) noexcept = default;
    friend constexpr std::strong_ordering operator<=>(const wide &a, const wide &b) noexcept {
        for (std::size_t i = size; i-- > 0;)
            if (a.digits_[i] != b.digits_[i]) return a.digits_[i] <=> b.digits_[i];
        return std::strong_ordering::equal;
    }

private:
    static constexpr std::size_t size = 4;
    std::array<std::uint32_t, size> digits_; ///< the lowest first
};

#endif

} // namespace kpi::test
