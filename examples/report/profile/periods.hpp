// SPDX-License-Identifier: MIT
#pragma once

/// Calendar periods as groups, `--by day` to `fiscal_year`, and the part of the log that is looked at.

#include <kpi/time/instant.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

enum class period_kind : std::uint8_t {
    none,
    day,
    week,
    month,
    quarter,
    year,
    fiscal_quarter,
    fiscal_year,
    days ///< so many, as --by has it: 30d
};

/// "day", "week", "month" and so on; none for any other text, even for a number of days.
[[nodiscard]] period_kind period_named(std::string_view text);
/// Every name of a kind of period.
[[nodiscard]] std::vector<std::string_view> period_names();

/// Where the user's weeks and fiscal years begin, and the day from which days are counted.
struct calendar_start {
    std::uint32_t weekday{}; ///< 0 is Monday
    std::int32_t month{1};   ///< 1 is January
    std::int32_t day{};      ///< since 1970-01-01
};

/// Time cut into periods of one kind, which are numbered in order.
class calendar {
public:
    calendar() = default;
    explicit calendar(period_kind kind, calendar_start starts = {}) : kind_{kind}, starts_{starts} {}
    /// Periods of so many days each.
    calendar(std::int32_t days, calendar_start starts)
        : kind_{period_kind::days}, starts_{starts}, days_{days} {}
    explicit operator bool() const { return kind_ != period_kind::none; }
    [[nodiscard]] bool is_of_days() const { return kind_ == period_kind::days; }
    /// The same, but counting days from another one.
    [[nodiscard]] calendar counted_from(std::int32_t day) const {
        calendar other = *this;
        other.starts_.day = day;
        return other;
    }
    [[nodiscard]] bool is_of_months() const { return kind_ == period_kind::month; }

    /// The number of the period that contains a time, and the start of a period.
    [[nodiscard]] std::int32_t period_of(kpi::instant at) const;
    [[nodiscard]] kpi::instant start(std::int32_t period) const;
    /// 2017-03-31, 2017-W13 or, if weeks do not begin on Monday, "week of 2017-03-26", 2017-03, 2017Q1, 2017,
    /// FY2017Q4, FY2017, 2017-03-01..2017-03-30: sorted as texts, they are in the order of time. A fiscal
    /// year is called after the year in which it ends.
    [[nodiscard]] std::string label(std::int32_t period) const;

private:
    [[nodiscard]] std::int32_t months() const; ///< of a period; 0 for days and weeks
    [[nodiscard]] std::int32_t first_month() const;
    [[nodiscard]] std::int32_t first_day() const;

    period_kind kind_{};
    calendar_start starts_{};
    std::int32_t days_{1};
};

inline constexpr std::int64_t a_day = 86'400; ///< in seconds

/// Two days, and all days between them.
struct day_span {
    std::int64_t from{}, until{}; ///< the first second, and the first second after it
};

/// Events from one time on and before another are looked at. Without a beginning, events without a date, too.
struct time_frame {
    std::optional<std::int64_t> from, until;

    [[nodiscard]] bool too_early(std::int64_t at) const { return from && at < *from; }
    [[nodiscard]] bool too_late(std::int64_t at) const { return until && at >= *until; }
};
/// Whether some time lies in both.
[[nodiscard]] constexpr bool overlap(const time_frame &a, const time_frame &b) {
    const auto ends_before = [](const time_frame &x, const time_frame &y) {
        return x.until && y.from && *x.until <= *y.from;
    };
    return !ends_before(a, b) && !ends_before(b, a);
}

/// `30d` or `4w` in seconds; nullopt if the text is no such length.
[[nodiscard]] std::optional<std::int64_t> read_length(std::string_view text);

/// The first second of the day that contains this one.
[[nodiscard]] std::int64_t start_of_day(std::int64_t seconds);

} // namespace report
