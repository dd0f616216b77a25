// SPDX-License-Identifier: MIT
#include "profile/condition.hpp"

#include "profile/amount.hpp"
#include "profile/fold.hpp"

#include <algorithm>

namespace report {
namespace {

bool is_found(std::string_view text, std::string_view cell, found_as how) {
    switch (how) {
    case found_as::beginning:
        return cell.starts_with(text);
    case found_as::part:
        return cell.find(text) != std::string_view::npos;
    default:
        return cell == text;
    }
}

bool any_found(const condition &asked, std::string_view cell) {
    return std::any_of(asked.texts.begin(), asked.texts.end(),
                       [&](const std::string &text) { return is_found(text, cell, asked.how); });
}

} // namespace

bool holds(const condition &asked, std::string_view cell, number &wrong) {
    if (!asked.texts.empty())
        return any_found(asked, asked.any_case ? std::string_view{in_lower_case(cell)} : cell) !=
               asked.negated;
    decimal n;
    if (cell.empty()) return false;
    const amount_text amount = taken_apart(cell); // in whatever currency
    wrong = read_decimal(amount.digits, asked.style, n);
    if (!wrong.fault.empty()) return false;
    if (amount.negative) n = {-n.whole, -n.billionths};
    const std::optional<limit> &from = asked.from, &to = asked.to;
    return (!from || n > from->at || (from->within && n == from->at)) &&
           (!to || n < to->at || (to->within && n == to->at));
}

} // namespace report
