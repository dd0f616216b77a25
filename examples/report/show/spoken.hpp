// SPDX-License-Identifier: MIT
#pragma once

/// Figures as people say them: 1,491 calls, 17 h 26 min, 24.1 days, 39 % (27 to 52 %), 21 of 54. A text is
/// empty if there is nothing to say.

#include "figures/figure.hpp"
#include "figures/held_against.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace report {

/// "1234567.50" as "1,234,567.50".
[[nodiscard]] std::string with_thousands(std::string number);
/// 1234.56 with one decimal as "1,234.6".
[[nodiscard]] std::string with_decimals(double number, int decimals);

/// "34 s", "2 min 50 s", "17 h 26 min", "3.2 days".
[[nodiscard]] std::string spoken_time(double seconds);

/// The value with the sign or unit that it needs to be understood: "39 %", "17 h 26 min", "24 days",
/// "103,220". A percentage has as many decimals as its range deserves. "-" if there is no value.
[[nodiscard]] std::string spoken_value(const figure &f, const telling &how);

/// Another number in the unit of a figure: "3.2 days", "17 h 26 min".
[[nodiscard]] std::string spoken_number(double number, const figure &f, const telling &how);

/// The same with what it counts: "21 deals", "103,220.00 EUR".
[[nodiscard]] std::string spoken_in_full(const figure &f, const telling &how);

/// What a figure of a line should reach, told like the figure: "25.0 %", or for a band "10.0 % to 20.0 %".
[[nodiscard]] std::string spoken_target(const figure &f, const line &of, const fraction &target);

/// What was counted: "21 of 54", "1,491 : 251", "n 21".
[[nodiscard]] std::string spoken_counts(const figure &f, const telling &how);

/// "27 to 52 %". Empty for a share with cases that are still open, and if both ends read the same.
[[nodiscard]] std::string spoken_range(const figure &f, const telling &how);

/// The number with that name beside a figure.
[[nodiscard]] std::optional<double> number_beside(const figure &f, std::string_view name);

/// "52 % within 120 days (50.9 to 53.1 %)", for a share in which some are still open; empty if that is
/// unknown.
[[nodiscard]] std::string spoken_within(const figure &f);

/// "nine in ten within 32 days".
[[nodiscard]] std::string nine_in_ten(const figure &f, const telling &how);

/// What is shown beside a figure: "nine in ten within 32 days, 16 still open".
[[nodiscard]] std::string spoken_beside(const figure &f, const telling &how);

/// For people: "Sales cycle, median".
[[nodiscard]] std::string title_of(const telling &how);

} // namespace report
