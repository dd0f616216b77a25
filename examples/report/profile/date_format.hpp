// SPDX-License-Identifier: MIT
#pragma once

/// How the dates of a column are written, and how to read them. Nothing is guessed: `02-01-2018` is the first
/// of February or the second of January, and only the profile knows. A text is no date if it does not wholly
/// have that form, or names a day that the calendar lacks.
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
/// The answer is civil time, where the user lives. A text with a zone, and an epoch, is moved there; a text
/// without is civil time already, unless its column is said to be of another zone. Letters are the name that
/// the zone of the column or of the user has at that time, or else one of RFC 2822, section 4.3, or UTC: EST
/// is New York's, and IST nobody's as long as no zone says so. A date without a time is never moved. Parts of
/// a second are dropped.

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
    bool zoned{};           ///< the text names its zone
    bool whole_day{};       ///< the text has no time
};

/// What else is needed to read a date.
struct date_setting {
    zone user{};                               ///< where the user lives
    std::optional<zone> column{};              ///< of dates without one, if that is not the user's
    std::shared_ptr<const date_names> names{}; ///< English if there are none
};

class date_format {
public:
    /// Throws std::invalid_argument with a sentence if the pattern cannot be used.
    explicit date_format(std::string_view text, date_setting how = {});
    /// The format of a time of day alone: `iso`, which is 17:05[:09[.25]], or a pattern.
    [[nodiscard]] static date_format of_time(std::string_view text);

    /// `time` is the second of the day, if the text does not contain it.
    [[nodiscard]] std::optional<moment> read(std::string_view date,
                                             std::optional<std::int64_t> time = std::nullopt) const;
    /// The second of the day that a time's text stands for.
    [[nodiscard]] std::optional<std::int64_t> read_time(std::string_view time) const;
    [[nodiscard]] const std::string &text() const { return text_; }
    /// As in the native format, in the user's own zone.
    [[nodiscard]] bool plain() const { return form_ == form::iso && !how_.column; }
    /// Whether its dates may have a time.
    [[nodiscard]] bool tells_time() const;

private:
    enum class form : unsigned char { iso, epoch, epoch_ms, excel, pattern };
    date_format() = default;

    std::string text_;
    form form_{form::pattern};
    date_setting how_;
};

/// 2018-01-31: the day that contains this second of civil time.
[[nodiscard]] std::string iso_day(std::int64_t seconds);

} // namespace report
