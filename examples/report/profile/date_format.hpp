// SPDX-License-Identifier: MIT
#pragma once

/// How the dates of a column are written, and reading them. Nothing is guessed: `02-01-2018` is the first of
/// February or the second of January, and only the profile knows. A text that is not wholly a date of that
/// form, or names a day that the calendar has not, is none.
///
/// - `iso`: 2018-01-31, or with a time 2018-01-31T17:05[:09[.25]], a blank for the T, and a zone: Z, +02:00,
/// +0200, +02.
/// - `epoch`, `epoch_ms`: seconds or milliseconds since 1970-01-01 00:00 UTC.
/// - `excel`: days since the end of 1899, as spreadsheets keep dates, with a fraction for the time, to the
/// nearest second. From 1900-03-01 on: before, spreadsheets do not agree.
/// - A pattern of %Y (four digits) or %y (two: 69..99 are 19.., 00..68 are 20..), %m or %b (Jan or January,
/// also %B), %d, %a (Tue or Tuesday, also %A: it has to be that day), and for a time %H or %I with %p (AM),
/// %M, %S, %f (digits of a fraction), %z (a zone), %Z (one by its letters: EST); %% is a percent sign,
/// everything else stands for itself.
/// `%d-%m-%Y`, `%m/%d/%y %I:%M %p`. Months, days and hours may have one digit.
///
/// The answer is civil time, where the user lives: a text with a zone, and an epoch, is moved there; one
/// without is civil time already, unless its column is said to be of another zone. Letters are what the zone
/// of the column or of the user is called at that time, or else one of RFC 2822, section 4.3, or UTC: EST is
/// New York's, and IST nobody's as long as no zone says so. A date without a time is never moved. Parts of a
/// second are dropped.

#include "profile/date_names.hpp"
#include "profile/zone.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace report {

struct moment {
    std::int64_t seconds{}; ///< since 1970-01-01 00:00
    bool zoned{};           ///< the text said which zone it means
    bool whole_day{};       ///< it said no time
};

/// What else it takes to read a date.
struct date_setting {
    zone user{};                               ///< where the user lives
    std::optional<zone> column{};              ///< of dates that say none, where that is not the user's
    std::shared_ptr<const date_names> names{}; ///< English without them
};

class date_format {
public:
    /// Throws std::invalid_argument with a sentence for a pattern that cannot be read by.
    explicit date_format(std::string_view text, date_setting how = {});
    /// Of a time of day alone: `iso`, which is 17:05[:09[.25]], or a pattern.
    [[nodiscard]] static date_format of_time(std::string_view text);

    /// `time` is the second of the day, where that does not stand in the text.
    [[nodiscard]] std::optional<moment> read(std::string_view date,
                                             std::optional<std::int64_t> time = std::nullopt) const;
    /// The second of the day that a text of a time is.
    [[nodiscard]] std::optional<std::int64_t> read_time(std::string_view time) const;
    [[nodiscard]] const std::string &text() const { return text_; }
    /// As in the native format, in the user's own zone.
    [[nodiscard]] bool plain() const { return form_ == form::iso && !how_.column; }
    /// It may say at what time.
    [[nodiscard]] bool tells_time() const;

private:
    enum class form : unsigned char { iso, epoch, epoch_ms, excel, pattern };
    date_format() = default;

    std::string text_;
    form form_{form::pattern};
    date_setting how_;
};

/// 2018-01-31, of the day in which this second of civil time lies.
[[nodiscard]] std::string iso_day(std::int64_t seconds);

} // namespace report
