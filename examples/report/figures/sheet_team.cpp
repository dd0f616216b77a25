// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"
#include <kpi/statistics/skew.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace report {

/// From each complete period to the next; the running one is compared with nothing.
void drawing::add_growth() {
    if (!by_.is_period()) return;
    const std::vector<std::int32_t> &periods = book_.past().periods();
    for (chapter &c : sheet_.chapters)
        for (line &l : c.lines)
            for (std::size_t g = 1; l.how.adds_up() && g < l.groups.size(); ++g) {
                if (!reading_.covers(by_.period, periods[g - 1]) || !reading_.covers(by_.period, periods[g]))
                    continue;
                if (auto growth = growth_aside("growth", l.groups[g - 1].exact, l.groups[g].exact))
                    l.groups[g].asides.push_back(std::move(*growth));
            }
}

/// How a team's results are spread over its reps.
void drawing::add_team() {
    if (!reading_.groups_are_reps) return;
    std::vector<std::size_t> reps;
    for (std::size_t g = 0; g < numbers_.size(); ++g)
        if (sheet_.groups[g] != "(none)") reps.push_back(g);
    if (reps.size() < 2) return;
    chapter team{"Team of " + std::to_string(reps.size()) + " reps", {}};
    for (chapter &c : sheet_.chapters)
        for (line &l : c.lines) {
            if (l.groups.empty()) continue;
            if (l.how.adds_up() && (l.target || l.metric->is_result)) add_spread(team, l, reps);
            if (l.target) add_share_at_target(team, l, reps);
        }
    if (!team.lines.empty()) sheet_.chapters.push_back(std::move(team));
}

void drawing::add_spread(chapter &team, line &l, const std::vector<std::size_t> &reps) {
    std::vector<std::uint64_t> figures; // of one denominator
    for (const std::size_t g : reps) {
        if (l.groups[g].exact.negative) return; // shares of what is below 0 mean nothing
        figures.push_back(l.groups[g].exact.numerator);
    }
    const bool less_is_better = l.how.better == kpi::better::less;
    const auto rank = [&](std::size_t rep) { // those that are alike share the better one
        return 1 + std::count_if(figures.begin(), figures.end(), [&](std::uint64_t other) {
                   return less_is_better ? other < figures[rep] : other > figures[rep];
               });
    };
    for (std::size_t i = 0; i < reps.size(); ++i)
        l.groups[reps[i]].asides.push_back(
            {"rank", "rank " + std::to_string(rank(i)), static_cast<double>(rank(i))});
    const auto add = [&](std::string name, std::string_view kind, std::string_view unit, unsigned scale,
                         unsigned decimals, fraction exact) {
        if (!exact.has_value()) return;
        line told;
        told.how = {.name = std::move(name),
                    .kind = kind,
                    .unit = unit,
                    .help = {},
                    .scale = scale,
                    .decimals = decimals,
                    .currency = l.how.currency};
        told.total.exact = exact;
        told.total.n = reps.size();
        team.lines.push_back(std::move(told));
    };
    const std::string top = "top_" + std::to_string(asked_.top);
    const auto share = kpi::statistics::top_share(figures, asked_.top);
    add("gini_of_" + l.how.name, "ratio", "", 1, 2, kpi::statistics::gini(figures).exact());
    add(top + "_share_of_" + l.how.name, "proportion", "%", 100, 1, share.exact());
    if (share.exact().has_value())
        add(l.how.name + "_without_" + top, l.how.kind, l.how.unit, 1, l.how.decimals,
            {share.whole - share.part, l.total.exact.denominator});
}

/// A rate's target is every rep's; a count's is the team's, and an equal part of it every rep's.
void drawing::add_share_at_target(chapter &team, const line &l, const std::vector<std::size_t> &reps) {
    line told;
    told.how = {.name = "share_of_reps_at_target_of_" + l.how.name,
                .kind = "proportion",
                .unit = "%",
                .help = {},
                .scale = 100,
                .decimals = 1,
                .currency = l.how.currency};
    kpi::proportion<std::uint64_t> share;
    for (const std::size_t g : reps) {
        fraction mine = l.groups[g].exact;
        if (!l.groups[g].has_value()) continue; // neither reached nor missed
        if (l.how.adds_up()) mine.numerator *= reps.size();
        const bool reached =
            l.how.better == kpi::better::less ? compare(mine, *l.target) <= 0 : compare(mine, *l.target) >= 0;
        share += kpi::proportion<std::uint64_t>{reached ? 1u : 0u, 1u};
    }
    told.total.exact = share.exact();
    told.total.n = share.whole;
    if (told.total.has_value()) team.lines.push_back(std::move(told));
}

} // namespace report
