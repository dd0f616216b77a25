// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"
#include "figures/held_against.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace report {
namespace {

bool can_be_split(const line &l) {
    return l.how.is_share() && !l.how.nominal && l.total.interval && is_divided(l) &&
           std::all_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return still_open(f) == 0; });
}

bool against_each_other(double a, double b) { return (a < 0 && b > 0) || (a > 0 && b < 0); }

} // namespace

/// The place, among a group's periods, of the last of two complete periods that follow each other.
std::optional<std::size_t> drawing::last_of_two_complete() const {
    const auto end = std::find_if(columns_.begin(), columns_.end(), [&](const column_of_sheet &c) {
        return c.group != columns_.front().group;
    });
    for (auto p = static_cast<std::size_t>(end - columns_.begin()); p-- > 1;)
        if (sheet_.group_marks[p].empty())
            return sheet_.group_marks[p - 1].empty() ? std::optional{p} : std::nullopt;
    return std::nullopt;
}

/// All such tests are one family.
void drawing::add_mix() {
    if (asked_.anytime || !by_.is_period() || by_.by.empty() || by_.has_own_periods() || columns_.empty())
        return;
    const auto last = last_of_two_complete();
    if (!last) return;
    std::vector<moved_against_groups> found;
    std::vector<tested_pair> family;
    for (const chapter &c : sheet_.chapters)
        for (const line &l : c.lines) {
            if (l.groups.size() != columns_.size() || !can_be_split(l)) continue;
            std::vector<share_of_cases> before, now;
            moved_against_groups one{l.how, {}, {}, {}, {}, {}};
            for (std::size_t g = 0; g < columns_.size(); ++g) {
                if (columns_[g].period == *last - 1) one.before += before.emplace_back(cases_of(l.groups[g]));
                if (columns_[g].period == *last) one.now += now.emplace_back(cases_of(l.groups[g]));
            }
            const auto moved = kpi::statistics::mix(before, now);
            const auto tested = held_against(one.now, one.before);
            if (!moved || !tested) continue;
            one.from = book_.past().name_of_period(everyone, *last - 1);
            one.to = book_.past().name_of_period(everyone, *last);
            one.by = *moved;
            found.push_back(std::move(one));
            family.push_back(*tested);
        }
    const std::vector<bool> beyond = beyond_chance(family);
    for (std::size_t i = 0; i < found.size(); ++i)
        if (beyond[i] && against_each_other(found[i].by.total(), found[i].by.by_rates))
            sheet_.moved.push_back(std::move(found[i]));
}

} // namespace report
