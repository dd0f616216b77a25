// SPDX-License-Identifier: MIT
#pragma once

/// A time as in the native columns: 2024-01-31, 2024-01-31T17:05, 2024-01-31T17:05:09, and Z or +01:00 after
/// a time of day.

#include <kpi/time/civil.hpp>
#include <kpi/time/instant.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fleet::wallboard {

/// In civil time, with UTC `offset` seconds behind it; nothing if the text is no time.
[[nodiscard]] inline std::optional<kpi::instant> read_time(std::string_view text, std::int32_t offset) {
    const auto number = [&](std::size_t digits) {
        std::int32_t n = -1;
        if (text.size() < digits || text[0] < '0' || text[0] > '9') return n;
        const auto [end, wrong] = std::from_chars(text.data(), text.data() + digits, n);
        if (end != text.data() + digits || wrong != std::errc{}) return std::int32_t{-1};
        text.remove_prefix(digits);
        return n;
    };
    const auto take = [&](char c) {
        if (text.empty() || text.front() != c) return false;
        text.remove_prefix(1);
        return true;
    };
    const std::int32_t year = number(4);
    if (!take('-')) return std::nullopt;
    const std::int32_t month = number(2);
    if (!take('-')) return std::nullopt;
    const std::int32_t day_of_month = number(2);
    if (year < 0 || month < 0 || day_of_month < 0) return std::nullopt;
    const kpi::civil_day day{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day_of_month)};
    if (!kpi::exists(day)) return std::nullopt;
    if (text.empty()) return kpi::at(day);

    if (!take('T') && !take(' ')) return std::nullopt;
    const std::int32_t hour = number(2);
    if (!take(':')) return std::nullopt;
    const std::int32_t minute = number(2), second = take(':') ? number(2) : 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return std::nullopt;
    kpi::instant at = kpi::at(day, hour, minute, second);
    if (text.empty()) return at;
    if (take('Z')) return at.seconds += offset, text.empty() ? std::optional{at} : std::nullopt;

    const bool east = take('+');
    if (!east && !take('-')) return std::nullopt;
    const std::int32_t hours = number(2);
    take(':');
    const std::int32_t minutes = number(2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || !text.empty()) return std::nullopt;
    at.seconds += offset - (east ? 1 : -1) * (hours * 3600 + minutes * 60);
    return at;
}

} // namespace fleet::wallboard
