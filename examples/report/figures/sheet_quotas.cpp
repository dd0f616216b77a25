// SPDX-License-Identifier: MIT
#include "failure.hpp"
#include "figures/drawing.hpp"
#include "figures/figure_of.hpp"
#include "figures/shared_out.hpp"
#include <kpi/core/checked.hpp>
#include <kpi/formula/capacity.hpp>
#include <kpi/formula/team.hpp>
#include <kpi/sales/targets.hpp>
#include <kpi/statistics/skew.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace report {
namespace {

using attained = kpi::ratio<std::int64_t>;

telling in_percent(std::string name, std::string_view kind, const line &of) {
    return {.name = std::move(name),
            .kind = kind,
            .unit = "%",
            .help = {},
            .scale = 100,
            .decimals = 1,
            .better = of.how.better,
            .currency = of.how.currency};
}

/// Each rep's actual : quota as integers of one unit, as the library's formulas take them: 0 : 0 without a
/// quota. Nothing if 64 bits do not hold one of them.
std::optional<std::vector<attained>> in_one_unit(const results &all) {
    const auto has_both = [&](std::size_t rep) { return all.wanted[rep] && all.of_reps[rep].has_value(); };
    std::optional<std::uint64_t> unit = 1;
    const auto divide_by = [&](std::uint64_t denominator) {
        if (unit) unit = kpi::checked_multiply(*unit, denominator / std::gcd(*unit, denominator));
    };
    for (std::size_t rep = 0; rep < all.wanted.size(); ++rep)
        if (has_both(rep))
            divide_by(all.of_reps[rep].exact.denominator), divide_by(all.wanted[rep]->denominator);
    const auto integer = [&](const fraction &f) -> std::optional<std::int64_t> {
        const auto size = kpi::checked_multiply(f.numerator, *unit / f.denominator);
        if (!size || *size > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) return std::nullopt;
        return f.negative ? -static_cast<std::int64_t>(*size) : static_cast<std::int64_t>(*size);
    };
    std::vector<attained> reps;
    for (std::size_t rep = 0; unit && rep < all.wanted.size(); ++rep) {
        reps.emplace_back();
        if (!has_both(rep)) continue;
        const auto actual = integer(all.of_reps[rep].exact), quota = integer(*all.wanted[rep]);
        if (!actual || !quota) return std::nullopt;
        reps.back() = {*actual, *quota};
    }
    return unit ? std::optional{std::move(reps)} : std::nullopt;
}

/// A figure that rests on so many reps.
template <class Value> figure of_reps(const Value &value, std::uint64_t reps) {
    figure f = figure_of(value);
    f.n = reps, f.interval.reset(); // a team is counted, not sampled
    return f;
}
std::size_t with_quota(const std::vector<attained> &reps) {
    return static_cast<std::size_t>(
        std::count_if(reps.begin(), reps.end(), [](const attained &rep) { return rep.b > 0; }));
}

} // namespace

