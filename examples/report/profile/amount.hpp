// SPDX-License-Identifier: MIT
#pragma once

/// Amounts as exports write them: a currency's sign or code before or after the number, a minus before
/// either, and parentheses for negative amounts.

#include "profile/number.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace report {

/// An amount's number, and the marks around it.
struct amount_text {
    bool negative{};
    std::string_view digits; ///< all the rest
    std::string_view mark;   ///< "$", "EUR"; empty without one
};
[[nodiscard]] amount_text taken_apart(std::string_view text);

/// The currencies that a sign stands for, the likeliest first, separated by blanks: "USD CAD AUD"; a code
/// stands for itself. Empty if the text is no mark.
[[nodiscard]] std::string_view currencies_of(std::string_view mark);

/// In the smallest unit of the currency, which may be empty. A mark of another currency is a fault.
[[nodiscard]] number read_amount(std::string_view text, std::string_view currency, unsigned decimals,
                                 const number_style &style);

} // namespace report
