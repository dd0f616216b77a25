// SPDX-License-Identifier: MIT
#include "profile/duration.hpp"

#include "profile/date_text.hpp"
#include "profile/fold.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>

namespace report {
namespace {

constexpr std::int64_t longest = 0xffff'ffff; // 136 years
constexpr std::int64_t thousandths = 1'000, hour_ms = 3'600'000, minute_ms = 60'000, day_ms = 86'400'000;

number no_duration(duration_form form) {
    return {0, "is no time of the form " + std::string{duration_forms[static_cast<std::size_t>(form)]}, {}};
}

number in_seconds(std::int64_t milliseconds) {
    const std::int64_t seconds = (milliseconds + thousandths / 2) / thousandths;
    if (seconds > longest) return {0, "is longer than 136 years", {}};
    return {seconds, {}, {}};
}

/// A number of units of so many milliseconds, exact to a millionth of a unit.
number read_units(std::string_view text, std::int64_t unit, const number_style &style) {
    constexpr std::int64_t millionth = 1'000'000, room = 9'000'000'000'000'000'000;
    number_style rounded = style;
    rounded.rounded = true;
    number n = read_number(text, 6, rounded, {0, any_amount.greatest / 10});
    if (n.fault.starts_with("is greater") || n.value / millionth > longest * thousandths / unit)
        return {0, "is longer than 136 years", {}};
    if (!n.fault.empty()) return n;
    const std::int64_t whole = n.value / millionth * unit, behind = n.value % millionth * unit;
    static_assert(room / day_ms > millionth);
    return in_seconds(whole + behind / millionth);
}

/// Parts separated by colons, each of so many milliseconds; all but the first have two digits, below 60.
number read_clock(std::string_view text, duration_form form, std::span<const std::int64_t> units) {
    date_text in{text};
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        int n = 0;
        if (i == 0 ? !in.number(n, 1, 6) : !in.take(':') || !in.number(n, 2, 2) || n > 59)
            return no_duration(form);
        sum += n * units[i];
    }
    if (units.back() == thousandths && in.take('.')) {
        int digit = 0, scale = 100;
        if (!in.number(digit, 1, 1)) return no_duration(form);
        do {
            sum += digit * scale;
            scale /= 10;
        } while (in.number(digit, 1, 1));
    }
    return in.at_end() ? in_seconds(sum) : no_duration(form);
}

struct unit_word {
    std::string_view word;
    std::int64_t unit;
};
constexpr std::array<unit_word, 20> unit_words{{{"d", day_ms},
                                                {"day", day_ms},
                                                {"days", day_ms},
                                                {"h", hour_ms},
                                                {"hr", hour_ms},
                                                {"hrs", hour_ms},
                                                {"hour", hour_ms},
                                                {"hours", hour_ms},
                                                {"m", minute_ms},
                                                {"min", minute_ms},
                                                {"mins", minute_ms},
                                                {"minute", minute_ms},
                                                {"minutes", minute_ms},
                                                {"s", thousandths},
                                                {"sec", thousandths},
                                                {"secs", thousandths},
                                                {"second", thousandths},
                                                {"seconds", thousandths},
                                                {"ms", 1},
                                                {"msec", 1}}};

std::optional<std::int64_t> unit_of(std::string_view word) {
    for (const auto &[known, unit] : unit_words)
        if (known == word) return unit;
    return std::nullopt;
}

/// "1 day, 2 hours 5 min", "2m 13s": greater units first, each at most once.
number read_words(std::string_view text) {
    const std::string folded = in_lower_case(text);
    std::string_view left = folded;
    const auto take_while = [&left](auto &&is_one) {
        std::size_t n = 0;
        while (n < left.size() && is_one(left[n]))
            ++n;
        const std::string_view taken = left.substr(0, n);
        left.remove_prefix(n);
        return taken;
    };
    const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
    const auto is_blank = [](char c) { return c == ' ' || c == ','; };
    const auto is_letter = [](char c) { return 'a' <= c && c <= 'z'; };

    std::int64_t sum = 0, smallest = 2 * day_ms;
    do {
        const std::string_view digits = take_while(is_digit);
        take_while(is_blank);
        const auto unit = unit_of(take_while(is_letter));
        if (left.starts_with('.')) left.remove_prefix(1); // "min."
        if (digits.empty() || digits.size() > 9 || !unit || *unit >= smallest)
            return no_duration(duration_form::words);
        smallest = *unit;
        sum += read_number(digits).value * *unit;
        take_while(is_blank);
    } while (!left.empty());
    return in_seconds(sum);
}

} // namespace

number read_duration(std::string_view text, duration_form form, const number_style &style) {
    constexpr std::array<std::int64_t, 3> hms{hour_ms, minute_ms, thousandths};
    constexpr std::array<std::int64_t, 2> hm{hour_ms, minute_ms}, ms{minute_ms, thousandths};
    if (text.empty()) return {0, "is empty", {}};
    switch (form) {
    case duration_form::milliseconds:
        return read_units(text, 1, style);
    case duration_form::minutes:
        return read_units(text, minute_ms, style);
    case duration_form::hours:
        return read_units(text, hour_ms, style);
    case duration_form::days:
        return read_units(text, day_ms, style);
    case duration_form::hms:
        return read_clock(text, form, hms);
    case duration_form::hm:
        return read_clock(text, form, hm);
    case duration_form::ms:
        return read_clock(text, form, ms);
    case duration_form::words:
        return read_words(text);
    default:
        return read_units(text, thousandths, style);
    }
}

} // namespace report
