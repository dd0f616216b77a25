// SPDX-License-Identifier: MIT
// Limits that hold for so many days: which groups come nearest to them, or break them.
#include "figures/drawing.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace report {

/// The line that decides the order of groups: the first metric with a target, or else the first share of
/// which less is better.
const line *drawing::line_of_limits() const {
    const line *found = nullptr;
    for (const chapter &c : sheet_.chapters)
        for (const line &l : c.lines) {
            if (l.groups.size() != columns_.size() || l.how.better == kpi::better::neither) continue;
            if (l.target) return &l;
            if (found == nullptr && l.how.is_share() && l.how.better == kpi::better::less) found = &l;
        }
    return found;
}

/// A limit holds for so many days: the worst of all groups' periods come first.
void drawing::put_worst_first() {
    const line *const by = by_.period.is_of_days() && !by_.by.empty() ? line_of_limits() : nullptr;
    if (by == nullptr) return;
    std::vector<std::size_t> order(columns_.size());
    std::iota(order.begin(), order.end(), std::size_t{});
    const bool less_is_better = by->how.better == kpi::better::less;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const figure &one = by->groups[a], &other = by->groups[b];
        if (!one.has_value() || !other.has_value()) return one.has_value() && !other.has_value();
        const int against = compare(one.exact, other.exact);
        return less_is_better ? against > 0 : against < 0;
    });
    const std::string name = by->how.name;
    const std::size_t column = by->column;
    for (chapter &c : sheet_.chapters) // it is the first in the table
        for (line &l : c.lines)
            if (&l == by)
                l.column = 1;
            else if (l.column != 0 && (column == 0 || l.column < column))
                ++l.column;
    const auto put = [&](auto &all) {
        auto in_order = all;
        for (std::size_t i = 0; i < std::min(all.size(), order.size()); ++i)
            in_order[i] = all[order[i]];
        all = std::move(in_order);
    };
    const auto put_lines = [&](chapter &c) {
        for (line &l : c.lines) {
            if (l.groups.size() == order.size()) put(l.groups);
            if (l.own_targets.size() == order.size()) put(l.own_targets);
        }
    };
    std::for_each(sheet_.chapters.begin(), sheet_.chapters.end(), put_lines);
    put_lines(sheet_.stages), put(sheet_.groups), put(sheet_.group_marks);
    sheet_.notes.push_back("Groups are in the order of their " + name + ", the worst first");
}

} // namespace report
