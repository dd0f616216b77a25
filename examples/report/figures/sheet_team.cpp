// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"
#include "figures/verdict.hpp"
#include <kpi/statistics/skew.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace report {

/// From each complete period to the next; the running one is not compared.
void drawing::add_growth() {
    if (!by_.is_period()) return;
    for (chapter &c : sheet_.chapters)
        for (line &l : c.lines)
            for (std::size_t g = 1; l.how.adds_up() && g < l.groups.size(); ++g) {
                if (columns_[g].group != columns_[g - 1].group ||
                    !reading_.covers(days_of(columns_[g - 1])) || !reading_.covers(days_of(columns_[g])))
                    continue;
                if (auto growth = growth_aside("growth", l.groups[g - 1].exact, l.groups[g].exact))
                    l.groups[g].asides.push_back(std::move(*growth));
            }
}

/// How results are spread over the reps of a role, and how they compare with targets and quotas.
void drawing::add_team() {
    find_squads();
    find_missing_of_team();
    if (reps_.empty()) return;
    chapter quotas{"Quotas", {}};
    std::vector<chapter> of_squads;
    for (const squad &of : squads_) {
        const std::string size = std::to_string(of.reps.size()) + (of.reps.size() == 1 ? " rep" : " reps");
        of_squads.push_back({of.role.empty() ? "Team of " + size : "Role " + of.role + ", " + size, {}});
    }
    for (chapter &c : sheet_.chapters)
        for (line &l : c.lines) {
            const bool has_quotas = team_ && team_->has_quotas_of(l.how.name);
            const bool is_held = l.target || !l.own_targets.empty();
            const bool is_spread = l.how.adds_up() && (is_held || l.metric->is_result || has_quotas);
            if (!is_spread && !is_held) continue;
            const results all = results_of(l);
            if (all.of_reps.empty()) continue;
            if (has_quotas) add_quotas(quotas, l, all);
            for (std::size_t i = 0; i < squads_.size(); ++i) {
                if (is_spread) add_spread(of_squads[i], l, squads_[i], all);
                if (is_held) add_share_at_target(of_squads[i], l, squads_[i], all);
                if (team_) add_capacity_check(of_squads[i], l, squads_[i], all);
            }
        }
    of_squads.insert(of_squads.begin(), std::move(quotas));
    for (chapter &c : of_squads) {
        for (line &l : c.lines)
            kpi::title_of({.name = l.how.name}).write([&](std::string_view piece) { l.how.title += piece; });
        if (!c.lines.empty()) sheet_.chapters.push_back(std::move(c));
    }
}

/// With a roster: its reps, by their roles. Without one: those that rows name, if groups are reps.
void drawing::find_squads() {
    if (team_ && told_.tells_reps) {
        for (const team_member &one : team_->members()) {
            compared_rep rep{one.board, std::nullopt, &one};
            for (std::size_t g = 0; reading_.groups_are_reps && g < columns_.size(); ++g)
                if (columns_[g].group == one.rep) rep.group = g;
            reps_.push_back(rep);
        }
        const std::vector<std::string> roles = asked_.team->roles();
        for (const std::string &role : roles) {
            squad of{roles.size() == 1 ? std::string{} : shown_name(role), {}};
            for (std::size_t i = 0; i < reps_.size(); ++i)
                if (reps_[i].member->in.role == role) of.reps.push_back(i);
            if (!of.reps.empty()) squads_.push_back(std::move(of));
        }
    } else if (!team_ && reading_.groups_are_reps) {
        squad all;
        for (std::size_t g = 0; g < columns_.size(); ++g)
            if (columns_[g].group != grouping::nobody) {
                all.reps.push_back(reps_.size());
                reps_.push_back({columns_[g].group, g});
            }
        if (reps_.size() < 2) reps_.clear();
        squads_.push_back(std::move(all));
    }
}

