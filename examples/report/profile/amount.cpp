// SPDX-License-Identifier: MIT
#include "profile/amount.hpp"

#include "profile/currency.hpp"
#include "read/blanks.hpp"

#include <algorithm>
#include <array>

namespace report {
namespace {

/// A sign, and the currencies that it stands for.
struct sign {
    std::string_view text, currencies;
};
/// Longer signs stand before others that are their endings.
constexpr std::array signs{sign{"US$", "USD"},
                           sign{"CA$", "CAD"},
                           sign{"NZ$", "NZD"},
                           sign{"HK$", "HKD"},
                           sign{"MX$", "MXN"},
                           sign{"NT$", "TWD"},
                           sign{"C$", "CAD"},
                           sign{"A$", "AUD"},
                           sign{"S$", "SGD"},
                           sign{"R$", "BRL"},
                           sign{"$", "USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD"},
                           sign{"€", "EUR"},
                           sign{"£", "GBP EGP"},
                           sign{"¥", "JPY CNY"},
                           sign{"₹", "INR"},
                           sign{"₽", "RUB"},
                           sign{"₩", "KRW"},
                           sign{"₺", "TRY"},
                           sign{"₪", "ILS"},
                           sign{"₫", "VND"},
                           sign{"₱", "PHP"},
                           sign{"₴", "UAH"},
                           sign{"฿", "THB"},
                           sign{"zł", "PLN"},
                           sign{"Kč", "CZK"},
                           sign{"Ft", "HUF"},
                           sign{"Fr.", "CHF"},
                           sign{"kr.", "DKK"},
                           sign{"kr", "SEK NOK DKK ISK"},
                           sign{"Rs.", "INR PKR LKR"},
                           sign{"Rs", "INR PKR LKR"}};

bool take_minus(std::string_view &text) {
    constexpr std::string_view minus = "\xE2\x88\x92"; // as it is printed
    if (text.size() > 1 && text.front() == '-') return text.remove_prefix(1), true;
    if (text.starts_with(minus)) return text.remove_prefix(minus.size()), true;
    return false;
}

std::string_view take_mark(std::string_view &text) {
    const auto take = [&text](std::string_view mark, bool in_front) {
        text =
            without_blanks(in_front ? text.substr(mark.size()) : text.substr(0, text.size() - mark.size()));
        return mark;
    };
    for (const sign &each : signs) {
        if (text.starts_with(each.text)) return take(each.text, true);
        if (text.ends_with(each.text)) return take(each.text, false);
    }
    if (text.size() > 3 && is_currency(text.substr(0, 3))) return take(text.substr(0, 3), true);
    if (text.size() > 3 && is_currency(text.substr(text.size() - 3)))
        return take(text.substr(text.size() - 3), false);
    return {};
}

bool stands_for(std::string_view mark, std::string_view currency) {
    if (mark == currency) return true;
    return std::any_of(signs.begin(), signs.end(), [&](const sign &each) {
        return each.text == mark && each.currencies.find(currency) != std::string_view::npos;
    });
}

} // namespace

std::string_view currencies_of(std::string_view mark) {
    if (is_currency(mark)) return mark;
    const auto found =
        std::find_if(signs.begin(), signs.end(), [mark](const sign &each) { return each.text == mark; });
    return found == signs.end() ? std::string_view{} : found->currencies;
}

amount_text taken_apart(std::string_view text) {
    amount_text amount{false, text, {}};
    const bool plain = !text.empty() && '0' <= text.front() && text.front() <= '9' && '0' <= text.back() &&
                       text.back() <= '9';
    if (plain) return amount;
    std::string_view &left = amount.digits;
    left = without_blanks(left);
    const bool in_parentheses = left.size() > 2 && left.front() == '(' && left.back() == ')';
    if (in_parentheses) left = without_blanks(left.substr(1, left.size() - 2));
    bool minus = take_minus(left);
    amount.mark = take_mark(left);
    if (!minus && !amount.mark.empty()) minus = take_minus(left);
    if (minus && in_parentheses) return {false, text, {}}; // a minus twice over
    amount.negative = minus || in_parentheses;
    return amount;
}

number read_amount(std::string_view text, std::string_view currency, unsigned decimals,
                   const number_style &style) {
    const amount_text amount = taken_apart(text);
    if (!amount.mark.empty() && currency.empty())
        return {0, "names a currency, and the profile none: it needs \"currency\"", {}};
    if (!amount.mark.empty() && !stands_for(amount.mark, currency))
        return {0, "is not in " + std::string{currency}, {}};
    if (amount.digits.empty() && !text.empty()) return {0, "is no number", {}};
    number n = read_number(amount.digits, decimals, style, any_amount);
    if (n.fault.empty() && amount.negative) {
        if (amount.digits.starts_with('-')) return {0, "is no number", {}};
        n.value = -n.value;
    }
    return n;
}

} // namespace report
