// SPDX-License-Identifier: MIT
#include "inspect/draft.hpp"

#include "inspect/draft_rows.hpp"

#include <utility>

namespace report {

using json = drafter::json;

namespace {

void draft_unknown(drafter &d) {
    json event{{"kind", "interaction"}};
    if (const auto at = first_of(d, {role::happened, role::opened, role::closed, role::answered}))
        event["at"] = d.date(*at);
    d.add_event(event);
    d.guess(
        "what a row is cannot be told: it is called an interaction. kpi-report --list-kinds has all kinds");
}

void draft_events(drafter &d, told_by_words stage_tells) {
    const auto stage = d.of(role::stage), opened = d.of(role::opened), reply = d.of(role::first_reply);
    if (d.of(role::before) && d.of(role::after)) return draft_history(d);
    if (stage && stage_tells == told_by_words::settlements) return draft_deals(d, *stage);
    if (reply && opened) return draft_tickets(d, *opened, *reply);
    const auto settled = first_of(d, {role::closed, role::happened}), late = d.of(role::late);
    if (settled && late) return draft_closings(d, *settled, *late);
    if (stage || d.of(role::seconds)) return draft_calls(d, stage);
    if (draft_nameless_calls(d)) return;
    if (const auto address = d.of(role::email)) return draft_emails(d, *address);
    if (opened) return draft_leads(d, *opened);
    if (const auto won =
            d.of(role::amount) ? first_of(d, {role::closed, role::happened}) : d.of(role::closed))
        return draft_wins(d, *won);
    draft_unknown(d);
}

/// Writes down guesses and questions where somebody who changes the profile will read them.
void write_comments(draft &told) {
    json with_comments = json::object();
    for (std::size_t i = 0; i < told.questions.size(); ++i)
        with_comments["// question " + std::to_string(i + 1)] = told.questions[i];
    for (std::size_t i = 0; i < told.guesses.size(); ++i)
        with_comments["// guess " + std::to_string(i + 1)] = told.guesses[i];
    for (const auto &[key, value] : told.profile.items())
        with_comments[key] = value;
    told.profile = std::move(with_comments);
}

} // namespace

draft draft_profile(const survey &found, const roles &parts) {
    drafter d{found, parts};
    d.write_setting();
    d.write_names();
    draft_events(d, parts.stage_tells());
    d.write_events();
    draft told = std::move(d).finish();
    write_comments(told);
    return told;
}

} // namespace report
