// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"
#include "profile/nearest.hpp"
#include "profile/working_days.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace report {
namespace {

/// "Bob (did you mean "Rob"?), Zed and 3 more": each with the names that are similar to it.
std::string told_with_nearest(const std::vector<std::string> &all, const std::vector<std::string> &others) {
    constexpr std::size_t most = 10;
    const std::vector<std::string_view> valid{others.begin(), others.end()};
    std::string text;
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        const std::string near = suggestion(all[i], valid);
        text += (i == 0 ? "" : ", ") + all[i];
        if (near.starts_with(", ")) text += " (" + near.substr(2) + ')';
    }
    return all.size() > most ? text + " and " + std::to_string(all.size() - most) + " more" : text;
}

} // namespace

/// Finds who was there in the time that is looked at.
void drawing::find_team() {
    if (!asked_.team || by_rep_ == nullptr) return;
    sheet_.team = *asked_.team;
    if (!by_.where.empty()) return; // quotas and hours are about everything that a rep does
    team_.emplace(*asked_.team, known_.of_parts[rep_part], by_.is_by_teams(), days(), asked_.starts);
    find_strangers();
}

/// Those whom only the log knows, and those whom only the roster knows, in the order of their names.
void drawing::find_strangers() {
    const labels &said = by_rep_->past().names_on_rows();
    std::set<std::uint32_t> named;
    for (std::uint32_t i = 0; i < said.size(); ++i)
        named.insert(said[i].names[rep_part]);
    std::set<std::string> unknown;
    for (const std::uint32_t rep : named)
        if (rep != grouping::nobody) unknown.emplace(known_.of_parts[rep_part][rep]);
    for (const rostered_rep &one : asked_.team->reps)
        if (unknown.erase(one.name) == 0) sheet_.not_in_log.push_back(one.name);
    sheet_.not_in_roster.assign(unknown.begin(), unknown.end());
}

/// Whether a group belongs there although it may have no event: that of a rep of the roster.
bool drawing::is_there(std::uint32_t group) const {
    return team_ && std::any_of(team_->members().begin(), team_->members().end(),
                                [&](const team_member &one) { return is_in(one, group); });
}

bool drawing::is_in(const team_member &one, std::uint32_t group) const {
    if (!by_.is_by_reps() || group == grouping::nobody) return false;
    if (by_.is_by_rep()) return one.rep == group;
    return by_.by.front().reps->of(one.rep, one.in.posts.front()) == group;
}

/// The roster's answer instead of a figure that the caller gives: how long its reps were logged in, all of
/// them, those of a group, or all in a period. Nothing if it does not say so for each of them, or if others
/// were at work too.
std::optional<std::uint64_t> drawing::told_by_roster(const given_figure &which,
                                                     std::optional<std::size_t> group) const {
    if (!team_ || which.name != "seconds_logged_in") return std::nullopt;
    const bool of_all = !group || by_.by.empty();
    if (of_all ? !sheet_.not_in_roster.empty() || !by_.where.empty() : !by_.is_by_reps()) return std::nullopt;
    std::optional<std::uint64_t> seconds;
    for (const team_member &one : team_->members()) {
        if (!of_all && !is_in(one, columns_[*group].group)) continue;
        std::optional<std::uint64_t> mine = team_->seconds_of(one);
        if (mine && group && by_.is_period()) {
            mine = team_->seconds_of(
                one, common(days_of(columns_[*group]), {*reading_.begin, reading_.now->seconds}));
        }
        if (!mine) return std::nullopt;
        seconds = seconds.value_or(0) + *mine;
    }
    return seconds;
}

/// What the roster tells about each group. A figure given as 0 for the whole is 0 for each group, too.
void drawing::find_figures_of_groups(const listed_metric &metric) {
    reading_.figures_of_groups.clear();
    if (reading_.figures.size() != metric.figures.size()) return;
    const bool by_roster =
        std::any_of(metric.figures.begin(), metric.figures.end(), [&](const given_figure &figure) {
            return !asked_.given.contains(figure.name) && told_by_roster(figure, std::nullopt);
        });
    for (std::size_t g = 0; by_roster && g < columns_.size(); ++g) {
        std::vector<std::uint64_t> &mine = reading_.figures_of_groups.emplace_back();
        for (std::size_t i = 0; i < metric.figures.size(); ++i)
            if (const auto told = told_by_roster(metric.figures[i], g))
                mine.push_back(*told);
            else if (reading_.figures[i] == 0)
                mine.push_back(0);
        if (mine.size() != metric.figures.size()) mine.clear();
    }
}

std::vector<std::string> drawing::about_roster() const {
    std::vector<std::string> notes;
    if (asked_.team && !by_.where.empty())
        notes.push_back(
            "A roster's quotas and hours are of all that its reps do, and not of what --where looks at: "
            "nothing is held to them");
    if (!team_) return notes;
    const auto reps = [](std::size_t n) { return std::to_string(n) + (n == 1 ? " rep" : " reps"); };
    const std::string &file = asked_.team->source;
    if (!told_.tells_reps) {
        notes.push_back("No column of the log names a rep, so that nothing of " + file +
                        " can be held to it");
        return notes;
    }
    if (!sheet_.not_in_roster.empty())
        notes.push_back("The log names " + reps(sheet_.not_in_roster.size()) + " whom " + file +
                        " does not know, and who are in no comparison: " +
                        told_with_nearest(sheet_.not_in_roster, sheet_.not_in_log));
    if (!sheet_.not_in_log.empty())
        notes.push_back(file + " names " + reps(sheet_.not_in_log.size()) + " whom the log does not know: " +
                        told_with_nearest(sheet_.not_in_log, sheet_.not_in_roster));
    return notes;
}

} // namespace report
