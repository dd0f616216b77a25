// SPDX-License-Identifier: MIT
#include "profile/number.hpp"

namespace report {
namespace {

/// Of at most nine digits and nothing else, as nearly all numbers are.
std::optional<std::int64_t> short_number(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    std::int64_t n = 0;
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

number read_number(std::string_view text, unsigned decimals, char point, number_range range) {
    if (decimals == 0)
        if (const auto n = short_number(text); n && *n <= range.greatest) return {*n, {}};
    if (text.empty()) return {0, "is empty"};

    std::string_view digits = text;
    const bool negative = digits.size() > 1 && digits.front() == '-';
    if (negative) digits.remove_prefix(1);
    const std::size_t dot = digits.find(point);
    std::string_view whole = digits.substr(0, dot);
    std::string_view behind = dot == std::string_view::npos ? std::string_view{} : digits.substr(dot + 1);
    if (whole.empty() || !digits_only(whole) || !digits_only(behind) ||
        (behind.empty() && dot != std::string_view::npos))
        return {0, "is no number"};
    if (negative && range.least == 0) return {0, "is negative"};
    while (behind.size() > decimals && behind.back() == '0')
        behind.remove_suffix(1);
    if (behind.size() > decimals)
        return {0, decimals == 0 ? "is no whole number"
                                 : "has more than " + std::to_string(decimals) + " decimals"};

    const std::int64_t most = negative ? -range.least : range.greatest;
    std::int64_t n = 0;
    const auto add = [&](char digit) { // the range leaves room for one digit more
        n = n * 10 + (digit - '0');
        return n <= most;
    };
    const auto too_much = [&](const char *unit) {
        return number{0, (negative ? "is less than -" : "is greater than ") + std::to_string(most) + unit};
    };
    for (const char c : whole)
        if (!add(c)) return too_much("");
    for (std::size_t i = 0; i < decimals; ++i)
        if (!add(i < behind.size() ? behind[i] : '0')) return too_much(" in its smallest unit");
    return {negative ? -n : n, {}};
}

std::optional<kpi::fraction<std::uint64_t>> read_fraction(std::string_view text) {
    const std::size_t dot = text.find('.');
    const std::size_t decimals = dot == std::string_view::npos ? 0 : text.size() - dot - 1;
    if (decimals > 9) return std::nullopt;
    const number read = read_number(text, static_cast<unsigned>(decimals), '.', {0, any_amount.greatest});
    if (!read.fault.empty()) return std::nullopt;
    std::uint64_t denominator = 1;
    for (std::size_t i = 0; i < decimals; ++i)
        denominator *= 10;
    return kpi::fraction<std::uint64_t>{static_cast<std::uint64_t>(read.value), denominator};
}

} // namespace report
