// SPDX-License-Identifier: MIT
#pragma once

/// A value of any type, taken apart into what every text is made of: its exact fraction, the counts that it
/// was made from, and whether it is there, absent or saturated. So a text takes one function, not one for
/// each value type, which keeps firmware small. Counts of 8, 16 and 32 bits are checked for saturation before
/// they are widened.

#include <kpi/core/cardinality.hpp>
#include <kpi/core/count.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/core/mean_value.hpp>
#include <kpi/core/net.hpp>
#include <kpi/core/product.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quantile.hpp>
#include <kpi/core/rate.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/score.hpp>
#include <kpi/export/decimal.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kpi::inline v1 {

/// The kind of a value, by which exports know its parts.
enum class value_kind : std::uint8_t {
    count,
    proportion,
    ratio,
    mean,
    growth,
    rate,
    score,
    quantile,
    product,
    number ///< an integer that may be absent, or below 0: an age, a sum with credit notes
};

/// Its name in exports: "proportion".
[[nodiscard]] constexpr std::string_view name_of(value_kind kind) noexcept {
    constexpr std::array<std::string_view, 10> names{"count", "proportion", "ratio",    "mean",    "growth",
                                                     "rate",  "score",      "quantile", "product", "number"};
    return names[static_cast<std::size_t>(kind)];
}

/// What a value was made from.
struct value_part {
    /// "part", "whole", "n", ...
    std::string_view name{};
    std::uint64_t size{}; ///< how much of it, without the sign
    bool negative{};      ///< the sign of the size
};

struct value_parts {
    value_kind kind{};                 ///< which value it is
    bool saturated{};                  ///< a count is at its maximum: no value
    bool coherent{true};               ///< false where a part has outgrown its whole
    bool too_few{};                    ///< for a quantile
    bool estimated{};                  ///< for a count of distinct ids, by a sketch
    fraction<std::uint64_t> exact{};   ///< for a product with a value 1/1, which `write` does not use
    std::array<value_part, 3> parts{}; ///< a part without a name is none
    std::span<const fraction<std::uint64_t>> factors{}; ///< for a product: those of the given value
    /// Writes the number of a product.
    void (*write_product)(text_writer &, const value_parts &, const decimal_style &) noexcept {};

    /// A saturated value is none: nobody knows how much is missing.
    [[nodiscard]] constexpr bool has_value() const noexcept { return exact.has_value() && !saturated; }
    /// True if you can add up numerator and denominator over groups and then divide: for rates, shares and
    /// means, but not for counts, quantiles or products.
    [[nodiscard]] constexpr bool pools() const noexcept {
        return kind != value_kind::count && kind != value_kind::quantile && kind != value_kind::product &&
               kind != value_kind::number;
    }
    /// The value as a decimal; nothing where there is none.
    constexpr void write(text_writer &out, const decimal_style &style) const noexcept {
        if (!has_value()) return;
        if (kind == value_kind::product)
            write_product(out, *this, style);
        else
            write_decimal(out, exact, style);
    }
};

namespace detail {

template <counter C> [[nodiscard]] constexpr fraction<std::uint64_t> widened(const fraction<C> &f) noexcept {
    return {f.numerator, f.denominator, f.negative};
}

[[nodiscard]] constexpr value_part part(std::string_view name, std::integral auto n) noexcept {
    const auto bits = static_cast<std::uint64_t>(n);
    return {name, n < 0 ? std::uint64_t{} - bits : bits, n < 0};
}

[[nodiscard]] constexpr value_part part_of_difference(std::string_view name, std::uint64_t a,
                                                      std::uint64_t b) noexcept {
    return {name, a < b ? b - a : a - b, a < b};
}

template <std::size_t N>
constexpr void write_factors(text_writer &out, const value_parts &value,
                             const decimal_style &style) noexcept {
    std::array<fraction<std::uint64_t>, N> factors{};
    for (std::size_t i = 0; i < N; ++i)
        factors[i] = value.factors[i];
    write_decimal(out, factors, style);
}

} // namespace detail

