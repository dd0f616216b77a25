// SPDX-License-Identifier: MIT
#pragma once

/// Numbers as people and exports write them, read strictly: digits and, if asked for, a sign, a decimal
/// point, and separators of thousands. No currency (amount.hpp). A number out of range is refused, and never
/// wraps; a text that can be read in two ways is refused with both.

#include <kpi/core/fraction.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace report {

/// How numbers are written.
struct number_style {
    char point{'.'};
    /// Between groups of three digits: "," "." "'" or " ", and the typographic forms of the last two.
    /// If empty: nothing.
    std::string_view thousands{};
    bool told{true}; ///< the style was stated; else 1.000 may be one or a thousand, and is refused
    bool rounded{}; ///< more decimals than are wanted are rounded, half away from zero; else they are refused
};

struct number {
    std::int64_t value{};
    std::string fault;    ///< why it is no number: "is empty", "is no number", ...; empty if it is one
    std::string readings; ///< what it could mean, if that is the fault: "1 or 1000"
};

/// The range that a number may be in.
struct number_range {
    std::int64_t least{0};
    std::int64_t greatest{0xffff'ffff};
};
/// Money, which is negative on a credit note: in its smallest unit, with room for sums.
inline constexpr number_range any_amount{-900'000'000'000'000'000, 900'000'000'000'000'000};

/// A number times 10^decimals: "10.5" with two decimals is 1050. More decimals than these are refused, unless
/// they are zeros.
[[nodiscard]] number read_number(std::string_view text, unsigned decimals = 0, const number_style &style = {},
                                 number_range range = {});

/// A number of any size for comparisons only, to nine decimals.
struct decimal {
    std::int64_t whole{}, billionths{}; ///< of the same sign

    friend auto operator<=>(const decimal &, const decimal &) = default;
};
/// Reads the number into `into`, or says why it cannot.
[[nodiscard]] number read_decimal(std::string_view text, const number_style &style, decimal &into);

/// A decimal as an exact fraction: "0.25" is 25/100. At most 9 digits after the point, and at most 9 x 10^17
/// without it.
[[nodiscard]] std::optional<kpi::fraction<std::uint64_t>> read_fraction(std::string_view text);

} // namespace report
