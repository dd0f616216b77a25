// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"
#include "figures/held_against.hpp"
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/confidence_sequence.hpp>
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/shrinkage.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace report {
namespace {

constexpr std::size_t most_columns = 8;

bool is_of_groups(const line &l) {
    return std::any_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return f.has_value(); });
}

/// A sampled share, each group of which can be tested against all others.
bool can_be_tested(const line &l) {
    return l.how.is_share() && !l.how.nominal && l.total.interval && l.total.coherent && is_divided(l) &&
           still_open(l.total) == 0;
}

} // namespace

/// Ranges at another level than the default, or ranges that hold however often you look: only shares have
/// these.
void drawing::set_confidence(line &l) const {
    if (!asked_.anytime && asked_.confidence == request{}.confidence) return;
    const kpi::statistics::confidence level{asked_.confidence};
    const auto z = kpi::statistics::z_of(level);
    const auto set = [&](figure &f) {
        if (asked_.anytime)
            std::erase_if(f.asides, [](const aside &a) {
                return a.name.ends_with("_low") || a.name.ends_with("_high");
            });
        if (l.how.nominal || !l.how.is_share()) { // was read at the level that was asked for
            if (asked_.anytime) f.interval.reset();
            return;
        }
        if (!f.interval) return;
        const auto range = asked_.anytime ? kpi::statistics::confidence_sequence(cases_of(f), level)
                                          : kpi::statistics::wilson(cases_of(f), z);
        if (range) f.interval.emplace(range->low, range->high);
    };
    set(l.total);
    std::for_each(l.groups.begin(), l.groups.end(), set);
    if (asked_.anytime)
        for (point_of_curve &point : l.curve)
            point.range.reset();
}

/// The lines that were asked for, or those asked first.
std::vector<line *> drawing::lines_of_table() {
    std::vector<std::pair<std::size_t, line *>> found;
    const auto &asked = asked_.columns;
    for (chapter &c : sheet_.chapters)
        for (line &l : c.lines) {
            if (l.metric == nullptr || !is_of_groups(l)) continue;
            const auto place = std::find(asked.begin(), asked.end(), l.metric->how.name);
            if (asked.empty() && l.metric->key != 0)
                found.emplace_back(l.metric->key, &l);
            else if (place != asked.end())
                found.emplace_back(place - asked.begin(), &l);
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    if (asked.empty() && found.size() > most_columns) found.resize(most_columns);
    std::vector<line *> columns;
    for (const auto &[place, l] : found)
        columns.push_back(l);
    return columns;
}

/// The table of groups: its columns, and the groups that differ in them.
void drawing::add_table() {
    const std::vector<line *> table = lines_of_table();
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i]->column = i + 1;
    if (by_.is_period()) return;
    if (!asked_.anytime) mark_groups(table); // a test is for a single look
    rank_groups(table);
}

/// Ranks groups, from five on, if they differ by more than trials of one rate do. Each rate is drawn towards
/// what groups are like, and the groups are ranked by that, so that 2 of 2 is not the best. Groups that are
/// alike share the better place.
void drawing::rank_groups(const std::vector<line *> &table) const {
    for (line *const l : table) {
        if (!can_be_tested(*l) || l->how.better == kpi::better::neither) continue;
        std::vector<share_of_cases> groups;
        for (std::size_t g = 0; g < l->groups.size(); ++g)
            groups.push_back(columns_[g].group == grouping::nobody ? share_of_cases{}
                                                                   : cases_of(l->groups[g]));
        const auto prior = kpi::statistics::fit_beta_prior(groups);
        if (!prior) continue;
        const auto of = [&](const share_of_cases &group) { return prior->shrunk(group).value_or(0); };
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (!groups[g].has_value()) continue;
            const double mine = of(groups[g]);
            const auto better = std::count_if(groups.begin(), groups.end(), [&](const share_of_cases &other) {
                if (!other.has_value()) return false;
                return l->how.better == kpi::better::less ? of(other) < mine : mine < of(other);
            });
            const double shown = mine * l->how.scale;
            l->groups[g].asides.push_back({"shrunk", {}, shown});
            l->groups[g].asides.push_back(
                {"rank", "rank " + std::to_string(better + 1), static_cast<double>(better + 1)});
        }
    }
}

/// Each group against all others together. All tests of the table are one family: one in twenty of its marks
/// is chance, on average.
void drawing::mark_groups(const std::vector<line *> &table) {
    std::vector<figure *> tested;
    std::vector<tested_pair> family;
    for (line *const l : table) {
        if (!can_be_tested(*l)) continue;
        const share_of_cases all = cases_of(l->total);
        for (std::size_t g = 0; g < l->groups.size(); ++g) {
            if (columns_[g].group == grouping::nobody || !l->groups[g].has_value()) continue;
            const share_of_cases mine = cases_of(l->groups[g]);
            if (const auto one = held_against(mine, {all.part - mine.part, all.whole - mine.whole})) {
                tested.push_back(&l->groups[g]);
                family.push_back(*one);
            }
        }
    }
    const std::vector<bool> beyond = beyond_chance(family);
    for (std::size_t i = 0; i < tested.size(); ++i) {
        tested[i]->p_value = family[i].p;
        if (beyond[i]) tested[i]->stands = family[i].stands();
    }
}

} // namespace report
