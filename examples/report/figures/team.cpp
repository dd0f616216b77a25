// SPDX-License-Identifier: MIT
#include "figures/team.hpp"

#include "figures/shared_out.hpp"
#include "profile/working_days.hpp"

#include <algorithm>

namespace report {

team::team(const roster &said, const names &known, std::optional<days_of_log> days, calendar_start starts)
    : said_{said}, days_{days}, starts_{starts} {
    for (const rostered_rep &one : said.reps) {
        team_member member{&one, known.find(one.name).value_or(0), !days};
        std::int64_t there = 0; // days that some row is about
        for (std::int64_t at = days ? days->looked_at.from : 0; days && at < days->looked_at.until;) {
            std::int64_t until = at;
            for (const tenure &row : one.rows)
                if (const day_span on = row.days_in(days->all); on.from <= at)
                    until = std::max(until, on.until);
            there += std::min(until, days->looked_at.until) - at;
            at = std::max(until, at + a_day);
        }
        if (days) member.throughout = there == days->looked_at.until - days->looked_at.from;
        if (!days || there > 0) members_.push_back(member);
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
    for (const tenure &row : one.who->rows) {
        if (!row.due || row.due->metric != metric) continue;
        const calendar each{row.due->each, starts_};
        if (each && !days_) return std::nullopt;
        const std::optional<fraction> more =
            days_ ? due_on(days_->looked_at, row.due->amount, row.days_in(days_->all), each)
                  : row.due->amount;
        all = all && more ? sum(*all, *more) : more;
        if (!all) return std::nullopt;
    }
    return all;
}

std::optional<std::uint64_t> team::seconds_of(const team_member &one) const {
    return days_ ? seconds_of(one, days_->looked_at) : std::nullopt;
}

std::optional<std::uint64_t> team::seconds_of(const team_member &one, const day_span &on) const {
    std::optional<std::uint64_t> all;
    for (const tenure &row : one.who->rows) {
        if (!row.logged_in || !days_) continue;
        const day_span days = common(row.days_in(days_->all), on);
        all = all.value_or(0) + *row.logged_in * static_cast<std::uint64_t>(working_days(days));
    }
    return all;
}

} // namespace report
