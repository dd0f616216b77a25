// SPDX-License-Identifier: MIT
#pragma once

/// Compares a value with figures set beforehand: an expected band, a limit, an assumption. The verdict is by
/// point and exact: fractions are compared, nothing is rounded, and an edge belongs to the band (METRICS.md,
/// section 5). An absent value has no verdict.

#include <kpi/core/fraction.hpp>
#include <kpi/core/saturating.hpp>

#include <cstdint>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// Where a value lies against a band.
enum class verdict : unsigned char { below, within, above };

/// A value type: it answers its exact fraction.
template <class Value>
concept exact_value = requires(const Value &v) {
    v.exact().numerator;
};

namespace detail {

/// Negative, zero or positive, in the wider of the two counts.
template <counter A, counter B> [[nodiscard]] constexpr int order(fraction<A> a, fraction<B> b) noexcept {
    using word = std::common_type_t<A, B>;
    return compare(fraction<word>{a.numerator, a.denominator, a.negative},
                   fraction<word>{b.numerator, b.denominator, b.negative});
}

} // namespace detail

/// Strictly above the limit; nothing for an absent value or limit.
template <counter C = std::uint32_t, exact_value Value>
[[nodiscard]] constexpr std::optional<bool> is_above(const Value &value,
                                                     std::type_identity_t<fraction<C>> limit) noexcept {
    if (!value.has_value() || !limit.has_value()) return std::nullopt;
    return detail::order(value.exact(), limit) > 0;
}

/// Strictly below the limit; nothing for an absent value or limit.
template <counter C = std::uint32_t, exact_value Value>
[[nodiscard]] constexpr std::optional<bool> is_below(const Value &value,
                                                     std::type_identity_t<fraction<C>> limit) noexcept {
    if (!value.has_value() || !limit.has_value()) return std::nullopt;
    return detail::order(value.exact(), limit) < 0;
}

/// From low to high, edges within: `band{{1, 4}, {7, 20}}` is 25 % to 35 %.
template <counter C = std::uint32_t> struct band {
    fraction<C> low{};  ///< within
    fraction<C> high{}; ///< within

    /// Nothing for an absent value, or where an edge is absent or low lies above high.
    template <exact_value Value>
    [[nodiscard]] constexpr std::optional<verdict> verdict_on(const Value &value) const noexcept {
        if (!value.has_value() || !low.has_value() || !high.has_value() || compare(low, high) > 0)
            return std::nullopt;
        if (detail::order(value.exact(), low) < 0) return verdict::below;
        return detail::order(value.exact(), high) > 0 ? verdict::above : verdict::within;
    }

    friend constexpr bool operator==(const band &, const band &) = default;
};

} // namespace kpi::inline v1::statistics
