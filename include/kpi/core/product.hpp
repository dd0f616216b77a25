// SPDX-License-Identifier: MIT
#pragma once

/// A figure that is several exact fractions multiplied: pipeline velocity, a customer's lifetime value. The
/// factors stay as they are and can be shown; their product seldom fits in an integer, so you choose the type
/// of the number. It is absent if a factor is.

#include <kpi/core/fraction.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace kpi::inline v1 {

template <std::size_t N> struct product {
    std::array<fraction<std::uint64_t>, N> factors{}; ///< exact, none of them reduced

    /// False as soon as one factor is absent.
    [[nodiscard]] constexpr bool has_value() const noexcept {
        for (const auto &f : factors)
            if (!f.has_value()) return false;
        return true;
    }
    /// The product of all factors, in any type that can be made from an integer, multiplies and divides:
    /// exact in a rational type.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> value() const {
        Real all(1);
        for (const auto &f : factors) {
            const std::optional<Real> one = f.template value<Real>();
            if (!one) return std::nullopt;
            all = all * *one;
        }
        return all;
    }
    /// The value, or the fallback if there is none. Its type is the one that you name, not that of the
    /// argument: `value_or(0)` is a double.
    template <class Real = double>
    [[nodiscard]] constexpr Real value_or(std::type_identity_t<Real> fallback) const {
        return value<Real>().value_or(fallback);
    }
    /// True once an amount has reached its type's maximum: the product may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        for (const auto &f : factors)
            if (is_saturated(f.numerator) || is_saturated(f.denominator)) return true;
        return false;
    }

    friend constexpr bool operator==(const product &, const product &) = default;
};

} // namespace kpi::inline v1
