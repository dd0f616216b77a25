// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"

#include <algorithm>
#include <utility>

namespace report {

void drawing::add_stages() {
    if (!plan_.stage) return;
    const stage_board all = book_.stages().total();
    const auto rows = [](const auto &in) { return in.template get<rows_in_stage>().n; };
    const auto share = [&](const stage_board &of, std::size_t stage) {
        const kpi::proportion<std::uint64_t> p{rows(of[stage]), rows(of.total())};
        return figure{p.exact(), p.whole, true, p.saturated(), std::nullopt};
    };

    std::vector<std::size_t> stages;
    for (std::size_t s = 0; s <= mapper::most_stages; ++s)
        if (rows(all[s]) != 0) stages.push_back(s);
    std::sort(stages.begin(), stages.end(), [&](std::size_t a, std::size_t b) {
        return rows(all[a]) != rows(all[b]) ? rows(all[a]) > rows(all[b]) : a < b;
    });

    sheet_.stages.title = "Now in stage";
    for (std::size_t s : stages) {
        line l;
        l.how = {.name = s == mapper::most_stages ? "(other)" : shown_name(mapped_.stages()[s]),
                 .kind = "proportion",
                 .unit = "%",
                 .help = {},
                 .scale = 100,
                 .decimals = 1};
        l.total = share(all, s);
        for (std::size_t g : mapped_.stages_have_groups() ? numbers_ : std::vector<std::size_t>{})
            l.groups.push_back(share(book_.stages()[g], s));
        sheet_.stages.lines.push_back(std::move(l));
    }
}

void drawing::add_pairs() {
    book_.times().for_each([&](const char *what, const char *id, kinds starts, kinds stops,
                               const auto &table) {
        pair_account a{what, id, starts, stops, table.account(), table.open(), {}, {}, {}, {}};
        if (a.open == 0 && a.events.paired == 0) return;
        const auto open_for = [&](std::uint32_t days) {
            return table.open_for(days * std::uint32_t{a_day}, *reading_.now);
        };
        a.open_for_a_day = open_for(1), a.open_for_a_week = open_for(7), a.open_for_30_days = open_for(30);
        table.for_each_open([&](std::uint64_t, kpi::instant since) {
            a.oldest = std::min(a.oldest.value_or(since.seconds), since.seconds);
        });
        sheet_.pairs.push_back(std::move(a));
    });
}

} // namespace report
