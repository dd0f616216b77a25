// SPDX-License-Identifier: MIT
#pragma once

/// Exact fractions, and products of them, as decimals: scale * value / shown_in with n places, rounded half
/// away from zero, in integers alone. Every digit is right, however large the counts: the long division takes
/// as many bits as they need. Cost: about one step for each bit of the scaled numerator; one hardware
/// division if all of it fits 64 bits on a 64-bit machine.

#include <kpi/core/fraction.hpp>
#include <kpi/export/detail/wide.hpp>
#include <kpi/export/writer.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kpi::inline v1 {

/// The most places that a figure can be shown with.
inline constexpr std::uint8_t most_decimal_places = 9;

/// How to write a number in decimal.
struct decimal_style {
    std::uint32_t scale{1};     ///< what the value is multiplied by: 100 for %
    std::uint32_t shown_in{1};  ///< 0 counts as 1
    std::uint8_t places{};      ///< after the point; at most 9
    std::uint8_t most_places{}; ///< up to this many, until two digits say something and 99.96 % is not 100 %
    bool trimmed{};             ///< trailing zeros of the places are left out
    bool plus{};                ///< a sign before numbers above 0, too
    std::string_view thousands{}; ///< between groups of three digits
    char point{'.'};              ///< between the whole and its decimals
};

namespace detail {

/// top / bottom rounded half away from zero; `exact` where nothing was rounded.
template <std::size_t L> struct rounded_quotient {
    wide<L> value{};
    bool exact{};

    constexpr rounded_quotient(wide<L> top, wide<L> bottom) noexcept {
        top.multiply(2), top.add(bottom);
        wide<L> twice = bottom;
        twice.multiply(2);
        value = wide<L>::quotient(top, twice);
        exact = top == bottom;
    }
};

template <std::size_t L>
constexpr void put_quotient(text_writer &out, wide<L> top, wide<L> bottom, bool negative,
                            const decimal_style &style) noexcept {
    top.multiply(style.scale), bottom.multiply(style.shown_in != 0 ? style.shown_in : 1);
    std::size_t places = 0;
    wide<L> whole = wide<L>::of(style.scale);
    const auto more_places = [&] { ++places, top.multiply(10), whole.multiply(10); };
    while (places < style.places && places < most_decimal_places)
        more_places();
    rounded_quotient<L> shown{top, bottom};
    while (places < style.most_places && places < most_decimal_places && !shown.exact &&
           ((shown.value.used() <= 1 && shown.value.limbs[0] < 10) ||
            (style.scale != 1 && shown.value == whole))) {
        more_places();
        shown = {top, bottom};
    }
    if (!shown.value.is_zero() && (negative || style.plus)) out.put(negative ? '-' : '+');
    out.put_digits(shown.value, places, style.thousands, style.point, style.trimmed);
}

} // namespace detail

/// Writes the fraction; nothing where it is absent.
constexpr void write_decimal(text_writer &out, const fraction<std::uint64_t> &exact,
                             const decimal_style &style = {}) noexcept {
    if (!exact.has_value()) return;
    // 64 bits of count, 32 of scale, 30 of places, one to round: 127.
    using wide = detail::wide<4>;
    detail::put_quotient(out, wide::of(exact.numerator), wide::of(exact.denominator), exact.negative, style);
}

/// Writes the product of the fractions, every digit of it; nothing where one is absent.
template <std::size_t N>
constexpr void write_decimal(text_writer &out, const std::array<fraction<std::uint64_t>, N> &factors,
                             const decimal_style &style = {}) noexcept {
    using wide = detail::wide<2 * N + 2>;
    wide top = wide::of(1), bottom = wide::of(1);
    bool negative = false;
    for (const fraction<std::uint64_t> &factor : factors) {
        top.multiply_by(factor.numerator), bottom.multiply_by(factor.denominator);
        negative = negative != factor.negative;
    }
    if (bottom.is_zero()) return;
    detail::put_quotient(out, top, bottom, negative, style);
}

/// scale * value / shown_in as an integer without its sign, rounded half away from zero; the greatest integer
/// if it does not fit. The value must be there.
[[nodiscard]] constexpr std::uint64_t rounded_size(const fraction<std::uint64_t> &exact, std::uint32_t scale,
                                                   std::uint32_t shown_in) noexcept {
    using wide = detail::wide<4>;
    wide top = wide::of(exact.numerator), bottom = wide::of(exact.denominator);
    top.multiply(scale), bottom.multiply(shown_in != 0 ? shown_in : 1);
    const wide size = detail::rounded_quotient<4>{top, bottom}.value;
    return size.used() > 2 ? ~std::uint64_t{} : size.low();
}

} // namespace kpi::inline v1
