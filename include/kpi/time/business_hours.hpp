// SPDX-License-Identifier: MIT
#pragma once

/// Working time: your weekly schedule with holidays, and the exact number of its seconds between
/// two times. A lead that comes in on Friday evening and is answered on Monday morning has waited
/// for minutes. METRICS.md, section 11: the caller gives the schedule, and the type names the
/// policy.

#include <kpi/time/period.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1 {

/// Part of a day, in minutes after midnight: `from` inclusive, `to` exclusive, at most 24 * 60. If it ends at
/// an earlier minute than it begins, as {22 * 60, 6 * 60} does, it runs past midnight. Empty means closed.
struct open_hours {
    std::uint16_t from{}; ///< minutes after midnight, inclusive
    std::uint16_t to{};   ///< minutes after midnight, exclusive

    /// True if it ends on the next day.
    [[nodiscard]] constexpr bool over_midnight() const noexcept { return to < from; }
    /// How many of its seconds have passed at a given second of the day on which it begins.
    [[nodiscard]] constexpr std::int32_t until(std::int32_t second) const noexcept {
        const std::int32_t start = from * 60, end = over_midnight() ? 86400 : to * 60;
        return second <= start || end <= start ? 0 : (second < end ? second : end) - start;
    }
    /// The same for the next day: how many of its seconds after midnight have passed.
    [[nodiscard]] constexpr std::int32_t until_next(std::int32_t second) const noexcept {
        if (!over_midnight()) return 0;
        return second < to * 60 ? second : to * 60;
    }
};

/// Two stretches of work a day, from Monday to Sunday, and days off as days since 1970-01-01, each once. A
/// stretch that begins on a day off is not worked, not even after midnight.
struct weekly_schedule {
    using day = std::array<open_hours, 2>;    ///< two stretches of work
    std::array<day, 7> week{};                ///< Monday first
    std::span<const std::int32_t> holidays{}; ///< days since 1970-01-01

    /// True if the stretches are ordered and apart (those past midnight also from the next day's) and no day
    /// is off twice.
    [[nodiscard]] constexpr bool consistent() const noexcept {
        for (std::size_t i = 0; i < holidays.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (holidays[i] == holidays[j]) return false;
        for (std::size_t d = 0; d < week.size(); ++d)
            if (!are_apart(before(d), week[d])) return false;
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
                for (const open_hours &h : week[weekday(off)]) {
                    sum -= h.until(off < today ? 86400 : second);
                    if (off < today) sum -= h.until_next(off + 1 < today ? 86400 : second);
                }
        return sum;
    }

    /// Working seconds from one time to a later one; 0 for an earlier one, at most what 32 bits hold.
    template <time_point T> [[nodiscard]] constexpr std::uint32_t worked(T from, T to) const noexcept {
        const std::int64_t seconds = worked_until(to) - worked_until(from);
        return seconds <= 0 ? 0 : seconds > 0xffffffff ? 0xffffffffu : static_cast<std::uint32_t>(seconds);
    }

private:
    /// Whether a day's stretches are apart from each other and from those that run on from the day before.
    [[nodiscard]] static constexpr bool are_apart(const day &eve, const day &of) noexcept {
        std::int32_t busy_until = 0;
        for (const open_hours &h : eve)
            if (h.over_midnight()) busy_until = h.to;
        for (const open_hours &h : of) {
            if (h.from > 24 * 60 || h.to > 24 * 60) return false;
            if (h.from == h.to) continue;
            if (h.from < busy_until) return false;
            busy_until = h.over_midnight() ? 24 * 60 : std::int32_t{h.to};
        }
        return true;
    }
    [[nodiscard]] constexpr const day &before(std::size_t d) const noexcept { return week[(d + 6) % 7]; }
    [[nodiscard]] constexpr std::int32_t on(std::int32_t day_of_week, std::int32_t second) const noexcept {
        const auto n = static_cast<std::size_t>(day_of_week);
        const day &d = week[n], &eve = before(n);
        return d[0].until(second) + d[1].until(second) + eve[0].until_next(second) +
               eve[1].until_next(second);
    }
};

/// A clock for pairs that stands still outside working time: `between<..., business_time<office_hours>>`.
template <const weekly_schedule &Schedule> struct business_time {
    static_assert(
        Schedule.consistent(),
        "stretches of work are ordered and apart, those over midnight from the next day's too; a day "
        "is off once");

    /// Seconds of work from one time to a later one; 0 for an earlier one.
    template <time_point T> [[nodiscard]] static constexpr std::uint32_t elapsed(T from, T to) noexcept {
        return Schedule.worked(from, to);
    }
    /// Says the schedule to a snapshot of such pairs (snapshot/schema.hpp): other hours are another measure;
    /// the holidays of another year are not.
    static constexpr void describe(auto &&say) noexcept {
        for (const weekly_schedule::day &d : Schedule.week)
            for (const open_hours &stretch : d)
                say(stretch.from), say(stretch.to);
    }
};

} // namespace kpi::inline v1
