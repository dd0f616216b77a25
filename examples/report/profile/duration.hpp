// SPDX-License-Identifier: MIT
#pragma once

/// Durations as exports write them, in seconds: rounded to the nearest second, halves upward.

#include "profile/number.hpp"

#include <array>
#include <string_view>

namespace report {

/// `hms` is 1:02:33, `hm` 1:02, `ms` 62:33, `words` "1 h 2 min 33 s", "2m 13s"; the others are numbers.
enum class duration_form : unsigned char { seconds, milliseconds, minutes, hours, days, hms, hm, ms, words };

/// The names that profiles use for them, in that order.
inline constexpr std::array<std::string_view, 9> duration_forms{
    "seconds", "milliseconds", "minutes", "hours", "days", "h:mm:ss", "h:mm", "m:ss", "words"};

[[nodiscard]] number read_duration(std::string_view text, duration_form form, const number_style &style);

} // namespace report
