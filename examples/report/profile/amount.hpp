// SPDX-License-Identifier: MIT
#pragma once

/// Amounts as exports write them: a currency's sign or code in front or behind, a minus in front of either,
/// parentheses for what is taken off.

#include "profile/number.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace report {

/// An amount's number, and what stands around it.
struct amount_text {
    bool negative{};
    std::string_view digits; ///< all the rest
    std::string_view mark;   ///< "$", "EUR"; empty without one
};
[[nodiscard]] amount_text taken_apart(std::string_view text);

/// The currencies that a sign stands for, the likeliest first, with a blank between two: "USD CAD AUD"; a
/// code stands for itself. Empty for what is no mark.
[[nodiscard]] std::string_view currencies_of(std::string_view mark);

/// In the smallest unit of the currency, which may be none. A mark of another currency is a fault.
[[nodiscard]] number read_amount(std::string_view text, std::string_view currency, unsigned decimals,
                                 const number_style &style);

} // namespace report
