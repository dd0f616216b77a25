// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace report {

void drawing::add_stages() {
    if (!told_.tells_stages || (!by_.where.empty() && !told_.stages_have_groups)) return;
    const rows_in_stages &in = book_.stages();
    std::map<std::uint32_t, std::uint64_t> rows_of_group;
    std::uint64_t rows_of_all = 0;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> stages;
    for (const auto &[stage, groups] : in) {
        std::uint64_t rows = 0;
        for (const auto &[group, n] : groups)
            rows += n, rows_of_group[group] += n;
        stages.emplace_back(rows, stage), rows_of_all += rows;
    }
    std::sort(stages.begin(), stages.end(), [&](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : known_.stages[a.second] < known_.stages[b.second];
    });
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        const kpi::proportion<std::uint64_t> p{part, whole};
        return figure{p.exact(), p.whole, true, p.saturated(), std::nullopt};
    };

    sheet_.stages.title = "Now in stage";
    for (const auto &[rows, s] : stages) {
        line l;
        l.how = {.name = shown_name(known_.stages[s]),
                 .kind = "proportion",
                 .unit = "%",
                 .help = {},
                 .scale = 100,
                 .decimals = 1};
        l.total = share(rows, rows_of_all);
        const bool has_groups = told_.stages_have_groups && !by_.is_period();
        for (std::size_t g = 0; has_groups && g < columns_.size(); ++g) {
            const auto mine = in.at(s).find(columns_[g].group);
            l.groups.push_back(
                share(mine != in.at(s).end() ? mine->second : 0, rows_of_group[columns_[g].group]));
        }
        sheet_.stages.lines.push_back(std::move(l));
    }
}

} // namespace report