/// What a line says about each rep, and what each should reach: their quota, if the roster has quotas in this
/// metric, or else the target; for a count, an equal part of it.
results drawing::results_of(const line &l) const {
    results all;
    if (!team_) {
        for (const compared_rep &rep : reps_)
            if (!l.groups.empty()) all.of_reps.push_back(l.groups[*rep.group]);
    } else {
        reading by_rep{*by_rep_};
        for (const compared_rep &rep : reps_)
            by_rep.columns.push_back({rep.number, {}});
        by_rep.reps_are_told = by_rep.groups_are_reps = by_rep.is_by_names = true;
        by_rep.is_of_some = reading_.is_of_some;
        by_rep.now = reading_.now, by_rep.begin = reading_.begin, by_rep.log_begin = reading_.log_begin;
        by_rep.maturity = reading_.maturity;
        for (line &same : l.metric->read(l.metric->how, by_rep))
            if (same.how.name == l.how.name && same.currency == l.currency)
                all.of_reps = std::move(same.groups);
    }
    const bool has_quotas = team_ && team_->has_quotas_of(l.how.name);
    for (const compared_rep &rep : reps_) {
        std::optional<fraction> wanted = has_quotas ? team_->quota_of(*rep.member, l.how.name) : l.target;
        if (!has_quotas && rep.group && !l.own_targets.empty())
            wanted = l.own_targets[*rep.group];
        else if (!has_quotas && wanted && l.how.adds_up())
            wanted->denominator *= reps_.size();
        all.wanted.push_back(wanted);
    }
    return all;
}

/// A rep who was in two roles has a rank in each, and none beside the figure of both.
bool drawing::is_in_one_job(std::size_t group) const {
    return std::count_if(reps_.begin(), reps_.end(),
                         [&](const compared_rep &rep) { return rep.group == group; }) == 1;
}

void drawing::add_spread(chapter &to, line &l, const squad &of, const results &all) {
    std::vector<std::uint64_t> figures; // all with one denominator
    for (const std::size_t rep : of.reps) {
        if (all.of_reps[rep].exact.negative) return; // shares of a negative amount mean nothing
        figures.push_back(all.of_reps[rep].exact.numerator);
    }
    const bool less_is_better = l.how.better == kpi::better::less;
    const auto rank = [&](std::size_t rep) { // equal ones share the better rank
        return 1 + std::count_if(figures.begin(), figures.end(), [&](std::uint64_t other) {
                   return less_is_better ? other < figures[rep] : other > figures[rep];
               });
    };
    for (std::size_t i = 0; i < of.reps.size(); ++i)
        if (const auto group = reps_[of.reps[i]].group; group && !l.groups.empty() && is_in_one_job(*group))
            l.groups[*group].asides.push_back(
                {"rank", "rank " + std::to_string(rank(i)), static_cast<double>(rank(i))});
    const auto add = [&](const std::string &name, std::string_view kind, std::string_view unit,
                         unsigned scale, unsigned decimals, fraction exact) {
        if (!exact.has_value()) return;
        line told;
        told.how = {.name = name + (of.role.empty() ? "" : ": " + of.role),
                    .kind = kind,
                    .unit = unit,
                    .help = {},
                    .scale = scale,
                    .decimals = decimals,
                    .currency = l.how.currency};
        told.total.exact = exact;
        told.total.n = of.reps.size();
        to.lines.push_back(std::move(told));
    };
    const std::string top = "top_" + std::to_string(asked_.top);
    const auto share = kpi::statistics::top_share(figures, asked_.top);
    add("gini_of_" + l.how.name, "ratio", "", 1, 2, kpi::statistics::gini(figures).exact());
    add(top + "_share_of_" + l.how.name, "proportion", "%", 100, 1, share.exact());
    if (share.exact().has_value())
        add(l.how.name + "_without_" + top, l.how.kind, l.how.unit, 1, l.how.decimals,
            {share.whole - share.part, all.of_reps[of.reps.front()].exact.denominator});
}

/// Of the reps with a figure and a target: reps who have neither reached nor missed it are left out.
void drawing::add_share_at_target(chapter &to, const line &l, const squad &of, const results &all) const {
    line told;
    told.how = {.name = "share_of_reps_at_target_of_" + l.how.name + (of.role.empty() ? "" : ": " + of.role),
                .kind = "proportion",
                .unit = "%",
                .help = {},
                .scale = 100,
                .decimals = 1,
                .currency = l.how.currency};
    kpi::proportion<std::uint64_t> share;
    for (const std::size_t rep : of.reps) {
        const std::optional<fraction> &wanted = all.wanted[rep];
        if (!all.of_reps[rep].has_value() || !wanted) continue;
        const auto reached = judge_value(all.of_reps[rep], l, *wanted).reached(l.how.better);
        share += kpi::proportion<std::uint64_t>{reached.value_or(false) ? 1u : 0u, 1u};
    }
    told.total.exact = share.exact();
    told.total.n = share.whole;
    if (told.total.has_value()) to.lines.push_back(std::move(told));
}

} // namespace report
