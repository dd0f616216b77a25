// SPDX-License-Identifier: MIT
#include "inspect/draft_rows.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <utility>

namespace report {

using json = drafter::json;

drafter::json draft_id(drafter &d, bool title_will_do) {
    std::optional<std::size_t> at = d.of(role::id);
    if (!at && title_will_do) at = d.of(role::title);
    if (!at || (d.look(*at).has_gaps())) {
        d.guess("no column is an id: each row is a case of its own");
        return {{"row", true}};
    }
    if (!d.look(*at).is_unique()) d.guess("rows with the same " + d.name_of(*at) + " are one case");
    return d.column(*at);
}

std::optional<std::size_t> first_of(const drafter &d, std::initializer_list<role> all) {
    for (const role r : all)
        if (const auto at = d.of(r)) return at;
    return std::nullopt;
}

drafter::json draft_words(drafter &d, std::size_t at, std::optional<activity> (*meaning)(std::string_view),
                          const char *untold) {
    json map = json::object();
    std::string unknown;
    for (const auto &[word, seen] : d.look(at).words()) {
        const auto means = meaning(word);
        map[word] = means ? json(kpi::name_of(*means)) : json(nullptr);
        if (!means) unknown += (unknown.empty() ? "\"" : ", \"") + word + '"';
    }
    if (!unknown.empty()) d.guess(d.name_of(at) + ' ' + unknown + ": " + untold);
    return map;
}

void draft_deals(drafter &d, std::size_t stage) {
    d.profile()["deal"] = draft_id(d, true);
    d.profile()["stage"] = d.column(stage);
    if (const auto opened = d.of(role::opened)) {
        json event{{"kind", "opportunity"}, {"at", d.date(*opened)}};
        if (d.look(*opened).has_gaps()) event["undated"] = true;
        d.add_event(event);
        d.guess(d.name_of(*opened) + " is when a deal was opened");
    }
    json map = draft_words(d, stage, settlement, "neither won nor lost");
    if (d.look(stage).has_gaps()) map[""] = nullptr;
    json event{{"kind", {{"column", d.column(stage)}, {"map", map}}}};
    if (const auto closed = first_of(d, {role::closed, role::happened})) {
        event["at"] = d.date(*closed);
        if (d.look(*closed).has_gaps()) event["undated"] = true;
        d.guess(d.name_of(*closed) + " is when a deal was won or lost");
    }
    d.add_event(event);
}

void draft_history(drafter &d) {
    const std::size_t before = *d.of(role::before), after = *d.of(role::after);
    d.profile()["deal"] = draft_id(d, true);
    if (const auto at = first_of(d, {role::happened, role::closed, role::opened}))
        d.profile()["at"] = d.date(*at);
    json settled = json::array();
    for (const std::size_t column : {before, after})
        for (const auto &[word, seen] : d.look(column).words())
            if (settlement(word) && std::find(settled.begin(), settled.end(), word) == settled.end())
                settled.push_back(word);
    d.add_event({{"kind", "opportunity"}, {"when", {{"column", d.column(before)}, {"is", ""}}}});
    d.add_event({{"kind", "opportunity"},
                 {"when", json::array({json{{"column", d.column(before)}, {"is", settled}},
                                       json{{"column", d.column(after)}, {"is_not", settled}}})}});
    d.add_event({{"kind",
                  {{"column", d.column(after)},
                   {"map", draft_words(d, after, settlement, "neither won nor lost")}}}});
    d.guess("each row is a change of stage, from " + d.name_of(before) + " to " + d.name_of(after));
}

void draft_wins(drafter &d, std::size_t won) {
    const json of_case = draft_id(d, true);
    d.profile()["lead"] = of_case, d.profile()["deal"] = of_case;
    d.add_event({{"kind", "deal_won"}, {"at", d.date(won)}});
    d.add_event({{"kind", "customer"}, {"at", d.date(won)}});
    d.guess("each row is a deal that was won on " + d.name_of(won));
}

} // namespace report
