// SPDX-License-Identifier: MIT
#pragma once

/// The parts that the text of a date contains, and the two ways to read a text into parts: ISO 8601, and by a
/// pattern.

#include "profile/date_names.hpp"
#include "profile/date_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace report {

struct date_parts {
    int year{}, month{}, day{};
    int weekday{-1}; ///< from Monday
    int hour{-1};    ///< negative: no time is given
    int minute{}, second{};
    std::optional<bool> afternoon;
    std::optional<std::int64_t> offset;
    std::string_view zone{}; ///< its letters, such as EST
};

/// 17:05[:09[.25]]
bool read_clock(date_text &in, date_parts &p);
/// 2018-01-31, and a time with or without a zone.
bool read_iso(date_text &in, date_parts &p);
bool read_by_pattern(std::string_view pattern, date_text &in, date_parts &p, const date_names &names);

/// Why a pattern cannot be used; empty if it can.
[[nodiscard]] std::string objection_to(std::string_view pattern, bool time_alone);

} // namespace report
