// SPDX-License-Identifier: MIT
#pragma once

/// How the dates of a column are written, and reading them. Nothing is guessed: `02-01-2018` is the first of
/// February or the second of January, and only the profile knows. A text that is not wholly a date of that
/// form, or names a day that the calendar has not, is none.
///
/// - `iso`: 2018-01-31, or with a time 2018-01-31T17:05[:09[.25]], a blank for the T, and a zone: Z, +02:00,
/// +0200, +02.
/// - `epoch`, `epoch_ms`: seconds or milliseconds since 1970-01-01 00:00 UTC.
/// - A pattern of %Y (four digits) or %y (two: 69..99 are 19.., 00..68 are 20..), %m or %b (Jan), %d, and for
/// a time %H
///   or %I with %p (AM), %M, %S, %z (a zone); %% is a percent sign, everything else stands for itself.
///   `%d-%m-%Y`, `%m/%d/%y %I:%M %p`. Months, days and hours may have one digit.
///
/// The answer is civil time, where the user lives: a text with a zone, and an epoch, is moved by the given
/// offset from UTC; one without is civil time already. Parts of a second are dropped.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace report {

struct moment {
    std::int64_t seconds{}; ///< since 1970-01-01 00:00
    bool zoned{};           ///< the text said which zone it means
    bool whole_day{};       ///< it said no time
};

class date_format {
public:
    /// Throws std::invalid_argument with a sentence for a pattern that cannot be read by.
    explicit date_format(std::string_view text, std::int64_t utc_offset = 0);

    [[nodiscard]] std::optional<moment> read(std::string_view date) const;
    [[nodiscard]] const std::string &text() const { return text_; }
    [[nodiscard]] bool iso() const { return form_ == form::iso; }

private:
    enum class form : unsigned char { iso, epoch, epoch_ms, pattern };

    std::string text_;
    form form_{form::pattern};
    std::int64_t utc_offset_{};
};

/// `+02:00`, `-0530`, `+02`, `Z`: seconds east of Greenwich.
[[nodiscard]] std::optional<std::int64_t> read_utc_offset(std::string_view text);

/// 2018-01-31, of the day in which this second of civil time lies.
[[nodiscard]] std::string iso_day(std::int64_t seconds);

} // namespace report