template <counter C> [[nodiscard]] constexpr value_parts parts_of(const count<C> &v) noexcept {
    return {.kind = value_kind::count,
            .saturated = v.saturated(),
            .exact = detail::widened(v.exact()),
            .parts = {detail::part("n", v.n)}};
}
[[nodiscard]] constexpr value_parts parts_of(const cardinality &v) noexcept {
    return {.kind = value_kind::count,
            .saturated = v.saturated(),
            .estimated = v.estimated(),
            .exact = v.exact(),
            .parts = {detail::part("n", v.n)}};
}
template <counter C> [[nodiscard]] constexpr value_parts parts_of(const proportion<C> &v) noexcept {
    return {.kind = value_kind::proportion,
            .saturated = v.saturated(),
            .coherent = v.coherent(),
            .exact = detail::widened(v.exact()),
            .parts = {detail::part("part", v.part), detail::part("whole", v.whole)}};
}
template <std::integral I> [[nodiscard]] constexpr value_parts parts_of(const ratio<I> &v) noexcept {
    return {.kind = value_kind::ratio,
            .saturated = v.saturated(),
            .exact = detail::widened(v.exact()),
            .parts = {detail::part("a", v.a), detail::part("b", v.b)}};
}
[[nodiscard]] constexpr value_parts parts_of(const mean_value &v) noexcept {
    return {.kind = value_kind::mean,
            .saturated = v.saturated(),
            .exact = fraction<std::uint64_t>::of_difference(v.sum, v.taken_off, v.n),
            .parts = {detail::part_of_difference("sum", v.sum, v.taken_off), detail::part("n", v.n)}};
}
[[nodiscard]] constexpr value_parts parts_of(const net &v) noexcept {
    return {.kind = value_kind::number, .saturated = v.saturated(), .exact = v.exact()};
}
template <counter C> [[nodiscard]] constexpr value_parts parts_of(const growth<C> &v) noexcept {
    return {.kind = value_kind::growth,
            .saturated = v.saturated(),
            .exact = detail::widened(v.exact()),
            .parts = {detail::part("before", v.before), detail::part("after", v.after)}};
}
template <counter C> [[nodiscard]] constexpr value_parts parts_of(const rate<C> &v) noexcept {
    return {.kind = value_kind::rate,
            .saturated = v.saturated(),
            .exact = detail::widened(v.exact()),
            .parts = {detail::part("happened", v.happened), detail::part("seconds", v.seconds)}};
}
template <counter C> [[nodiscard]] constexpr value_parts parts_of(const score<C> &v) noexcept {
    return {.kind = value_kind::score,
            .saturated = v.saturated(),
            .exact = detail::widened(v.exact()),
            .parts = {detail::part("favour", v.favour), detail::part("against", v.against),
                      detail::part("answers", v.answers)}};
}
template <std::unsigned_integral V>
[[nodiscard]] constexpr value_parts parts_of(const quantile<V> &v) noexcept {
    return {.kind = value_kind::quantile,
            .saturated = v.saturated(),
            .too_few = v.too_few,
            .exact = v.exact(),
            .parts = {detail::part("low", v.low), detail::part("high", v.high), detail::part("n", v.n)}};
}
/// The factors are not copied: they are read from the given product, which has to live as long.
template <std::size_t N> [[nodiscard]] constexpr value_parts parts_of(const product<N> &v) noexcept {
    return {.kind = value_kind::product,
            .saturated = v.saturated(),
            .exact = {1, v.has_value() ? 1u : 0u},
            .factors = v.factors,
            .write_product = detail::write_factors<N>};
}
template <std::same_as<std::optional<std::int64_t>> Number> // and no integer or real number that becomes one
[[nodiscard]] constexpr value_parts parts_of(const Number &v) noexcept {
    return {.kind = value_kind::number,
            .exact = fraction<std::uint64_t>::of(v.value_or(0), std::int64_t{v.has_value()})};
}

/// A value that can be taken apart, and so exported and shown. A value type of your own needs a `parts_of` in
/// its namespace.
template <class T>
concept figure_value = requires(const T &v) {
    parts_of(v);
};

} // namespace kpi::inline v1
