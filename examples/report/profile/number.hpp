// SPDX-License-Identifier: MIT
#pragma once

/// Numbers as people and exports write them, read strictly: digits and, where asked for, a decimal point. No
/// sign, no thousands separator, no currency. What does not fit 32 bits is refused, and never wraps.

#include <kpi/core/fraction.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace report {

struct number {
    std::uint32_t value{};
    std::string_view fault; ///< why it is none: "is empty", "is no number", ...; empty if it is one
};

/// A number times 10^decimals: "10.5" with two decimals is 1050. More decimals than these are refused, unless
/// zeros.
[[nodiscard]] number read_number(std::string_view text, unsigned decimals = 0, char point = '.');

/// A decimal as an exact fraction: "0.25" is 25/100. At most 9 digits behind the point and 32 bits without
/// it.
[[nodiscard]] std::optional<kpi::fraction<std::uint64_t>> read_fraction(std::string_view text);

} // namespace report
