// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/false_discovery.hpp>
#include <kpi/statistics/fisher.hpp>
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/two_proportions.hpp>

#include <algorithm>
#include <vector>

namespace report {
namespace {

using cases = kpi::proportion<std::uint64_t>;

constexpr std::size_t most_columns = 8;

cases cases_of(const figure &f) { return {f.exact.numerator, f.exact.denominator}; }

bool is_of_groups(const line &l) {
    return std::any_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return f.has_value(); });
}

/// A sampled share of which every case is in one group and no more: those of a group and those of all others
/// can be held against each other.
bool can_be_tested(const line &l) {
    if (!l.how.is_share() || l.how.nominal || !l.total.interval || !l.total.coherent) return false;
    cases all;
    for (const figure &f : l.groups)
        all += cases_of(f);
    return all == cases_of(l.total);
}

/// A group's share held against that of all others.
struct tested_group {
    figure *of{};
    double p{};
    among_groups stands{}; ///< untold where the range of the difference does not agree
};

std::optional<tested_group> tested(figure &of, const figure &total) {
    const cases mine = cases_of(of);
    const cases others{total.exact.numerator - mine.part, total.exact.denominator - mine.whole};
    const auto p = kpi::statistics::fisher_mid_p(mine, others);
    const auto apart = kpi::statistics::newcombe(mine, others);
    if (!p || !apart) return std::nullopt;
    return tested_group{&of, *p,
                        apart->low > 0    ? among_groups::above
                        : apart->high < 0 ? among_groups::below
                                          : among_groups::untold};
}

} // namespace

/// Ranges at another level than they are made at.
void drawing::set_confidence(line &l) const {
    if (asked_.confidence == request{}.confidence) return;
    const auto z = kpi::statistics::z_of(kpi::statistics::confidence{asked_.confidence});
    const auto set = [&](figure &f) {
        if (!f.interval) return;
        if (const auto range = kpi::statistics::wilson(cases_of(f), z))
            f.interval.emplace(range->low, range->high);
    };
    set(l.total);
    std::for_each(l.groups.begin(), l.groups.end(), set);
}

/// What was asked for, or what is asked first.
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
    std::vector<line *> lines;
    for (const auto &[place, l] : found)
        lines.push_back(l);
    return lines;
}

/// The table of groups: its columns, and the groups that differ in them.
void drawing::add_table() {
    const std::vector<line *> table = lines_of_table();
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i]->column = i + 1;
    if (!by_.is_period()) mark_groups(table);
}

/// All tests of the table are one family: one in twenty of its marks is chance, on average.
void drawing::mark_groups(const std::vector<line *> &table) {
    std::vector<tested_group> all;
    std::vector<double> p_values;
    for (line *const l : table) {
        if (!can_be_tested(*l)) continue;
        for (std::size_t g = 0; g < l->groups.size(); ++g) {
            if (columns_[g].group == grouping::nobody || !l->groups[g].has_value()) continue;
            if (const auto one = tested(l->groups[g], l->total)) {
                all.push_back(*one);
                p_values.push_back(one->p);
            }
        }
    }
    const auto greatest = kpi::statistics::benjamini_hochberg(p_values);
    for (const tested_group &one : all) {
        one.of->p_value = one.p;
        if (greatest && one.p <= *greatest) one.of->stands = one.stands;
    }
}

} // namespace report
