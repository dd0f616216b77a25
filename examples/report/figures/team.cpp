// SPDX-License-Identifier: MIT
#include "figures/team.hpp"

#include "figures/shared_out.hpp"
#include "profile/working_days.hpp"

#include <algorithm>

namespace report {

void team::for_each_stretch(const job &of, const day_span &days, auto &&f) {
    for (const std::size_t post : of.posts)
        if (const day_span on = common(of.who->days_of(post), days); on.from < on.until) f(on);
}

/// On how many of some days any row is about the rep.
std::int64_t team::days_there(const rostered_rep &one, const day_span &on) const {
    std::int64_t there = 0;
    for (std::int64_t at = on.from; at < on.until;) {
        std::int64_t until = at;
        for (const tenure &row : one.rows)
            if (const day_span days = row.days_in(days_->all); days.from <= at)
                until = std::max(until, days.until);
        there += std::min(until, on.until) - at;
        at = std::max(until, at + a_day);
    }
    return there;
}

team::team(const roster &said, const names &known, bool by_team, std::optional<days_of_log> days,
           calendar_start starts)
    : said_{said}, days_{days}, starts_{starts} {
    const bool by_jobs = said.knows_changes();
    for (std::uint32_t number = 1; job & each : said.jobs(by_team)) {
        const std::uint32_t rep = known.find(each.who->name).value_or(0);
        const bool is_last = each.posts.back() + 1 == each.who->posts.size();
        team_member member{each, rep, by_jobs ? number++ : rep, !days};
        std::int64_t there = 0;
        if (days)
            for_each_stretch(each, days->looked_at,
                             [&](const day_span &on) { there += days_there(*each.who, on); });
        if (days) member.throughout = there == days->looked_at.until - days->looked_at.from;
        if (days ? there > 0 : is_last) members_.push_back(std::move(member));
    }
}

bool team::has_quotas_of(std::string_view metric) const {
    return std::any_of(said_.reps.begin(), said_.reps.end(), [&](const rostered_rep &one) {
        return std::any_of(one.rows.begin(), one.rows.end(),
                           [&](const tenure &row) { return row.due && row.due->metric == metric; });
    });
}

std::optional<fraction> team::quota_of(const team_member &one, std::string_view metric) const {
    std::optional<fraction> all;
    bool fits = true; // whether it fits in 64 bits
    const auto add = [&](const std::optional<fraction> &more) {
        all = all && more ? sum(*all, *more) : more;
        fits = fits && all;
    };
    for (const tenure &row : one.in.who->rows) {
        if (!row.due || row.due->metric != metric) continue;
        const calendar each{row.due->each, starts_};
        if (each && !days_) return std::nullopt;
        if (!days_)
            add(row.due->amount);
        else
            for_each_stretch(one.in, days_->looked_at, [&](const day_span &on) {
                const day_span own = row.days_in(days_->all);
                if (one.in.who->posts.size() == 1 || common(own, on).from < common(own, on).until)
                    add(due_on(on, row.due->amount, own, each));
            });
    }
    return fits ? all : std::nullopt;
}

std::optional<std::uint64_t> team::seconds_of(const team_member &one) const {
    return days_ ? seconds_of(one, days_->looked_at) : std::nullopt;
}

std::optional<std::uint64_t> team::seconds_of(const team_member &one, const day_span &on) const {
    std::optional<std::uint64_t> all;
    for (const tenure &row : one.in.who->rows) {
        if (!row.logged_in || !days_) continue;
        all = all.value_or(0);
        for_each_stretch(one.in, common(row.days_in(days_->all), on), [&](const day_span &days) {
            *all += *row.logged_in * static_cast<std::uint64_t>(working_days(days));
        });
    }
    return all;
}

} // namespace report
