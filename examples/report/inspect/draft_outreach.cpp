// SPDX-License-Identifier: MIT
#include "inspect/draft_rows.hpp"
#include "profile/fold.hpp"

#include <algorithm>
#include <utility>

namespace report {

using json = drafter::json;

namespace {

/// For a phone system's file without a heading: legs of one call share an id.
void ask_for_legs(drafter &d) {
    for (std::size_t i = d.found().cut.width; i-- > 0;) {
        const column_look &look = d.look(i);
        const bool is_id = !look.has_gaps() && !look.is_unique() && look.kind() != column_kind::date &&
                           look.words().size() * 4 >= look.rows() && d.part_of(i) == role::none;
        if (d.found().cut.header || !is_id) continue;
        const std::string example = look.examples(1).front();
        d.ask("rows with the same " + d.name_of(i) + ", such as \"" + example + "\" (line " +
              std::to_string(look.words().at(example).line) +
              "), may be legs of one call, which \"once_per\": " + std::to_string(i + 1) +
              " counts once, or calls of their own; the profile says the first");
        d.count_once_per(i);
        return;
    }
}

} // namespace

void draft_calls(drafter &d, std::optional<std::size_t> status) {
    d.profile()["channel"] = {{"constant", "phone"}};
    if (const auto at = first_of(d, {role::happened, role::opened, role::answered, role::closed}))
        d.profile()["at"] = d.date(*at);
    const auto talk = d.of(role::seconds);
    json event = json::object();
    if (status) {
        json map = draft_words(d, *status, call_outcome, "no call; say what it is, if it is one");
        if (d.look(*status).has_gaps()) {
            map[""] = "call";
            d.guess("where " + d.name_of(*status) + " says nothing, the outcome of the call is not known");
        }
        const auto says = [&map](const char *kind) {
            return std::any_of(map.begin(), map.end(), [kind](const json &told) { return told == kind; });
        };
        if (says("picked_up") && !says("conversation"))
            d.guess("somebody, or a machine, answered a call that is picked_up; if they spoke, make it "
                    "\"conversation\": without it there is no conversation rate");
        event["kind"] = {{"column", d.column(*status)}, {"map", map}};
    } else {
        event["kind"] = "call";
        d.guess("each row is a call of which the outcome is not known");
    }
    if (talk) event["elapsed"] = d.seconds(*talk), d.guess(d.name_of(*talk) + " is how long people spoke");
    d.add_event(event);
    if (const auto way = d.of(role::direction))
        d.ask("whether calls that came in count, too: nobody dialled them. " + d.name_of(*way) +
              " tells them apart, and \"only\" leaves some out; the profile takes all");
    if (!d.of(role::rep))
        d.ask(
            "who called: no column is taken for that, and \"rep\" says which one it is; without it there is "
            "no report by rep");
    ask_for_legs(d);
    if (!status) return;
    for (const auto &[word, seen] : d.look(*status).words())
        if (in_lower_case(word) == "sale") {
            d.add_event({{"kind", "deal_won"}, {"when", {{"column", d.column(*status)}, {"is", word}}}});
            d.guess(d.name_of(*status) + " \"" + word + "\" is a deal won, too");
        }
}

bool draft_nameless_calls(drafter &d) {
    for (std::size_t i = 0; i < d.found().cut.width; ++i) {
        const column_kind k = d.look(i).kind();
        if (d.found().cut.header || (k != column_kind::clock && k != column_kind::duration)) continue;
        d.profile()["channel"] = {{"constant", "phone"}};
        if (const auto at = d.of(role::happened)) d.profile()["at"] = d.date(*at);
        d.add_event(
            {{"kind", {{"column", d.column(i)}, {"map", {{"", "no_answer"}}}, {"otherwise", "picked_up"}}},
             {"elapsed", d.seconds(i)}});
        d.guess("each row is a call; it was picked up where " + d.name_of(i) + " has a duration");
        return true;
    }
    return false;
}

namespace {

/// The column that tells what replies say, judged by its words.
std::optional<std::size_t> column_of_replies(const drafter &d) {
    for (std::size_t i = 0; i < d.found().cut.width; ++i) {
        const auto &words = d.look(i).words();
        if (d.look(i).kind() == column_kind::words && d.part_of(i) == role::none &&
            fit_of_name(d.name_of(i), role::stage) != 0 &&
            std::any_of(words.begin(), words.end(),
                        [](const auto &each) { return reply_meaning(each.first); }))
            return i;
    }
    return std::nullopt;
}

void draft_replies(drafter &d, std::size_t replies) {
    json event{{"kind", "reply_negative"}};
    if (const auto said = column_of_replies(d)) {
        json map = draft_words(d, *said, reply_meaning, "no reply");
        if (d.look(*said).has_gaps()) map[""] = "reply_negative";
        event["kind"] = {{"column", d.column(*said)}, {"map", map}};
        d.guess("a reply is what " + d.name_of(*said) + " says; one of which it says nothing is no yes");
    } else {
        d.guess("what a reply says is not told: it is called a no, for none is known to be a yes");
    }
    event["when"] = json{{"column", d.column(replies)}, {"is_not", json::array({"", "0", "false", "no"})}};
    d.add_event(event);
}

} // namespace

void draft_emails(drafter &d, std::size_t address) {
    d.profile()["prospect"] = d.column(address);
    d.profile()["channel"] = {{"constant", "email"}};
    const auto sent = first_of(d, {role::happened, role::opened});
    if (sent) d.profile()["at"] = d.date(*sent);
    const std::string file = in_lower_case(d.found().file);
    const char *const by_file = file.find("open") != std::string::npos    ? "email_opened"
                                : file.find("click") != std::string::npos ? "email_clicked"
                                                                          : "email_sent";
    json event{{"kind", sent ? "email_sent" : by_file}};
    if (!sent) event["once_per"] = d.column(address);
    d.add_event(event);
    d.guess("each row is an email" + std::string{sent ? "" : "; what came of it is told by the file's name"});
    struct sign {
        role r;
        const char *kind;
    };
    for (const sign &each : {sign{role::opens, "email_opened"}, sign{role::clicks, "email_clicked"},
                             sign{role::bounced, "email_bounced"}})
        if (const auto at = d.of(each.r))
            d.add_event(
                {{"kind", each.kind},
                 {"when", {{"column", d.column(*at)}, {"is_not", json::array({"", "0", "false", "no"})}}}});
    if (const auto replies = d.of(role::replies)) draft_replies(d, *replies);
}

} // namespace report
