// SPDX-License-Identifier: MIT
#pragma once

/// An exact rational number, as a caller might bring it: the library's results in it are either right to the
/// last digit or do not compile. It is made only from integers and only on request, so a formula that lets a
/// double in, or leans on an implicit conversion, fails here. A number that does not fit in 64 bits is no
/// constant, and ends a run.

#include "opaque.hpp"

#include <doctest/doctest.h>

#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <utility>

namespace kpi::test {

class rational {
public:
    template <std::integral I> constexpr explicit rational(I whole) : numerator_{exactly(whole)} {}
    constexpr rational(std::int64_t numerator, std::int64_t denominator) {
        if (denominator == 0) std::abort();
        const std::int64_t common = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
        numerator_ = numerator / common;
        denominator_ = denominator / common;
    }

    friend constexpr rational operator-(rational a) { return {-a.numerator_, a.denominator_}; }
    friend constexpr rational operator+(rational a, rational b) {
        const std::int64_t common = std::gcd(a.denominator_, b.denominator_);
        return {sum(product(a.numerator_, b.denominator_ / common),
                    product(b.numerator_, a.denominator_ / common)),
                product(a.denominator_, b.denominator_ / common)};
    }
    friend constexpr rational operator-(rational a, rational b) { return a + -b; }
    friend constexpr rational operator*(rational a, rational b) {
        const rational left{a.numerator_, b.denominator_}, right{b.numerator_, a.denominator_};
        return {product(left.numerator_, right.numerator_), product(left.denominator_, right.denominator_)};
    }
    friend constexpr rational operator/(rational a, rational b) {
        return a * rational{b.denominator_, b.numerator_};
    }

    friend constexpr bool operator==(rational, rational) = default;
    friend constexpr bool operator<(rational a, rational b) { return (a - b).numerator_ < 0; }

    friend constexpr rational opaque(rational a) { return {opaque(a.numerator_), opaque(a.denominator_)}; }

private:
    template <std::integral I> static constexpr std::int64_t exactly(I whole) {
        if (!std::in_range<std::int64_t>(whole)) std::abort();
        return static_cast<std::int64_t>(whole);
    }
    static constexpr std::int64_t sum(std::int64_t a, std::int64_t b) {
        std::int64_t result{};
        if (__builtin_add_overflow(a, b, &result)) std::abort();
        return result;
    }
    static constexpr std::int64_t product(std::int64_t a, std::int64_t b) {
        std::int64_t result{};
        if (__builtin_mul_overflow(a, b, &result)) std::abort();
        return result;
    }

    std::int64_t numerator_{};
    std::int64_t denominator_{1};
};

/// The exact value of anything in the library: `exactly(win_rate(12_n, 8_n)) == rational{3, 5}`.
template <class Value> [[nodiscard]] constexpr std::optional<rational> exactly(const Value &value) {
    return value.template value<rational>();
}

} // namespace kpi::test
