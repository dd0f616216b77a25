// SPDX-License-Identifier: MIT
#include "profile/number.hpp"

#include <limits>

namespace report {
namespace {

/// Of at most nine digits and nothing else, as nearly all numbers are.
std::optional<std::uint32_t> short_number(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    std::uint32_t n = 0;
    for (const char c : text) {
        const auto digit = static_cast<unsigned char>(c - '0');
        if (digit > 9) return std::nullopt;
        n = n * 10 + digit;
    }
    return n;
}

bool digits_only(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

number read_number(std::string_view text, unsigned decimals, char point) {
    if (decimals == 0)
        if (const auto n = short_number(text)) return {*n, {}};
    if (text.empty()) return {0, "is empty"};

    const std::size_t dot = text.find(point);
    std::string_view whole = text.substr(0, dot);
    std::string_view behind = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.size() > 1 && whole.front() == '-' && digits_only(whole.substr(1))) return {0, "is negative"};
    if (whole.empty() || !digits_only(whole) || !digits_only(behind) ||
        (behind.empty() && dot != std::string_view::npos))
        return {0, "is no number"};
    while (behind.size() > decimals && behind.back() == '0')
        behind.remove_suffix(1);
    if (behind.size() > decimals) return {0, "has more decimals than the profile says"};

    std::uint64_t n = 0;
    const auto add = [&](char digit) {
        n = n * 10 + static_cast<std::uint64_t>(digit - '0');
        return n <= std::numeric_limits<std::uint32_t>::max();
    };
    for (char c : whole)
        if (!add(c)) return {0, "is greater than 4294967295"};
    for (std::size_t i = 0; i < decimals; ++i)
        if (!add(i < behind.size() ? behind[i] : '0'))
            return {0, "is greater than 4294967295 in its smallest unit"};
    return {static_cast<std::uint32_t>(n), {}};
}

std::optional<kpi::fraction<std::uint64_t>> read_fraction(std::string_view text) {
    const std::size_t dot = text.find('.');
    const std::size_t decimals = dot == std::string_view::npos ? 0 : text.size() - dot - 1;
    if (decimals > 9) return std::nullopt;
    const number read = read_number(text, static_cast<unsigned>(decimals));
    if (!read.fault.empty()) return std::nullopt;
    std::uint64_t denominator = 1;
    for (std::size_t i = 0; i < decimals; ++i)
        denominator *= 10;
    return kpi::fraction<std::uint64_t>{read.value, denominator};
}

} // namespace report
