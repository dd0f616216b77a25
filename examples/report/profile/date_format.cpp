// SPDX-License-Identifier: MIT
#include "profile/date_format.hpp"

#include "profile/date_text.hpp"
#include <kpi/time/civil.hpp>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace report {
namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t first_second = -62'135'596'800; // 0001-01-01 00:00:00
constexpr std::int64_t last_second = 253'402'300'799;  // 9999-12-31 23:59:59

/// What a date text says, part by part.
struct parts {
    int year{}, month{}, day{};
    int hour{-1}; ///< before midnight: it says none
    int minute{}, second{};
    std::optional<bool> afternoon;
    std::optional<std::int64_t> offset;
};

std::optional<moment> to_moment(const parts &p, std::int64_t utc_offset) {
    const bool whole_day = p.hour < 0;
    int hour = whole_day ? 0 : p.hour;
    if (p.afternoon) {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + (*p.afternoon ? 12 : 0);
    }
    const kpi::civil_day date{p.year, static_cast<std::uint8_t>(p.month), static_cast<std::uint8_t>(p.day)};
    if (p.year < 1 || !kpi::exists(date) || hour > 23 || p.minute > 59 || p.second > 59) return std::nullopt;

    std::int64_t seconds = kpi::at(date, hour, p.minute, p.second).seconds;
    if (p.offset) seconds += utc_offset - *p.offset;
    return moment{seconds, p.offset.has_value(), whole_day};
}

bool read_iso(date_text &in, parts &p) {
    if (!in.number(p.year, 4, 4) || !in.take('-') || !in.number(p.month, 2, 2) || !in.take('-') ||
        !in.number(p.day, 2, 2))
        return false;
    if (in.at_end()) return true;
    if (!in.take('T') && !in.take(' ')) return false;
    if (!in.number(p.hour, 2, 2) || !in.take(':') || !in.number(p.minute, 2, 2)) return false;
    if (in.take(':') && !(in.number(p.second, 2, 2) && in.fraction())) return false;
    return in.at_end() || (in.zone(p.offset) && in.at_end());
}

bool read_by_pattern(std::string_view pattern, date_text &in, parts &p) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') {
            if (!in.take(pattern[i])) return false;
            continue;
        }
        switch (pattern[++i]) {
        case 'Y':
            if (!in.number(p.year, 4, 4)) return false;
            break;
        case 'y':
            if (!in.number(p.year, 2, 2)) return false;
            p.year += p.year < 69 ? 2000 : 1900;
            break;
        case 'm':
            if (!in.number(p.month, 1, 2)) return false;
            break;
        case 'b':
            if (!in.month_name(p.month)) return false;
            break;
        case 'd':
            if (!in.number(p.day, 1, 2)) return false;
            break;
        case 'H':
        case 'I':
            if (!in.number(p.hour, 1, 2)) return false;
            break;
        case 'M':
            if (!in.number(p.minute, 2, 2)) return false;
            break;
        case 'S':
            if (!in.number(p.second, 2, 2)) return false;
            break;
        case 'p':
            if (!in.half_of_day(p.afternoon)) return false;
            break;
        case 'z':
            if (!in.zone(p.offset)) return false;
            break;
        default:
            if (!in.take('%')) return false;
        }
    }
    return in.at_end();
}

/// Why a pattern cannot be read by; empty if it can.
std::string objection_to(std::string_view pattern) {
    std::string told;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') continue;
        const char c = ++i < pattern.size() ? pattern[i] : ' ';
        if (std::string_view{"YymbdHIMSpz%"}.find(c) == std::string_view::npos)
            return "\"%" + std::string{c == ' ' ? "" : std::string(1, c)} +
                   "\" is none of %Y %y %m %b %d %H %I %M %S %p %z %%";
        if (c != '%' && told.find(c) != std::string::npos) return std::string{"has %"} + c + " twice";
        told += c;
    }
    const auto has = [&](char c) { return told.find(c) != std::string::npos; };
    if (has('Y') == has('y') || has('m') == has('b') || !has('d'))
        return "needs a year (%Y or %y), a month (%m or %b) and a day (%d), once each";
    if (has('H') && has('I')) return "has both %H and %I";
    if (has('I') != has('p')) return "needs %I and %p together";
    if ((has('M') || has('S') || has('z')) && !(has('H') || has('I')))
        return "has a part of a time without %H or %I";
    if (has('S') && !has('M')) return "has %S without %M";
    return {};
}

} // namespace

date_format::date_format(std::string_view text, std::int64_t utc_offset)
    : text_{text}, utc_offset_{utc_offset} {
    if (text == "iso")
        form_ = form::iso;
    else if (text == "epoch")
        form_ = form::epoch;
    else if (text == "epoch_ms")
        form_ = form::epoch_ms;
    else if (const std::string objection = objection_to(text); !objection.empty())
        throw std::invalid_argument{"the date format \"" + text_ + "\" " + objection +
                                    "; others are iso, epoch, epoch_ms"};
}

std::optional<moment> date_format::read(std::string_view date) const {
    date_text in{date};
    parts p;
    if (form_ == form::iso) return read_iso(in, p) ? to_moment(p, utc_offset_) : std::nullopt;
    if (form_ == form::pattern)
        return read_by_pattern(text_, in, p) ? to_moment(p, utc_offset_) : std::nullopt;

    const bool before_1970 = in.take('-');
    const std::size_t most_digits = form_ == form::epoch_ms ? 15 : 12;
    std::int64_t n = 0;
    std::size_t digits = 0;
    for (int digit = 0; digits < most_digits && in.number(digit, 1, 1); ++digits)
        n = n * 10 + digit;
    if (digits == 0 || !in.fraction() || !in.at_end()) return std::nullopt;
    if (before_1970) n = -n;
    if (form_ == form::epoch_ms) n = n / 1000 - (n % 1000 < 0 ? 1 : 0);
    if (n < first_second || n > last_second) return std::nullopt;
    return moment{n + utc_offset_, true};
}

std::optional<std::int64_t> read_utc_offset(std::string_view text) {
    std::optional<std::int64_t> offset;
    date_text in{text};
    return in.zone(offset) && in.at_end() ? offset : std::nullopt;
}

std::string iso_day(std::int64_t seconds) {
    const std::int64_t days = seconds / day_seconds - (seconds % day_seconds < 0 ? 1 : 0);
    const kpi::civil_day date = kpi::civil_from_days(static_cast<std::int32_t>(days));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, int{date.month}, int{date.day});
    return text.data();
}

} // namespace report
