// SPDX-License-Identifier: MIT
#pragma once

/// Working time: a weekly schedule with holidays, both the caller's, and the seconds of it that lie between
/// two times, counted exactly. A lead that comes in on Friday evening and is answered on Monday morning has
/// waited for minutes. METRICS.md, section 11: the schedule is given by the caller, the policy is named in
/// the type.

#include <kpi/time/period.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1 {

/// Part of a day, in minutes after midnight: from inclusive, to exclusive, at most 24 * 60. Empty: closed.
struct open_hours {
    std::uint16_t from{};
    std::uint16_t to{};
    /// Seconds of it that are over at a second of the day.
    [[nodiscard]] constexpr std::int32_t until(std::int32_t second) const noexcept {
        const std::int32_t start = from * 60, end = to * 60;
        return second <= start || end <= start ? 0 : (second < end ? second : end) - start;
    }
};

/// Two stretches of work a day, from Monday to Sunday, and days off as days since 1970-01-01, each once.
struct weekly_schedule {
    using day = std::array<open_hours, 2>;
    std::array<day, 7> week{};
    std::span<const std::int32_t> holidays{};

    /// True where the stretches of each day are ordered, apart, and end by midnight, and no day is off twice.
    [[nodiscard]] constexpr bool consistent() const noexcept {
        for (const day &d : week)
            if (d[0].from > d[0].to || d[1].from > d[1].to || d[1].to > 24 * 60 || d[0].to > 24 * 60 ||
                (d[1].to != 0 && d[1].from < d[0].to))
                return false;
        for (std::size_t i = 0; i < holidays.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (holidays[i] == holidays[j]) return false;
        return true;
    }
    /// Working seconds from a fixed day in the past to a time. Cost: O(holidays).
    [[nodiscard]] constexpr std::int64_t worked_until(time_point auto t) const noexcept {
        const std::int32_t today = days<1>::index(t);
        const auto second = static_cast<std::int32_t>(days<1>::into(t));
        const std::int64_t monday = std::int64_t{today} - weekday(today);
        std::int64_t a_week = 0, sum = 0;
        for (std::int32_t d = 0; d < 7; ++d) {
            const std::int32_t whole = on(d, 86400);
            a_week += whole;
            if (monday + d < today) sum += whole;
        }
        sum += on(static_cast<std::int32_t>(weekday(today)), second);
        sum += detail::floor_divide<std::int64_t>(monday + 3, 7) * a_week;
        for (const std::int32_t off : holidays)
            if (off <= today)
                sum -= on(static_cast<std::int32_t>(weekday(off)), off < today ? 86400 : second);
        return sum;
    }

private:
    [[nodiscard]] constexpr std::int32_t on(std::int32_t day_of_week, std::int32_t second) const noexcept {
        const day &d = week[static_cast<std::size_t>(day_of_week)];
        return d[0].until(second) + d[1].until(second);
    }
};

/// The clock of a pair that stands still outside working time: `between<..., business_time<office_hours>>`.
template <const weekly_schedule &Schedule> struct business_time {
    static_assert(Schedule.consistent(),
                  "a day's stretches of work are ordered, apart, and end by midnight; a day is off once");

    /// Working seconds from one time to a later one; 0 for an earlier one, at most what 32 bits hold.
    template <time_point T> [[nodiscard]] static constexpr std::uint32_t elapsed(T from, T to) noexcept {
        const std::int64_t seconds = Schedule.worked_until(to) - Schedule.worked_until(from);
        return seconds <= 0 ? 0 : seconds > 0xffffffff ? 0xffffffffu : static_cast<std::uint32_t>(seconds);
    }
    /// What a snapshot of such pairs is of (snapshot/schema.hpp): other hours are another measure, and the
    /// holidays of another year are not.
    static constexpr void describe(auto &&say) noexcept {
        for (const weekly_schedule::day &d : Schedule.week)
            for (const open_hours &stretch : d)
                say(stretch.from), say(stretch.to);
    }
};

} // namespace kpi::inline v1
