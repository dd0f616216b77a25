// SPDX-License-Identifier: MIT
#pragma once

/// The exact fraction behind every value: a signed quotient of two counts, never reduced. Every value type
/// answers with one from `exact()`, and you read the value through it: as a real number, or as an integer
/// "per n" that is rounded half away from zero without any floating point. A zero denominator means "absent":
/// `has_value()` is false and every read answers nullopt.

#include <kpi/core/divide.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/saturating.hpp>

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace kpi::inline v1 {

template <counter C> struct fraction {
    C numerator{};   ///< a magnitude, without the sign
    C denominator{}; ///< 0: absent
    bool negative{}; ///< the sign of the whole; a zero numerator is never negative

    /// The fraction of two integers of any sign, e.g. of money in its smallest unit.
    template <std::integral I> [[nodiscard]] static constexpr fraction of(I a, I b) noexcept {
        static_assert(sizeof(I) <= sizeof(C), "fraction::of: the count is narrower than the integers");
        const C top = magnitude(a);
        return {top, magnitude(b), top != 0 && (a < 0) != (b < 0)};
    }

    /// The difference of two counts over a third.
    [[nodiscard]] static constexpr fraction of_difference(C a, C b, C whole) noexcept {
        return {static_cast<C>(a < b ? b - a : a - b), whole, a < b};
    }

    [[nodiscard]] constexpr bool has_value() const noexcept { return denominator != 0; } ///< false for n / 0

    /// scale * numerator / denominator, in any type that is made from integers and divides; absent for n/0.
    template <class Real = double>
    [[nodiscard]] constexpr std::optional<Real> value(std::uint32_t scale = 1) const {
        static_assert(can_hold_a_rate<Real>());
        if (!has_value()) return std::nullopt;
        const Real size = Real(scale) * Real(numerator) / Real(denominator);
        return negative ? Real(0) - size : size;
    }

    /// n * numerator / denominator as an integer, rounded half away from zero (METRICS.md, rule 8); it stops
    /// at the limits of the result. No floating point and no division wider than C: the product is built bit
    /// by bit, quotient and remainder side by side, so it costs one division and at most 32 steps.
    [[nodiscard]] constexpr std::optional<std::int64_t> per(std::uint32_t n) const noexcept {
        if (!has_value()) return std::nullopt;
        constexpr std::uint64_t limit =
            static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)());
        std::uint64_t size = scaled(n);
        if (size > limit) size = limit;
        return negative ? -static_cast<std::int64_t>(size) : static_cast<std::int64_t>(size);
    }

    /// Negative, zero or positive as a is less than, equal to or greater than b. Exact: the fractions are
    /// compared by their continued expansions, so nothing is multiplied and nothing overflows. Both must have
    /// a value.
    [[nodiscard]] friend constexpr int compare(fraction a, fraction b) noexcept {
        if (a.negative != b.negative) return a.negative ? -1 : 1;
        const int by_size = compare_size(a, b);
        return a.negative ? -by_size : by_size;
    }

    friend constexpr bool operator==(const fraction &, const fraction &) = default;

private:
    using word = std::conditional_t<(sizeof(C) <= 4), std::uint32_t, C>;

    template <std::integral I> static constexpr C magnitude(I i) noexcept {
        using unsigned_i = std::make_unsigned_t<I>;
        const auto bits = static_cast<unsigned_i>(i);
        return static_cast<C>(i < 0 ? static_cast<unsigned_i>(unsigned_i{} - bits) : bits);
    }

    [[nodiscard]] constexpr std::uint64_t scaled(std::uint32_t n) const noexcept {
        const word whole = denominator;
        const auto [whole_part, remainder_part] = divide<word>(numerator, whole);
        std::uint64_t quotient = 0;
        word remainder = 0;
        const auto add = [&](std::uint64_t q, word r) {
            quotient = saturating_add(quotient, q);
            if (remainder >= static_cast<word>(whole - r)) {
                remainder = static_cast<word>(remainder - static_cast<word>(whole - r));
                quotient = saturating_add(quotient, std::uint64_t{1});
            } else {
                remainder = static_cast<word>(remainder + r);
            }
        };
        for (int bit = 32 - std::countl_zero(n); bit-- > 0;) {
            add(quotient, remainder);
            if ((n >> bit) & 1u) add(whole_part, remainder_part);
        }
        const bool round_up = remainder >= static_cast<word>(whole - remainder);
        return saturating_add(quotient, std::uint64_t{round_up});
    }

    static constexpr int compare_size(fraction a, fraction b) noexcept {
        word an = a.numerator, ad = a.denominator, bn = b.numerator, bd = b.denominator;
        for (int sign = 1;; sign = -sign) {
            const auto [aq, ar] = divide<word>(an, ad);
            const auto [bq, br] = divide<word>(bn, bd);
            if (aq != bq) return aq < bq ? -sign : sign;
            if (ar == 0 || br == 0) return ar == br ? 0 : ar == 0 ? -sign : sign;
            an = ad, ad = ar, bn = bd, bd = br; // x < y exactly when 1/x > 1/y: the sign flips
        }
    }
};

} // namespace kpi::inline v1
