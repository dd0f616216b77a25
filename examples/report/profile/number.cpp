// SPDX-License-Identifier: MIT
#include "profile/number.hpp"

#include "read/blanks.hpp"

#include <algorithm>
#include <array>

namespace report {
namespace {

/// A number of at most nine digits and nothing else, as nearly all numbers are.
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

/// The size of the separator of thousands at the front of the text; 0 if there is none.
std::size_t gap_at(std::string_view text, std::string_view thousands) {
    constexpr std::array<std::string_view, 2> apostrophes{"'", "\xE2\x80\x99"};
    const auto one_of = [text](const auto &list) -> std::size_t {
        for (const std::string_view each : list)
            if (text.starts_with(each)) return each.size();
        return 0;
    };
    if (thousands == " ") return blank_at_front(text);
    if (thousands == apostrophes[0]) return one_of(apostrophes);
    return !thousands.empty() && text.starts_with(thousands) ? thousands.size() : 0;
}

/// The digits without the separators between groups of three; unchanged if a separator stands elsewhere.
std::string_view without_gaps(std::string_view text, std::string_view thousands, std::string &room) {
    if (thousands.empty() || digits_only(text)) return text;
    std::size_t group = std::min(text.find_first_not_of("0123456789"), text.size());
    if (group == 0 || group > 3) return text;
    room.assign(text.substr(0, group));
    for (std::string_view left = text.substr(group); !left.empty(); left.remove_prefix(3)) {
        const std::size_t gap = gap_at(left, thousands);
        if (gap == 0 || left.size() < gap + 3 || !digits_only(left.substr(gap, 3))) return text;
        left.remove_prefix(gap);
        room += left.substr(0, 3);
    }
    return room;
}

/// "1.000", "12,500": thousands or decimals, unless somebody says which.
std::string two_readings(std::string_view text) {
    const std::size_t mark = text.find_first_of(".,");
    if (mark == 0 || mark > 3 || text.front() == '0' || text.size() != mark + 4) return {};
    const std::string_view whole = text.substr(0, mark);
    std::string_view behind = text.substr(mark + 1);
    if (!digits_only(whole) || !digits_only(behind)) return {};
    std::string readings{whole};
    const std::string thousands = readings + std::string{behind};
    while (behind.ends_with('0'))
        behind.remove_suffix(1);
    if (!behind.empty()) readings += '.' + std::string{behind};
    return readings + " or " + thousands;
}

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// A text read as a number: its digits before and after the point.
struct written {
    bool negative{};
    std::string_view whole, behind;
    std::string room; ///< for `whole`, if there were separators between its digits
    number wrong{};   ///< why it is no number

    written(std::string_view text, const number_style &style) {
        if (!text.empty() && (is_beyond_ascii(text.front()) || is_beyond_ascii(text.back())))
            text = without_blanks(text); // including invisible ones
        if (text.empty()) {
            wrong.fault = "is empty";
            return;
        }
        negative = text.size() > 1 && text.front() == '-';
        if (negative) text.remove_prefix(1);
        if (!style.told)
            if (std::string readings = two_readings(text); !readings.empty()) {
                wrong = {0,
                         "has thousands or decimals: \"thousands\" or \"decimal\" in the profile says which",
                         std::move(readings)};
                return;
            }
        const std::size_t dot = text.find(style.point);
        whole = without_gaps(text.substr(0, dot), style.thousands, room);
        behind = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
        if (whole.empty() || !digits_only(whole) || !digits_only(behind) ||
            (behind.empty() && dot != std::string_view::npos))
            wrong.fault = "is no number";
    }
    written(const written &) = delete; // it may hold its digits itself
};

} // namespace

number read_number(std::string_view text, unsigned decimals, const number_style &style, number_range range) {
    if (decimals == 0)
        if (const auto n = short_number(text); n && *n <= range.greatest) return {*n, {}, {}};
    written digits{text, style};
    if (!digits.wrong.fault.empty()) return std::move(digits.wrong);
    const bool negative = digits.negative;
    std::string_view behind = digits.behind;
    const auto fault = [](std::string why) { return number{0, std::move(why), {}}; };
    if (negative && range.least == 0) return fault("is negative");
    while (behind.size() > decimals && behind.back() == '0')
        behind.remove_suffix(1);
    const bool up = style.rounded && behind.size() > decimals && behind[decimals] >= '5';
    if (style.rounded) behind = behind.substr(0, std::min<std::size_t>(behind.size(), decimals));
    if (behind.size() > decimals)
        return fault(decimals == 0 ? "is no whole number"
                                   : "has more than " + std::to_string(decimals) + " decimals");

    const std::int64_t most = negative ? -range.least : range.greatest;
    std::int64_t n = 0;
    const auto add = [&](char digit) { // the range leaves room for one more digit
        n = n * 10 + (digit - '0');
        return n <= most;
    };
    const auto too_much = [&](const char *unit) {
        return fault((negative ? "is less than -" : "is greater than ") + std::to_string(most) + unit);
    };
    for (const char c : digits.whole)
        if (!add(c)) return too_much("");
    for (std::size_t i = 0; i < decimals; ++i)
        if (!add(i < behind.size() ? behind[i] : '0')) return too_much(" in its smallest unit");
    if (up && ++n > most) return too_much(" in its smallest unit");
    return {negative ? -n : n, {}, {}};
}

number read_decimal(std::string_view text, const number_style &style, decimal &into) {
    written digits{text, style};
    if (!digits.wrong.fault.empty()) return std::move(digits.wrong);
    number whole = read_number(digits.whole, 0, {}, any_amount);
    number behind = read_number("0." + std::string{digits.behind.empty() ? "0" : digits.behind}, 9);
    if (!whole.fault.empty()) return whole;
    if (!behind.fault.empty()) return behind;
    into = digits.negative ? decimal{-whole.value, -behind.value} : decimal{whole.value, behind.value};
    return {};
}

std::optional<kpi::fraction<std::uint64_t>> read_fraction(std::string_view text) {
    const std::size_t dot = text.find('.');
    const std::size_t decimals = dot == std::string_view::npos ? 0 : text.size() - dot - 1;
    if (decimals > 9) return std::nullopt;
    const number read = read_number(text, static_cast<unsigned>(decimals), {}, {0, any_amount.greatest});
    if (!read.fault.empty()) return std::nullopt;
    std::uint64_t denominator = 1;
    for (std::size_t i = 0; i < decimals; ++i)
        denominator *= 10;
    return kpi::fraction<std::uint64_t>{static_cast<std::uint64_t>(read.value), denominator};
}

} // namespace report
