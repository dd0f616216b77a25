// SPDX-License-Identifier: MIT
#pragma once

/// Days from Monday to Friday: quotas are shared out by them, and hours a day become hours.

#include "profile/periods.hpp"

#include <algorithm>
#include <cstdint>

namespace report {

/// The days that two stretches have in common; empty if they do not overlap.
[[nodiscard]] constexpr day_span common(const day_span &a, const day_span &b) {
    const std::int64_t from = std::max(a.from, b.from);
    return {from, std::max(from, std::min(a.until, b.until))};
}

/// The number of working days among these days. Cost: the same for any number of days.
[[nodiscard]] constexpr std::int64_t working_days(const day_span &days) {
    constexpr std::int64_t first_monday = -3; // the first day of 1970 was a Thursday
    const auto before = [](std::int64_t seconds) {
        const std::int64_t day = seconds / a_day - (seconds % a_day < 0 ? 1 : 0) - first_monday;
        const std::int64_t weeks = day / 7 - (day % 7 < 0 ? 1 : 0);
        return weeks * 5 + std::min<std::int64_t>(day - weeks * 7, 5);
    };
    return before(days.until) - before(days.from);
}

} // namespace report
