// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace report {
namespace {

std::string joined(const std::vector<std::string> &words) {
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

} // namespace

void drawing::note_periods(auto &&say) const {
    if (by_.has_own_periods()) {
        say("Days are counted for each " + by_.by.front().name +
            " from its first call, or where it has none "
            "from its first event; the period that is still running on " +
            iso_day(*sheet_.as_of) + " is compared with nothing");
        return;
    }
    for (std::size_t g = 0; g < columns_.size() && columns_[g].group == columns_.front().group; ++g) {
        if (!columns_[g].period) break;
        const std::string period = book_.past().name_of_period(columns_[g].group, *columns_[g].period);
        if (sheet_.group_marks[g] == "running")
            say(period + " is still running on " + iso_day(*sheet_.as_of) + ", and compared with nothing");
        else if (!sheet_.group_marks[g].empty())
            say("The log begins in " + period + ", which may be a part of it: it is compared with nothing");
    }
}

/// How many rows of these kinds lack the id, and how many there are.
std::pair<std::uint64_t, std::uint64_t> drawing::rows_without(std::size_t id, kinds of) const {
    std::uint64_t lacking = 0, all = 0;
    for (std::size_t k = 0; k < book_.rows().events.size(); ++k)
        if (of.contains(static_cast<activity>(k)))
            lacking += book_.rows().without_id[id][k], all += book_.rows().events[k];
    return {lacking, all};
}

void drawing::note_ids(auto &&say) const {
    const auto without = [&](std::size_t id, kinds of, std::string_view what) {
        const auto [lacking, all] = rows_without(id, of);
        if (lacking != 0 && lacking != all)
            say(std::to_string(lacking) + " of " + std::to_string(all) + ' ' + std::string{what} +
                " have no " + std::string{id_parts[id].name} + ", and are in no figure about " +
                std::string{id_parts[id].name} + 's');
    };
    without(0, sales::kinds::touches, "touches");
    without(1, kinds{activity::mcl, activity::mql, activity::first_response}, "events of leads");
    without(2, kinds{activity::opportunity, activity::deal_won, activity::deal_lost, activity::stage_entered},
            "events of deals");
    const auto [lacking, all] = rows_without(
        message_part, {activity::email_opened, activity::email_clicked, activity::email_bounced});
    if (lacking != 0)
        say(std::to_string(lacking) + " of " + std::to_string(all) +
            " opens, clicks and bounces have no message: each of them counts, on its own day");
}

/// Says what is held to which published figure; and which of those are meant for one rep, so for nobody here.
void drawing::note_benchmarks(auto &&say) const {
    std::vector<std::string> of_reps;
    std::map<std::string_view, std::vector<std::string>> held;
    for (const auto &[to, is_held] : benchmarks_)
        if (is_held)
            held[to->source].push_back(std::string{to->metric} + " (" + std::string{to->of} + ')');
        else
            of_reps.emplace_back(to->metric);
    for (const auto &[source, metrics] : held)
        say("Targets published by " + std::string{source} + ": " + joined(metrics));
    if (!of_reps.empty())
        say("Published targets of " + joined(of_reps) +
            " are for one rep over so many days: they need dates, and --by rep or --where rep=NAME");
}

void drawing::add_notes() {
    const auto say = [&](std::string text) { sheet_.notes.push_back(std::move(text)); };
    if (!unheard_of_.empty())
        say("The log has no event of the kind that each of these counts; where it does not record them, "
            "pass the figure over: " +
            joined(unheard_of_));
    for (const auto &[given, metrics] : not_given_)
        say(joined(metrics) + ": what this log has is the whole base; --given " + given + "=N adds to it");
    if (book_.rows().replies_without_channel != 0)
        say(std::to_string(book_.rows().replies_without_channel) +
            " replies have no channel and are in no figure about emails" +
            (by_channel_.empty() ? "" : ": " + joined(by_channel_)));
    if (!incoherent_.empty())
        say("A part is greater than its whole, because events belong together that are not both in this "
            "log: " +
            joined(incoherent_));
    if (!saturated_.empty())
        say("A counter has reached its limit and nothing can be said of: " + joined(saturated_));
    if (book_.past().currencies().size() > 1)
        say("Amounts are in " + codes_of_currencies() + ", and never added to each other" +
            (in_one_currency_.empty()
                 ? ""
                 : "; what is given is in one of them, so these are left out: " + joined(in_one_currency_)));
    for (const std::string &text : about_roster())
        say(text);
    note_benchmarks(say);
    note_periods(say);
    note_ids(say);
    if (book_.frame().from && told_.tells_stages)
        say("Now in stage is told by the file as it is, whatever the window");
    if (told_.zoned && told_.unzoned)
        say("Some dates have a time zone and some have none: the times may be hours apart");
}

} // namespace report
