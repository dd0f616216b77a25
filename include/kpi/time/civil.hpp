// SPDX-License-Identifier: MIT
#pragma once

/// Days of the Gregorian calendar as a count since 1970-01-01, and back: for every day that 32 bits can
/// number, years before 1970 and before 0 included. Algorithms by Hinnant, "chrono-compatible low-level date
/// algorithms" (2014).

#include <kpi/time/instant.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// A day of the calendar: month 1..12, day 1..31.
struct civil_day {
    std::int32_t year{};  ///< of the Gregorian calendar, before its time too
    std::uint8_t month{}; ///< 1..12
    std::uint8_t day{};   ///< 1..31

    friend constexpr bool operator==(civil_day, civil_day) = default;
};

/// In the Gregorian calendar.
[[nodiscard]] constexpr bool is_leap(std::int32_t year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// 28..31; 0 for a month that does not exist.
[[nodiscard]] constexpr std::uint8_t days_in_month(std::int32_t year, std::uint32_t month) noexcept {
    if (month < 1 || month > 12) return 0;
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// True if the day is on the calendar: 30 February is not.
[[nodiscard]] constexpr bool exists(civil_day d) noexcept {
    return d.day >= 1 && d.day <= days_in_month(d.year, d.month);
}

namespace detail {
// In 64 bits, because the first of a month may lie before the first day that 32 bits can number. The year is
// counted from March, so that the leap day is its last.
[[nodiscard]] constexpr std::int64_t count_days(civil_day d) noexcept {
    const std::int32_t y = d.month <= 2 ? d.year - 1 : d.year;
    const std::int32_t era = (y >= 0 ? y : y - 399) / 400;
    const auto year_of_era = static_cast<std::uint32_t>(y - era * 400);
    const std::uint32_t day_of_year =
        (153u * (d.month > 2 ? d.month - 3u : d.month + 9u) + 2u) / 5u + d.day - 1u;
    const std::uint32_t day_of_era = year_of_era * 365u + year_of_era / 4u - year_of_era / 100u + day_of_year;
    return std::int64_t{era} * 146097 + day_of_era - 719468;
}
} // namespace detail

/// Days since 1970-01-01.
[[nodiscard]] constexpr std::int32_t days_since_epoch(civil_day d) noexcept {
    return static_cast<std::int32_t>(detail::count_days(d));
}

/// The day that is this many days after 1970-01-01.
[[nodiscard]] constexpr civil_day civil_from_days(std::int32_t days) noexcept {
    // An era is 400 years or 146097 days, and 1970-01-01 is day 135080 of era 4. In 32 bits, for firmware.
    const std::int32_t eras = days / 146097 - (days % 146097 < 0 ? 1 : 0);
    const std::uint32_t since =
        static_cast<std::uint32_t>(days) - static_cast<std::uint32_t>(eras) * 146097u + 135080u;
    const std::int32_t era = eras + 4 + (since >= 146097u ? 1 : 0);
    const std::uint32_t day_of_era = since % 146097u;
    const std::uint32_t year_of_era =
        (day_of_era - day_of_era / 1460u + day_of_era / 36524u - day_of_era / 146096u) / 365u;
    const std::uint32_t day_of_year =
        day_of_era - (365u * year_of_era + year_of_era / 4u - year_of_era / 100u);
    const std::uint32_t march_month = (5u * day_of_year + 2u) / 153u;
    const std::uint32_t month = march_month < 10u ? march_month + 3u : march_month - 9u;
    return {static_cast<std::int32_t>(year_of_era) + era * 400 + (month <= 2u ? 1 : 0),
            static_cast<std::uint8_t>(month),
            static_cast<std::uint8_t>(day_of_year - (153u * march_month + 2u) / 5u + 1u)};
}

/// 0 Monday .. 6 Sunday.
[[nodiscard]] constexpr std::uint32_t weekday(std::int32_t days) noexcept {
    const std::int32_t w = (days % 7 + 10) % 7; // 1970-01-01 was a Thursday
    return static_cast<std::uint32_t>(w);
}

/// A time of a day, as an instant.
[[nodiscard]] constexpr instant at(civil_day d, std::int32_t hour = 0, std::int32_t minute = 0,
                                   std::int32_t second = 0) noexcept {
    return {detail::count_days(d) * 86400 + std::int64_t{hour} * 3600 + std::int64_t{minute} * 60 + second};
}

} // namespace kpi::inline v1
