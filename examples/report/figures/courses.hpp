// SPDX-License-Identifier: MIT
#pragma once

/// How long the deals and leads of a cohort were followed, and what ended that, by whole days; and the share
/// that was won, settled or converted within a time, even though some are still open (Aalen and Johansen:
/// kpi/statistics/incidence.hpp).

#include "figures/counts_by_day.hpp"
#include "figures/figure.hpp"
#include "figures/vocabulary.hpp"
#include "profile/periods.hpp"
#include "story/day_of.hpp"
#include <kpi/core/saturating.hpp>
#include <kpi/statistics/incidence.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace report {

using outcomes = kpi::event_set<sales::outcome>;

/// The share of those who started that came to one of its ends within a time.
struct share_within {
    std::uint32_t days{};
    kpi::statistics::incidence<double> reached{};
};

/// How a case is followed: the fact that starts it, the facts that end it, and the fact that says that it is
/// still open.
struct course {
    outcomes start, reached, lost, open;

    [[nodiscard]] constexpr outcomes ends() const { return reached | lost; }
    [[nodiscard]] constexpr outcomes told() const { return reached | lost | open; }
};
inline constexpr std::array courses_of_cases{course{{sales::outcome::deal_opened},
                                                    {sales::outcome::won_of_opened},
                                                    {sales::outcome::lost_of_opened},
                                                    {sales::outcome::still_open_of_opened}},
                                             course{{sales::outcome::lead_arrived},
                                                    {sales::outcome::lead_converted},
                                                    {sales::outcome::lead_out},
                                                    {sales::outcome::lead_still_open}}};

class courses {
public:
    [[nodiscard]] static bool takes(const sales::fact &f) {
        constexpr outcomes told = [] {
            outcomes all;
            for (const course &each : courses_of_cases)
                all = all | each.told();
            return all;
        }();
        return told.contains(f.kind) && f.elapsed.has_value();
    }
    /// Open cases were followed to the last second that is looked at.
    void record(const sales::fact &f, std::uint64_t n) {
        const std::size_t which = course_of(f.kind);
        const course &of = courses_of_cases[which];
        const bool is_open = of.open.contains(f.kind);
        const std::uint32_t seconds = *f.elapsed - (is_open && *f.elapsed != 0 ? 1 : 0);
        auto &[reached, lost, open] = days_[which][seconds / static_cast<std::uint32_t>(a_day)];
        const bool is_lost = !is_open && !of.reached.contains(f.kind);
        std::uint64_t &counted = is_open ? open : is_lost ? lost : reached;
        counted = kpi::saturating_add(counted, n);
        if (!is_lost) return;
        std::uint64_t &started = lost_from_[which][day_of(f.at.seconds)];
        started = kpi::saturating_add(started, n);
    }
    courses &operator+=(const courses &other) {
        for (std::size_t which = 0; which < days_.size(); ++which)
            other.days_[which].for_each(0, [&](std::uint32_t day, const auto &counts) {
                auto &mine = days_[which][day];
                for (std::size_t i = 0; i < counts.size(); ++i)
                    mine[i] = kpi::saturating_add(mine[i], counts[i]);
            });
        for (std::size_t which = 0; which < lost_from_.size(); ++which)
            for (const auto &[day, n] : other.lost_from_[which])
                lost_from_[which][day] = kpi::saturating_add(lost_from_[which][day], n);
        return *this;
    }

    void pass(auto &through) { through(days_, lost_from_); }

    /// For the longest of some common numbers of days after which enough cases for a curve are still
    /// followed. Nothing if there is no such number.
    [[nodiscard]] std::optional<share_within> within(outcomes causes) const {
        const by_day &days = days_[course_to(causes)];
        constexpr std::array<std::uint32_t, 9> common{730, 365, 180, 120, 90, 60, 30, 14, 7};
        const auto followed_to = std::find_if(common.begin(), common.end(), [&](std::uint32_t day) {
            return followed_at(days, day) >= kpi::statistics::least_at_risk;
        });
        if (followed_to == common.end()) return std::nullopt;
        share_within found{*followed_to, {}};
        follow(causes, [&](std::uint32_t day, std::uint64_t, const auto &reached) {
            if (day <= found.days) found.reached = reached;
        });
        return found;
    }
    /// The days on which it rises, and the ends of level stretches between, as long as enough are followed.
    [[nodiscard]] std::vector<point_of_curve> curve(outcomes causes,
                                                    kpi::statistics::confidence<double> at) const {
        std::vector<point_of_curve> points;
        const auto z = kpi::statistics::z_of(at);
        follow(causes, [&](std::uint32_t day, std::uint64_t at_risk, const auto &reached) {
            if (at_risk < kpi::statistics::least_at_risk) return;
            const double value = reached.value() * 100;
            const auto is_level = [&](const point_of_curve &point) { return !(point.value < value); };
            if (points.size() > 1 && is_level(points.back()) && is_level(*(points.end() - 2)))
                points.back().days = day;
            else
                points.push_back({day, value, {}});
            point_of_curve &now = points.back();
            if (const auto range = reached.range(z)) now.range.emplace(range->low * 100, range->high * 100);
        });
        return points;
    }

