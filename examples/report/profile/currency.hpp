// SPDX-License-Identifier: MIT
#pragma once

/// Currencies by their codes of three letters (ISO 4217), and the number of decimals of each.

#include <algorithm>
#include <array>
#include <string_view>

namespace report {

/// Three capital letters.
[[nodiscard]] constexpr bool is_currency(std::string_view code) {
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

/// The decimals of its smallest unit: 2, unless the standard lists another number. No currency has none.
[[nodiscard]] constexpr unsigned decimals_of(std::string_view code) {
    constexpr std::array<std::string_view, 18> whole{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                     "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                                     "VND", "VUV", "XAF", "XOF", "XPF", ""};
    constexpr std::array<std::string_view, 7> thousandths{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    constexpr std::array<std::string_view, 2> ten_thousandths{"CLF", "UYW"};
    const auto is_in = [code](const auto &list) {
        return std::find(list.begin(), list.end(), code) != list.end();
    };
    return is_in(whole) ? 0 : is_in(thousandths) ? 3 : is_in(ten_thousandths) ? 4 : 2;
}

} // namespace report
