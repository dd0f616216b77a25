// SPDX-License-Identifier: MIT
#pragma once

/// Numbers as people and exports write them, read strictly: digits and, where asked for, a sign and a decimal
/// point. No thousands separator, no currency. What is out of range is refused, and never wraps.

#include <kpi/core/fraction.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace report {

struct number {
    std::int64_t value{};
    std::string fault; ///< why it is none: "is empty", "is no number", ...; empty if it is one
};

/// What a number may be.
struct number_range {
    std::int64_t least{0};
    std::int64_t greatest{0xffff'ffff};
};
/// Money, which is below 0 on a credit note: in its smallest unit, with room for sums.
inline constexpr number_range any_amount{-900'000'000'000'000'000, 900'000'000'000'000'000};

/// A number times 10^decimals: "10.5" with two decimals is 1050. More decimals than these are refused, unless
/// zeros.
[[nodiscard]] number read_number(std::string_view text, unsigned decimals = 0, char point = '.',
                                 number_range range = {});

/// A decimal as an exact fraction: "0.25" is 25/100. At most 9 digits behind the point, and 9 x 10^17 without
/// it.
[[nodiscard]] std::optional<kpi::fraction<std::uint64_t>> read_fraction(std::string_view text);

} // namespace report
