// SPDX-License-Identifier: MIT
#include "profile/date_format.hpp"

#include "profile/date_parts.hpp"
#include "profile/date_text.hpp"
#include "profile/number.hpp"
#include <kpi/time/civil.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace report {
namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t first_second = -62'135'596'800; // 0001-01-01 00:00:00
constexpr std::int64_t last_second = 253'402'300'799;  // 9999-12-31 23:59:59

const date_names &english() {
    static const date_names names;
    return names;
}

/// The second of the day, from the hour and the smaller parts.
std::optional<std::int64_t> second_of_day(const date_parts &p) {
    int hour = p.hour;
    if (p.afternoon) {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + (*p.afternoon ? 12 : 0);
    }
    if (hour > 23 || p.minute > 59 || p.second > 59) return std::nullopt;
    return hour * 3600 + p.minute * 60 + p.second;
}

/// A moment of UTC, as clocks show it where the user lives.
moment moved(std::int64_t utc, const date_setting &how) { return {how.user.shown_at(utc), true, false}; }

/// A day and, if it is known, the second of that day.
std::optional<moment> on_day(std::int64_t midnight, std::optional<std::int64_t> time,
                             std::optional<std::int64_t> offset, const date_setting &how) {
    if (!time) return moment{midnight, false, true};
    const std::int64_t shown = midnight + *time;
    if (offset) return moved(shown - *offset, how);
    if (!how.column || *how.column == how.user) return moment{shown};
    if (const auto utc = how.column->utc_of(shown)) return moved(*utc, how);
    return std::nullopt;
}

/// The offset of a time with letters for its zone.
std::optional<std::int64_t> offset_by_letters(std::string_view letters, std::int64_t shown,
                                              const date_setting &how) {
    if (how.column)
        if (const auto offset = how.column->offset_of(letters, shown)) return offset;
    if (const auto offset = how.user.offset_of(letters, shown)) return offset;
    return offset_of(letters);
}

std::optional<moment> to_moment(const date_parts &p, std::optional<std::int64_t> time,
                                const date_setting &how) {
    const kpi::civil_day date{p.year, static_cast<std::uint8_t>(p.month), static_cast<std::uint8_t>(p.day)};
    if (p.year < 1 || !kpi::exists(date)) return std::nullopt;
    const std::int64_t midnight = kpi::at(date, 0, 0, 0).seconds;
    if (constexpr int thursday = 3; p.weekday >= 0) // as 1970-01-01 was
        if ((midnight / day_seconds % 7 + 7 + thursday) % 7 != p.weekday) return std::nullopt;
    if (p.hour >= 0) {
        if (time) return std::nullopt; // the time is there twice
        time = second_of_day(p);
        if (!time) return std::nullopt;
    }
    if (p.zone.empty()) return on_day(midnight, time, p.offset, how);
    const auto offset = offset_by_letters(p.zone, midnight + time.value_or(0), how);
    return offset ? on_day(midnight, time, offset, how) : std::nullopt;
}

constexpr std::string_view other_formats = "; others are iso, epoch, epoch_ms, excel";

/// The moment that a spreadsheet's day number stands for, rounded to the nearest second, because few times of
/// a day have a finite decimal.
struct serial_day {
    std::int64_t midnight{};
    std::optional<std::int64_t> time;
};
std::optional<serial_day> read_serial_day(std::string_view text) {
    constexpr std::int64_t first_day = 61, last_day = 2'958'465, day_of_1970 = 25'569;
    constexpr std::int64_t billion = 1'000'000'000;
    const char point = text.find(',') == std::string_view::npos ? '.' : ',';
    const std::size_t dot = text.find(point);
    if (dot != std::string_view::npos) {
        if (text.find_first_not_of("0123456789", dot + 1) != std::string_view::npos) return std::nullopt;
        text = text.substr(0, dot + 10); // a billionth of a day is less than a second
    }
    decimal n;
    if (!read_decimal(text, {.point = point}, n).fault.empty()) return std::nullopt;
    if (n.whole < first_day || n.whole > last_day) return std::nullopt;
    serial_day day{(n.whole - day_of_1970) * day_seconds, std::nullopt};
    if (dot != std::string_view::npos) day.time = (n.billionths * day_seconds + billion / 2) / billion;
    return day;
}

} // namespace

date_format::date_format(std::string_view text, date_setting how) : text_{text}, how_{std::move(how)} {
    if (text == "iso")
        form_ = form::iso;
    else if (text == "epoch")
        form_ = form::epoch;
    else if (text == "epoch_ms")
        form_ = form::epoch_ms;
    else if (text == "excel")
        form_ = form::excel;
    else if (const std::string objection = objection_to(text, false); !objection.empty())
        throw std::invalid_argument{"the date format \"" + text_ + "\" " + objection +
                                    std::string{other_formats}};
}

date_format date_format::of_time(std::string_view text) {
    date_format time;
    time.text_ = text;
    if (text == "iso")
        time.form_ = form::iso;
    else if (const std::string objection = objection_to(text, true); !objection.empty())
        throw std::invalid_argument{"the time format \"" + time.text_ + "\" " + objection +
                                    "; another is iso"};
    return time;
}

bool date_format::tells_time() const {
    return form_ != form::pattern
               ? form_ != form::iso && form_ != form::excel
               : text_.find("%H") != std::string::npos || text_.find("%I") != std::string::npos;
}

std::optional<std::int64_t> date_format::read_time(std::string_view time) const {
    date_text in{time};
    date_parts p;
    const bool is_one = form_ == form::iso ? read_clock(in, p) : read_by_pattern(text_, in, p, english());
    return is_one && in.at_end() ? second_of_day(p) : std::nullopt;
}

std::optional<moment> date_format::read(std::string_view date, std::optional<std::int64_t> time) const {
    date_text in{date};
    date_parts p;
    if (form_ == form::iso) return read_iso(in, p) ? to_moment(p, time, how_) : std::nullopt;
    if (form_ == form::pattern)
        return read_by_pattern(text_, in, p, how_.names ? *how_.names : english()) ? to_moment(p, time, how_)
                                                                                   : std::nullopt;
    if (form_ == form::excel) {
        const auto day = read_serial_day(date);
        if (!day || (day->time && time)) return std::nullopt;
        return on_day(day->midnight, day->time ? day->time : time, std::nullopt, how_);
    }
    if (time) return std::nullopt;

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
    return moved(n, how_);
}

std::string iso_day(std::int64_t seconds) {
    const std::int64_t days = seconds / day_seconds - (seconds % day_seconds < 0 ? 1 : 0);
    const kpi::civil_day date = kpi::civil_from_days(static_cast<std::int32_t>(days));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, int{date.month}, int{date.day});
    return text.data();
}

} // namespace report
