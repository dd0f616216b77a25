// SPDX-License-Identifier: MIT
// Working time against a clerk who looks at every minute, or every second, and asks whether it is worked.
#include "support/random.hpp"
#include <kpi/time/business_hours.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

namespace kpi::test {
namespace {

struct clerk {
    weekly_schedule::day week[7]{};
    std::set<std::int32_t> off;

    bool works(std::int64_t second) const {
        const auto t = std::chrono::sys_seconds{std::chrono::seconds{second}};
        const auto day = std::chrono::floor<std::chrono::days>(t);
        const auto today = static_cast<std::int32_t>(day.time_since_epoch().count());
        const auto minute = std::chrono::floor<std::chrono::minutes>(t - day).count();
        const auto monday_is_0 = std::chrono::weekday{day}.iso_encoding() - 1;
        for (const open_hours &h : week[monday_is_0])
            if (off.count(today) == 0 && h.from <= minute && minute < (h.to < h.from ? 1440 : h.to))
                return true;
        for (const open_hours &h : week[(monday_is_0 + 6) % 7])
            if (off.count(today - 1) == 0 && h.to < h.from && minute < h.to) return true;
        return false;
    }
    std::int64_t seconds_of_work(std::int64_t from, std::int64_t to, std::int64_t step) const {
        std::int64_t sum = 0;
        for (std::int64_t t = from; t < to;) { // steps that end at full minutes, or are a second each
            const std::int64_t next = std::min(to, t - ((t % step) + step) % step + step);
            if (works(t)) sum += next - t;
            t = next;
        }
        return sum;
    }
};

// Hours in 15 minutes, so that borders meet; days without work, work around midnight, all day and in two
// parts.
weekly_schedule::day any_day(random &r) {
    const auto quarter = [&](std::uint64_t from, std::uint64_t to) {
        return static_cast<std::uint16_t>(15 * (from + r.below(to - from + 1)));
    };
    switch (r.below(8)) {
    case 0:
        return {};
    case 6: // over midnight
        return {{{}, {quarter(60, 95), quarter(0, 20)}}};
    case 7:
        return {{{quarter(20, 40), quarter(40, 60)}, {quarter(61, 96), quarter(1, 30)}}};
    case 1:
        return {{{0, 1440}, {}}};
    case 2:
        return {{{0, quarter(0, 40)}, {quarter(40, 96), 1440}}};
    case 3: {
        const std::uint16_t noon = quarter(30, 60);
        return {{{quarter(0, 30), noon}, {noon, quarter(60, 96)}}};
    }
    case 4:
        return {{{}, {quarter(0, 48), quarter(48, 96)}}};
    default:
        return {{{quarter(20, 40), quarter(40, 80)}, {}}};
    }
}

TEST_CASE("working time is what a clerk counts who looks at every minute") {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        random r{seed};
        // Around 1970, year ends, leap days, and where seconds of 32 bits end and 2126 begins.
        const civil_day centres[]{{1970, 1, 1},  {1969, 7, 1}, {2000, 2, 29}, {2026, 12, 31},
                                  {2038, 1, 19}, {2126, 1, 1}, {1899, 12, 31}};
        const std::int32_t centre = days_since_epoch(centres[r.below(std::size(centres))]);

        clerk c;
        weekly_schedule schedule;
        for (std::size_t d = 0; d < 7; ++d)
            schedule.week[d] = any_day(r);
        for (std::size_t d = 0; d < 7; ++d) // a shift is over before the next one begins
            for (const open_hours &next : schedule.week[(d + 1) % 7])
                for (open_hours &h : schedule.week[d])
                    if (h.to < h.from && next.from != next.to) h.to = std::min(h.to, next.from);
        for (std::size_t d = 0; d < 7; ++d)
            c.week[d] = schedule.week[d];
        for (std::uint64_t n = r.below(12); n > 0; --n) // days off, on weekends too, and far away
            c.off.insert(centre + static_cast<std::int32_t>(r.below(r.below(4) == 0 ? 4000 : 24)) - 12);
        std::vector<std::int32_t> off(c.off.begin(), c.off.end());
        r.shuffle(off);
        schedule.holidays = off;
        REQUIRE(schedule.consistent());

        for (int i = 0; i < 8; ++i) {
            const auto moment = [&] {
                const std::int64_t t = (std::int64_t{centre} - 10) * 86400 + r.pick<std::int64_t>(20 * 86400);
                const std::uint64_t kind = r.below(4); // on a border, a second from it, or anywhere
                return kind == 3 ? t : t - ((t % 900) + 900) % 900 + static_cast<std::int64_t>(kind) - 1;
            };
            std::int64_t from = moment(), to = moment();
            if (to < from) std::swap(from, to);
            CAPTURE(from);
            CAPTURE(to);
            const std::int64_t worked = c.seconds_of_work(from, to, 60);
            REQUIRE(schedule.worked_until(instant{to}) - schedule.worked_until(instant{from}) == worked);
            using milli = std::chrono::sys_time<std::chrono::milliseconds>;
            const auto ms = [](std::int64_t t) { return milli{std::chrono::milliseconds{t * 1000 + 999}}; };
            REQUIRE(schedule.worked_until(ms(to)) - schedule.worked_until(ms(from)) == worked);
            if (from >= INT32_MIN && to <= INT32_MAX) {
                const basic_instant<std::int32_t> a{static_cast<std::int32_t>(from)},
                    b{static_cast<std::int32_t>(to)};
                REQUIRE(schedule.worked_until(b) - schedule.worked_until(a) == worked);
            }
        }
        // And every second of a quarter of an hour before and behind a border.
        const std::int64_t border = std::int64_t{centre} * 86400 + 900 * r.pick<std::int64_t>(96);
        const std::int64_t from = border - r.pick<std::int64_t>(900), to = border + r.pick<std::int64_t>(900);
        REQUIRE(schedule.worked_until(instant{to}) - schedule.worked_until(instant{from}) ==
                c.seconds_of_work(from, to, 1));
    }
}

} // namespace
} // namespace kpi::test
