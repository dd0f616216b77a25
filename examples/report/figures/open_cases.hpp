// SPDX-License-Identifier: MIT
#pragma once

/// What waits for somebody at the end of the log: open deals, deals past their due date, and leads without an
/// answer; and how long such things took when they came to an end. Out of millions the ten greatest are kept,
/// whatever time is asked for later: as many for each second, minute or day that they have waited.

#include "profile/periods.hpp"
#include "story/reading.hpp"
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/sales/fact.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace report {

struct open_case {
    std::uint64_t id{};     ///< of the deal or lead; 0 for none
    std::uint32_t labels{}; ///< of the row that names its rep
    std::uint32_t seconds{};
    std::optional<std::int64_t> value{}; ///< in the smallest unit

    /// The more valuable case comes first, then the one that has waited longer.
    friend bool operator<(const open_case &a, const open_case &b) {
        const auto key = [](const open_case &c) { return std::tuple{c.value, c.seconds}; };
        return key(a) != key(b) ? key(b) < key(a) : a.id < b.id;
    }
};

/// Some cases: their number, their value, and the ten that come first.
struct pile {
    static constexpr std::size_t most = 10;
    std::uint64_t n{};
    std::uint64_t worth{}, credits{}; ///< in the smallest unit
    bool any_value{};
    std::vector<open_case> first{};

    void add(const open_case &one, std::uint64_t times) {
        n = kpi::saturating_add(n, times);
        if (one.value) {
            std::uint64_t &side = *one.value < 0 ? credits : worth;
            side = kpi::saturating_add(side, kpi::saturating_multiply(kpi::magnitude(*one.value), times));
            any_value = true;
        }
        keep(one);
    }
    void pass(auto &through) { through(n, worth, credits, any_value, first); }
    pile &operator+=(const pile &other) {
        n = kpi::saturating_add(n, other.n), any_value |= other.any_value;
        worth = kpi::saturating_add(worth, other.worth);
        credits = kpi::saturating_add(credits, other.credits);
        for (const open_case &each : other.first)
            keep(each);
        return *this;
    }

private:
    void keep(const open_case &one) {
        if (first.size() == most && !(one < first.back())) return;
        first.insert(std::upper_bound(first.begin(), first.end(), one), one);
        if (first.size() > most) first.pop_back();
    }
};

/// Piles by time: of single seconds up to an hour, of minutes up to two days, and then of days.
class piles_by_time {
public:
    void add(const open_case &one, std::uint64_t times) { piles_[place_of(one.seconds)].add(one, times); }
    void pass(auto &through) { through(piles_); }
    piles_by_time &operator+=(const piles_by_time &other) {
        for (const auto &[place, theirs] : other.piles_)
            piles_[place] += theirs;
        return *this;
    }
    /// The cases of more than so many seconds, a multiple of a pile's unit.
    [[nodiscard]] pile above(std::uint32_t seconds) const {
        pile all;
        for (auto each = piles_.upper_bound(place_of(seconds)); each != piles_.end(); ++each)
            all += each->second;
        return all;
    }
    [[nodiscard]] pile all() const {
        pile all;
        for (const auto &[place, each] : piles_)
            all += each;
        return all;
    }
    /// The next such number.
    [[nodiscard]] static std::uint32_t rounded_up(std::uint32_t seconds) {
        const std::uint32_t step = step_of(seconds);
        return seconds + (step - seconds % step) % step;
    }

private:
    static std::uint32_t step_of(std::uint32_t seconds) {
        constexpr std::uint32_t minute = 60, hour = 3600, day = 86'400;
        return seconds <= hour ? 1 : seconds <= 2 * day ? minute : day;
    }
    static std::uint64_t place_of(std::uint32_t seconds) {
        const std::uint64_t step = step_of(seconds);
        return (seconds + step - 1) / step * step;
    }

    std::map<std::uint64_t, pile> piles_; ///< by the last second of each
};

struct open_cases {
    piles_by_time deals, overdue, leads;
    kpi::quantiles<> days_to_win, seconds_to_answer;

    [[nodiscard]] static bool takes(const place &where, const sales::fact &f) {
        using o = sales::outcome;
        constexpr kpi::event_set<o> looked_at{o::still_open_of_opened, o::due_open, o::still_waiting, o::won,
                                              o::responded};
        return looked_at.contains(f.kind) && f.elapsed.has_value() && where.reading == 0 && where.is_in &&
               !where.in_hours && where.in.currency == money::any && where.groups.front() == everyone;
    }
    /// What it takes.
    void record(const place &where, const sales::fact &f, std::uint64_t n) {
        using o = sales::outcome;
        const bool is_open = f.kind == o::still_open_of_opened || f.kind == o::still_waiting;
        std::uint32_t seconds = *f.elapsed; // of an open case: to the end of the last day
        if (is_open && f.whole_day) seconds -= std::min(seconds, static_cast<std::uint32_t>(a_day));
        const auto one = [&](const auto &id) {
            open_case made{id.has_value() ? *id : 0, where.labels, seconds};
            if (f.value.has_value()) made.value = *f.value;
            return made;
        };
        if (f.kind == o::still_open_of_opened) deals.add(one(f.deal), n);
        if (f.kind == o::due_open) overdue.add(one(f.deal), n);
        if (f.kind == o::still_waiting) leads.add(one(f.lead), n);
        if (f.kind == o::won) days_to_win.record(seconds / static_cast<std::uint32_t>(a_day), n);
        if (f.kind == o::responded) seconds_to_answer.record(seconds, n);
    }
    void pass(auto &through) { through(deals, overdue, leads, days_to_win, seconds_to_answer); }
    open_cases &operator+=(const open_cases &other) {
        deals += other.deals, overdue += other.overdue, leads += other.leads;
        days_to_win += other.days_to_win, seconds_to_answer += other.seconds_to_answer;
        return *this;
    }
};

} // namespace report