/// The attainment of the whole, of each rep, or of each team or role, pooled; and the share of reps at quota.
void drawing::add_quotas(chapter &to, line &l, const results &all) const {
    if (l.currency != money::any)
        throw failure{asked_.team->source + ": quotas of " + l.how.name +
                      ": the amounts of this log are in " + codes_of_currencies() +
                      ", and a quota is in one currency"};
    const auto reps = in_one_unit(all);
    line attainment, at_quota;
    attainment.how = in_percent("quota_attainment_of_" + l.how.name, "ratio", l);
    at_quota.how = in_percent("share_of_reps_at_quota_of_" + l.how.name, "proportion", l);
    if (!reps) {
        attainment.total.saturated = true;
        to.lines.push_back(std::move(attainment));
        return;
    }
    const auto tell = [&](figure &pooled, figure &share, const std::vector<attained> &of) {
        pooled = of_reps(kpi::formula::team_attainment(of), with_quota(of));
        share = of_reps(kpi::formula::share_of_reps_at_quota(of), with_quota(of));
    };
    tell(attainment.total, at_quota.total, *reps);
    for (std::size_t g = 0; by_.is_by_reps() && g < columns_.size(); ++g) {
        std::vector<attained> mine;
        for (std::size_t rep = 0; rep < reps_.size(); ++rep)
            if (is_in(*reps_[rep].member, columns_[g].group)) mine.push_back((*reps)[rep]);
        attainment.groups.resize(columns_.size()), at_quota.groups.resize(columns_.size());
        tell(attainment.groups[g], at_quota.groups[g], mine);
    }
    if (reading_.groups_are_reps) {
        at_quota.groups.clear(); // for a single rep it is all or nothing
        l.own_targets.resize(columns_.size());
        for (std::size_t rep = 0; rep < reps_.size(); ++rep) {
            std::optional<fraction> &own = l.own_targets[*reps_[rep].group];
            const std::optional<fraction> &more = all.wanted[rep]; // in one of the rep's jobs
            own = own && more ? sum(*own, *more) : more ? more : own;
        }
    }
    if (!attainment.total.has_value()) return; // nobody who was there has a quota
    const std::string without_top = attainment.how.name + "_without_top_" + std::to_string(asked_.top);
    to.lines.push_back(std::move(attainment));
    to.lines.push_back(std::move(at_quota));
    for (const squad &of : squads_) {
        std::vector<attained> mine;
        for (const std::size_t rep : of.reps)
            if ((*reps)[rep].b > 0) mine.push_back((*reps)[rep]);
        line rest;
        rest.how = in_percent(without_top + (of.role.empty() ? "" : ": " + of.role), "ratio", l);
        rest.total = of_reps(kpi::statistics::pooled_without_top(mine, asked_.top),
                             mine.size() - std::min(mine.size(), asked_.top));
        if (rest.total.has_value()) to.lines.push_back(std::move(rest));
    }
}

/// How many reps of a role, of those who were there all the time, are below what they should reach. A rate of
/// cases is below only if its whole range is. A range that extends beyond the target leaves this unknown, and
/// so does a rate that does not exist.
void drawing::add_capacity_check(chapter &to, const line &l, const squad &of, const results &all) const {
    if (l.how.better == kpi::better::less) return;
    std::uint64_t below = 0, reps = 0, unsure = 0, unknown = 0;
    for (const std::size_t rep : of.reps) {
        const figure &mine = all.of_reps[rep];
        const std::optional<fraction> &wanted = all.wanted[rep];
        if (!reps_[rep].member->throughout || !wanted || wanted->numerator == 0) continue;
        if (!mine.has_value()) {
            ++unknown;
            continue;
        }
        ++reps;
        if (compare(mine.exact, *wanted) >= 0) continue;
        ++(mine.interval && mine.interval->second >= *wanted->value() ? unsure : below);
    }
    if (reps == 0) return;
    line told;
    told.how = in_percent("capacity_check_of_" + l.how.name + (of.role.empty() ? "" : ": " + of.role),
                          "proportion", l);
    told.how.better = kpi::better::less;
    told.total = of_reps(kpi::formula::capacity_check(below, reps), reps);
    const auto is_unused = [&](std::uint64_t n) {
        constexpr auto used = kpi::sales::capacity_is_used_up_to;
        return compare(fraction{n, reps}, {used.numerator, used.denominator}) > 0;
    };
    if (unsure + unknown != 0)
        told.total.asides.push_back({"unknown", std::to_string(unsure + unknown) + " unknown",
                                     static_cast<double>(unsure + unknown)});
    if (is_unused(below))
        told.total.asides.push_back({"unused_capacity", "unused capacity", 1.0});
    else if (is_unused(below + unsure))
        told.total.asides.push_back({"unused_capacity", "too few cases to tell", std::nullopt});
    else
        told.total.asides.push_back({"unused_capacity", "capacity is used", 0.0});
    to.lines.push_back(std::move(told));
}

/// Finds what a roster with quotas would add, and this run lacks.
void drawing::find_missing_of_team() {
    const bool has_quotas =
        team_ && std::any_of(team_->members().begin(), team_->members().end(), [](const team_member &one) {
            return std::any_of(one.in.who->rows.begin(), one.in.who->rows.end(),
                               [](const tenure &row) { return row.due.has_value(); });
        });
    const std::string lacks = !team_              ? "a roster, --team FILE"
                              : !told_.tells_reps ? "a column of the log that names reps"
                                                  : "a quota of a rep who was there";
    if (has_quotas && told_.tells_reps) return;
    for (const team_figure &figure : team_figures)
        sheet_.missing_of_team.push_back({figure.name, lacks});
}

} // namespace report