    /// Whether a case can end by anything but these causes.
    [[nodiscard]] static bool compete(outcomes causes) {
        return (causes & courses_of_cases[course_to(causes)].lost).empty();
    }
    /// Case by case, in ascending order: how long each was followed, and 1 if one of the causes ended it. A
    /// case that ended otherwise is followed as if it were open, to the end of the log (Gray's test:
    /// kpi/statistics/log_rank.hpp).
    [[nodiscard]] std::vector<kpi::statistics::course<std::uint32_t>> cases(outcomes causes,
                                                                            kpi::instant now) const {
        const std::size_t which = course_to(causes);
        std::vector<kpi::statistics::course<std::uint32_t>> all;
        days_[which].for_each(0, [&](std::uint32_t day, const auto &counts) {
            const auto [reached, lost, open] = counts;
            all.insert(all.end(), reached + (compete(causes) ? 0 : lost), {day, 1});
            all.insert(all.end(), open, {day, 0});
        });
        if (compete(causes))
            for (const auto &[day, n] : lost_from_[which])
                all.insert(all.end(), n, {static_cast<std::uint32_t>(day_of(now.seconds - 1) - day), 0});
        std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.until < b.until; });
        return all;
    }

private:
    using by_day = counts_by_day<3>; ///< reached, lost, still open

    /// The place of the course for which `is` holds; their number, if there is none.
    [[nodiscard]] static std::size_t place_of(auto &&is) {
        return static_cast<std::size_t>(std::find_if(courses_of_cases.begin(), courses_of_cases.end(), is) -
                                        courses_of_cases.begin());
    }
    [[nodiscard]] static std::size_t course_of(sales::outcome told) {
        return place_of([&](const course &of) { return of.told().contains(told); });
    }
    [[nodiscard]] static std::size_t course_to(outcomes causes) {
        return place_of([&](const course &of) { return !(of.ends() & causes).empty(); });
    }
    /// f(day, number followed up to it, share by then) for each day on which any course ends.
    void follow(outcomes causes, auto &&f) const {
        const std::size_t which = course_to(causes);
        const bool both = !compete(causes);
        kpi::statistics::incidence<double> share{};
        std::uint64_t at_risk = followed_at(days_[which], 0);
        days_[which].for_each(0, [&](std::uint32_t day, const auto &counts) {
            const auto [reached, lost, open] = counts;
            share.step(at_risk, both ? reached + lost : reached, both ? 0 : lost);
            f(day, at_risk, share);
            at_risk -= reached + lost + open;
        });
    }
    [[nodiscard]] static std::uint64_t followed_at(const by_day &days, std::uint32_t day) {
        std::uint64_t n = 0;
        days.for_each(day, [&](std::uint32_t, const auto &counts) {
            for (const std::uint64_t counted : counts)
                n = kpi::saturating_add(n, counted);
        });
        return n;
    }

    std::array<by_day, courses_of_cases.size()> days_;
    std::array<std::unordered_map<std::int64_t, std::uint64_t>, courses_of_cases.size()>
        lost_from_; ///< by their start
};

/// Whether M is a share of a cohort in which cases may still be open.
template <const auto &M> [[nodiscard]] constexpr bool is_followed() {
    if constexpr (requires(outcomes of) { M.whole == of, M.open == of, M.part == of; })
        return std::any_of(courses_of_cases.begin(), courses_of_cases.end(), [](const course &of) {
            return M.whole == of.start && M.open == of.open && (M.part.bits & ~of.ends().bits) == 0;
        });
    else
        return false;
}

} // namespace report
