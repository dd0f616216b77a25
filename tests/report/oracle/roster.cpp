// SPDX-License-Identifier: MIT
#include "roster.hpp"

#include "team.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <vector>

namespace oracle {

namespace {

using rows = std::vector<const posting *>;

/// By what reps are compared: once in each role, and by team once in each role and team. No log is grouped by
/// that; it is asked of a copy.
constexpr std::string_view by_job = "(job)", by_job_in_team = "(job in a team)";

std::string asked_of(const question &q, const posting &one) {
    if (q.by == by_job) return one.rep + ", " + one.role;
    if (q.by == by_job_in_team) return one.rep + ", " + one.role + ", " + one.team;
    const std::string &name = q.by == "team" ? one.team : one.role;
    return name.empty() ? "(none)" : name;
}
/// Those of a rep, in the order of their first days; a row without one begins before all.
rows rows_of(const question &q, const std::string &rep) {
    rows all;
    for (const posting &each : q.team)
        if (each.rep == rep) all.push_back(&each);
    std::sort(all.begin(), all.end(),
              [](const posting *a, const posting *b) { return a->from.value_or(-1) < b->from.value_or(-1); });
    return all;
}
/// The row that holds at a time: one lasts until the next begins, and the first one began before all.
const posting *row_at(const question &q, const std::string &rep, std::int64_t at) {
    const posting *found = nullptr;
    for (const posting *each : rows_of(q, rep)) {
        const bool is_first = found == nullptr && holds(rule::first_post_before_all);
        if (is_first || each->from.value_or(0) <= at || !holds(rule::post_of_the_day)) found = each;
    }
    const bool is_over = found != nullptr && found->until && *found->until <= at;
    return is_over && !holds(rule::post_until_the_next) ? nullptr : found;
}

bool is_working_day(std::int64_t day_number) {
    return (day_number + 3) % 7 < 5 || !holds(rule::quota_by_working_days);
}
std::int64_t working_days(std::int64_t from, std::int64_t until) {
    std::int64_t n = 0;
    for (std::int64_t d = from / day; d < until / day; ++d)
        n += is_working_day(d) ? 1 : 0;
    return n;
}

/// A number as a sum of fractions has it.
struct exact {
    std::int64_t above{}, below{1};
    void add(std::int64_t a, std::int64_t b) {
        above = above * b + a * below, below *= b;
        const std::int64_t shared = std::gcd(above, below);
        above /= shared, below /= shared;
    }
};

struct stretch_of_days {
    std::int64_t from, until;
    [[nodiscard]] bool empty() const { return from >= until; }
};
stretch_of_days common(stretch_of_days a, stretch_of_days b) {
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

/// What a row wants on some days: as many working days of its own as these are, or of each month that it
/// names.
void add_quota(exact &to, const posting &row, stretch_of_days own, stretch_of_days on) {
    const stretch_of_days mine = common(own, on);
    if (mine.empty()) return;
    if (!row.a_month) {
        if (mine.from <= own.from && own.until <= mine.until)
            to.add(row.quota, 1);
        else if (const std::int64_t all = working_days(own.from, own.until); all > 0)
            to.add(row.quota * working_days(mine.from, mine.until), all);
        return;
    }
    for (date d = date_of(mine.from); second_of(d.year, d.month, 1) < mine.until;
         d = date_of(second_of(d.year, d.month + 1, 1))) {
        const std::int64_t from = second_of(d.year, d.month, 1), until = second_of(d.year, d.month + 1, 1);
        const stretch_of_days here = common(mine, {from, until});
        to.add(row.quota * working_days(here.from, here.until), working_days(from, until));
    }
}

/// A rep in one job, who is compared with others.
struct worker {
    std::string role, team;
    exact wanted; ///< of the days looked at
};

/// What the log knows, and what of it is looked at.
struct days_looked_at {
    stretch_of_days log, looked_at;
};
days_looked_at days_of(const book &b, const scope &whole) {
    std::int64_t first = b.end, first_seen = b.end;
    bool is_cut = false;
    for (const event &e : b.events) {
        first = std::min(first, e.said.at / day * day);
        if (e.said.at < whole.from)
            is_cut = true;
        else
            first_seen = std::min(first_seen, e.said.at / day * day);
    }
    std::int64_t begin = is_cut ? whole.from : first_seen;
    if (b.asked.covers) {
        first = std::min(first, (*b.asked.covers)[0]);
        if (!is_cut) begin = std::min(begin, (*b.asked.covers)[0]);
    }
    return {{std::min(first, begin), b.end}, {begin, b.end}};
}

/// By their jobs.
std::map<std::string, worker> workers_of(const question &q, const days_looked_at &days) {
    std::map<std::string, worker> all;
    for (const posting &row : q.team) {
        const stretch_of_days own{row.from.value_or(days.log.from), row.until.value_or(days.log.until)};
        if (common(own, days.looked_at).empty() || row.quota == 0) continue;
        worker &one = all[holds(rule::once_in_each_job) ? asked_of(q, row) : row.rep];
        one.role = row.role, one.team = row.team;
        add_quota(one.wanted, row, own, days.looked_at);
    }
    return all;
}

} // namespace

bool is_by_posts(const question &q) {
    return q.by == "team" || q.by == "role" || q.by == by_job || q.by == by_job_in_team;
}

std::string post_of(const question &q, const std::string &rep, std::int64_t at) {
    const posting *const row = row_at(q, rep, at);
    if (row != nullptr && q.by.starts_with('(') && !holds(rule::once_in_each_job)) return rep;
    return row != nullptr ? asked_of(q, *row) : "(none)";
}

std::set<std::string> posts_of(const question &q) {
    std::set<std::string> all;
    for (const posting &each : q.team)
        all.insert(asked_of(q, each));
    return all;
}

std::map<std::string, std::map<std::string, amount>> quota_figures(const log &l, const book &b,
                                                                   const scope &whole) {
    log by_jobs = l;
    by_jobs.asked.by = b.asked.by == "team" ? by_job_in_team : by_job;
    const book jobs{by_jobs};
    const metric &counted = *metric_named(b.asked.quota_in);
    std::set<std::string> groups{""};
    if (is_by_posts(b.asked)) groups.merge(posts_of(b.asked));
    std::map<std::string, std::map<std::string, amount>> all;
    for (const std::string &group : groups) {
        exact wanted;
        std::int64_t actual = 0, reached = 0, reps = 0;
        for (const auto &[job, one] : workers_of(by_jobs.asked, days_of(b, whole))) {
            const std::string &mine = b.asked.by == "team" ? one.team : one.role;
            if ((!group.empty() && mine != group) || one.wanted.above == 0) continue;
            scope its = whole;
            its.by = label::rep, its.group = job, its.whole = false;
            const std::int64_t result = counted.of(jobs, its).numerator;
            actual += result, ++reps, wanted.add(one.wanted.above, one.wanted.below);
            reached += result * one.wanted.below >= one.wanted.above ? 1 : 0;
        }
        const bool any = reps != 0;
        all["quota_attainment_of_" + counted.name][group] =
            any ? amount{actual * wanted.below, wanted.above, reps} : amount{};
        all["share_of_reps_at_quota_of_" + counted.name][group] =
            any ? amount{reached, reps, reps} : amount{};
    }
    return all;
}

} // namespace oracle
