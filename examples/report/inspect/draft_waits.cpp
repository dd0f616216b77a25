// SPDX-License-Identifier: MIT
#include "inspect/draft_rows.hpp"
#include "profile/fold.hpp"

#include <algorithm>
#include <utility>

namespace report {

using json = drafter::json;

void draft_tickets(drafter &d, std::size_t opened, std::size_t reply) {
    d.profile()["lead"] = draft_id(d, false);
    d.add_event({{"kind", "mcl"}, {"at", d.date(opened)}});
    d.add_event({{"kind", "first_response"},
                 {"at", d.date(opened)},
                 {"when", d.is_there(reply)},
                 {"elapsed", d.seconds(reply)}});
    d.guess("each row is somebody who waits from " + d.name_of(opened) + " on, for as long as " +
            d.name_of(reply));
    const auto closed = d.of(role::closed), resolution = d.of(role::resolution);
    if (closed && resolution) {
        const json spent = d.column(*resolution);
        d.add_event(
            {{"kind", "ticket_closed_in_time"},
             {"at", d.date(*closed)},
             {"when", json::array({d.is_there(*closed), json{{"column", spent}, {"at_most", 1440}}})}});
        d.add_event({{"kind", "ticket_closed"},
                     {"at", d.date(*closed)},
                     {"when", json::array({d.is_there(*closed), json{{"column", spent}, {"above", 1440}}})}});
        d.guess("a ticket is closed in time up to 1440 in " + d.name_of(*resolution) +
                ": say your own service level");
    }
    if (const auto score = d.of(role::score); score && d.look(*score).kind() == column_kind::words) {
        json map{{"", nullptr}};
        for (const auto &[word, seen] : d.look(*score).words()) {
            const std::string small = in_lower_case(word);
            map[word] = small == "good"  ? json("satisfied")
                        : small == "bad" ? json("not_satisfied")
                                         : json(nullptr);
        }
        json event{{"kind", {{"column", d.column(*score)}, {"map", map}}}};
        if (closed) event["at"] = d.date(*closed);
        d.add_event(event);
    }
}

void draft_closings(drafter &d, std::size_t closed, std::size_t late) {
    json event{{"kind", {{"column", d.column(late)}, {"map", draft_words(d, late, lateness, "no closing")}}},
               {"at", d.date(closed)}};
    d.guess("each row is a ticket that was closed on " + d.name_of(closed) + ", in time or not by " +
            d.name_of(late));
    if (const auto id = d.of(role::id); id && !d.look(*id).has_gaps()) {
        event["last_per"] = d.column(*id);
        if (!d.look(*id).is_unique())
            d.guess("of rows with the same " + d.name_of(*id) + " the last by " + d.name_of(closed) +
                    " counts");
    }
    d.add_event(event);
}

void draft_leads(drafter &d, std::size_t arrived) {
    d.profile()["lead"] = draft_id(d, true);
    d.add_event({{"kind", "mql"}, {"at", d.date(arrived)}});
    d.guess("each row is a lead that came on " + d.name_of(arrived));
    if (const auto answered = d.of(role::answered)) {
        d.add_event({{"kind", "first_response"}, {"at", d.date(*answered)}});
        d.guess(d.name_of(*answered) + " is when somebody answered it first");
    }
}

} // namespace report
