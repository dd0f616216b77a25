// SPDX-License-Identifier: MIT
#pragma once

/// Weeks as ISO 8601 numbers them: from Monday to Sunday. Week 1 of a year is the one that holds its 4
/// January, and so its first Thursday. The first days of January can be in the last week of the year before,
/// and the last of December in week 1 of the next. The period `weeks` has the same boundaries.

#include <kpi/time/civil.hpp>
#include <kpi/time/period.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// A year, which need not be the calendar's, and its week 1..53.
struct iso_week {
    std::int32_t year{}; ///< the week's, not always the day's
    std::uint8_t week{}; ///< 1..53

    friend constexpr bool operator==(iso_week, iso_week) = default;
};

/// The week of a day, given in days since 1970-01-01.
[[nodiscard]] constexpr iso_week iso_week_of(std::int32_t day) noexcept {
    const std::int64_t thursday = std::int64_t{day} - weekday(day) + 3;
    // The first and last days of 32 bits lie mid-year: the rest of their week is in the same year.
    const std::int32_t year =
        civil_from_days(thursday == static_cast<std::int32_t>(thursday) ? static_cast<std::int32_t>(thursday)
                                                                        : day)
            .year;
    const std::int64_t since = thursday - detail::count_days({year, 1, 1});
    return {year, static_cast<std::uint8_t>(since / 7 + 1)};
}
/// The week of a time point of any type.
[[nodiscard]] constexpr iso_week iso_week_of(time_point auto t) noexcept {
    return iso_week_of(days<1>::index(t));
}
/// The week with this number in the period `weeks`, as labels and `start` count it.
[[nodiscard]] constexpr iso_week iso_week_numbered(std::int32_t week) noexcept {
    return iso_week_of(weeks::start(week));
}

/// The Monday of a week, as days since 1970-01-01. If the year has no week 53, that is week 1 of the next
/// year.
[[nodiscard]] constexpr std::int32_t first_day_of(iso_week w) noexcept {
    const std::int32_t in_week_1 = days_since_epoch({w.year, 1, 4});
    return in_week_1 - static_cast<std::int32_t>(weekday(in_week_1)) + (w.week - 1) * 7;
}
/// 52 or 53.
[[nodiscard]] constexpr std::uint8_t iso_weeks_in(std::int32_t year) noexcept {
    return iso_week_of(first_day_of({year, 53})).year == year ? 53 : 52;
}

} // namespace kpi::inline v1
