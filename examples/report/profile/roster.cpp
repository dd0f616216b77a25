// SPDX-License-Identifier: MIT
#include "profile/roster.hpp"

#include "profile/nearest.hpp"
#include "profile/number.hpp"
#include "profile/side_table.hpp"
#include "read/trimmed.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace report {
namespace {

enum roster_column : std::size_t { rep, aliases, role, team, amount, unit, from_day, to_day, hours };

class roster_reader {
public:
    roster_reader(input from, std::span<const std::string_view> metrics)
        : table_{std::move(from), roster_columns, 1}, metrics_{metrics} {}

    roster read() {
        while (table_.next())
            add_row();
        if (reps_.empty()) table_.refuse("names no rep");
        roster all{table_.name(), {}};
        for (auto &[name, one] : reps_) {
            one.posts = posts_of(said_[name]);
            all.reps.push_back(std::move(one));
        }
        return all;
    }

private:
    void add_row() {
        const std::string name{table_[rep]};
        if (name.empty()) table_.refuse(rep, "is empty");
        claim(rep, name, name);
        rostered_rep &one = reps_[name];
        one.name = name;
        std::string_view left = table_[aliases];
        while (!left.empty()) {
            const std::size_t end = std::min(left.find('|'), left.size());
            const std::string_view other = trimmed(left.substr(0, end));
            left.remove_prefix(std::min(end + 1, left.size()));
            if (other.empty() || other == name) continue;
            claim(aliases, std::string{other}, name);
            if (std::find(one.aliases.begin(), one.aliases.end(), other) == one.aliases.end())
                one.aliases.emplace_back(other);
        }
        std::sort(one.aliases.begin(), one.aliases.end());
        one.rows.push_back(read_tenure(one));
        say(role, said_[name].roles, one.rows.back().on);
        say(team, said_[name].teams, one.rows.back().on);
    }

    /// Makes sure that a name means a single rep.
    void claim(roster_column where, const std::string &name, const std::string &of) {
        if (name.size() > names::longest_name) table_.refuse(where, "is longer than 256 bytes");
        const auto [known, fresh] = owners_.try_emplace(name, owner{of, table_.line()});
        if (!fresh && known->second.rep != of)
            table_.refuse(where, "names " + known->second.rep + " already, in line " +
                                     std::to_string(known->second.line));
    }

    /// The role or team that a row gives a rep.
    struct said_of_days {
        time_frame on;
        std::string text;
        std::uint64_t line;
    };
    struct said_of_rep {
        std::vector<said_of_days> roles, teams;
    };
    /// No two rows may say different things about the same days.
    void say(roster_column where, std::vector<said_of_days> &so_far, const time_frame &on) {
        const std::string_view text = table_[where];
        if (text.empty()) return;
        if (text.size() > names::longest_name) table_.refuse(where, "is longer than 256 bytes");
        for (const said_of_days &other : so_far)
            if (other.text != text && overlap(other.on, on))
                table_.refuse(where, "is \"" + other.text + "\" in line " + std::to_string(other.line) +
                                         " for some of these days");
        so_far.push_back({on, std::string{text}, table_.line()});
    }
    /// A role lasts until the next one begins; the first one has no beginning.
    static std::vector<post> posts_of(said_of_rep said) {
        std::set<std::int64_t> changes;
        for (auto *const all : {&said.roles, &said.teams}) {
            std::sort(all->begin(), all->end(), [](const said_of_days &a, const said_of_days &b) {
                return a.on.from < b.on.from; // nothing is less than any
            });
            for (std::size_t i = 1; i < all->size(); ++i)
                if ((*all)[i].text != (*all)[i - 1].text) changes.insert(*(*all)[i].on.from);
        }
        const auto at = [](const std::vector<said_of_days> &all, std::optional<std::int64_t> time) {
            std::string text = all.empty() ? std::string{} : all.front().text;
            for (const said_of_days &each : all)
                if (each.on.from <= time) text = each.text;
            return text;
        };
        std::vector<post> posts{{{}, at(said.roles, {}), at(said.teams, {})}};
        for (const std::int64_t change : changes)
            posts.push_back({change, at(said.roles, change), at(said.teams, change)});
        return posts;
    }

    tenure read_tenure(const rostered_rep &of) {
        tenure row{table_.line(), table_.days(from_day, to_day), read_quota(), read_hours()};
        for (const tenure &other : of.rows) {
            const std::string there = " in line " + std::to_string(other.line) + " for some of these days";
            if (overlap(other.on, row.on) && row.due && other.due && row.due->metric == other.due->metric)
                table_.refuse(unit, "has a quota" + there);
            if (overlap(other.on, row.on) && row.logged_in && other.logged_in)
                table_.refuse(hours, "are told" + there);
        }
        return row;
    }
    std::optional<quota> read_quota() {
        if (table_[amount].empty()) {
            if (!table_[unit].empty()) table_.refuse(unit, "has no quota beside it");
            return std::nullopt;
        }
        const auto read = read_fraction(table_[amount]);
        if (!read) table_.refuse(amount, "is no number such as 40 or 12000.50");
        return read_unit({std::string{table_[unit]}, {}, *read});
    }
    /// "deals_won", or "deals_won a month".
    quota read_unit(quota due) {
        const std::string_view text = table_[unit];
        const std::size_t space = text.find(' ');
        due.metric = text.substr(0, space);
        if (std::find(metrics_.begin(), metrics_.end(), due.metric) == metrics_.end())
            table_.refuse(unit, "is no metric that is counted" + suggestion(due.metric, metrics_));
        if (space == std::string_view::npos) return due;
        const std::string_view behind = text.substr(space + 1);
        due.each = behind.starts_with("a ") ? period_named(behind.substr(2)) : period_kind::none;
        if (due.each == period_kind::none)
            table_.refuse(
                unit, "is no metric and a period, such as deals_won a month" +
                          suggestion(behind.substr(std::min<std::size_t>(behind.size(), 2)), period_names()));
        return due;
    }

    std::optional<std::uint64_t> read_hours() {
        if (table_[hours].empty()) return std::nullopt;
        const number read = read_number(table_[hours], 2, {}, {0, 2400});
        if (!read.fault.empty())
            table_.refuse(hours,
                          read.fault.starts_with("is greater") ? "are more than a day has" : read.fault);
        return static_cast<std::uint64_t>(read.value) * 36; // hundredths of an hour
    }

    struct owner {
        std::string rep;
        std::uint64_t line;
    };
    side_table table_;
    std::span<const std::string_view> metrics_;
    std::map<std::string, rostered_rep> reps_;
    std::map<std::string, said_of_rep> said_;
    std::map<std::string, owner> owners_; ///< of names and aliases
};

} // namespace

roster read_roster(input from, std::span<const std::string_view> metrics) {
    return roster_reader{std::move(from), metrics}.read();
}

void roster::introduce_to(known_names &known) const {
    names &reps_known = known.of_parts[rep_part];
    for (const rostered_rep &one : reps) {
        const std::uint32_t number = reps_known.number_of(one.name);
        for (const std::string &alias : one.aliases)
            reps_known.add_alias(alias, one.name);
        if (one.posts.size() == 1) continue;
        known.posts.changes.resize(std::max<std::size_t>(known.posts.changes.size(), number + 1));
        for (const post &each : one.posts)
            if (each.from) known.posts.changes[number].push_back(*each.from);
    }
}

bool roster::knows_changes() const {
    return std::any_of(reps.begin(), reps.end(),
                       [](const rostered_rep &one) { return one.posts.size() > 1; });
}

day_span rostered_rep::days_of(std::size_t post) const {
    constexpr std::int64_t always = std::numeric_limits<std::int64_t>::max();
    return {posts[post].from.value_or(-always), post + 1 < posts.size() ? *posts[post + 1].from : always};
}

std::vector<job> roster::jobs(bool by_team) const {
    std::vector<job> all;
    for (const rostered_rep &one : reps)
        for (std::size_t p = 0; p < one.posts.size(); ++p) {
            const post &here = one.posts[p];
            auto same = std::find_if(all.begin(), all.end(), [&](const job &other) {
                return other.who == &one && other.role == here.role && (!by_team || other.team == here.team);
            });
            if (same == all.end()) same = all.insert(all.end(), {&one, here.role, here.team, {}});
            same->posts.push_back(p);
        }
    return all;
}

rep_groups roster::jobs_as_groups(bool by_team, const known_names &known) const {
    rep_groups all;
    for (const job &each : jobs(by_team)) {
        const auto number = known.of_parts[rep_part].find(each.who->name);
        if (!number) continue;
        all.of_rep.resize(std::max<std::size_t>(all.of_rep.size(), *number + 1));
        all.of_rep[*number].resize(each.who->posts.size());
        for (const std::size_t post : each.posts)
            all.of_rep[*number][post] = static_cast<std::uint32_t>(all.names.size());
        all.names.push_back(each.who->name);
    }
    return all;
}

rep_groups roster::groups(std::string_view by, const names &known) const {
    const auto of = [&](const post &one) { return by == "team" ? one.team : one.role; };
    rep_groups all;
    std::set<std::string> named;
    for (const rostered_rep &one : reps)
        for (const post &each : one.posts)
            if (!of(each).empty()) named.insert(of(each));
    all.names.insert(all.names.end(), named.begin(), named.end());
    all.of_rep.resize(known.size());
    for (const rostered_rep &one : reps)
        if (const auto number = known.find(one.name))
            for (const post &each : one.posts)
                all.of_rep[*number].push_back(
                    of(each).empty()
                        ? 0u
                        : static_cast<std::uint32_t>(1 + std::distance(named.begin(), named.find(of(each)))));
    return all;
}

std::vector<std::string> roster::roles() const {
    std::set<std::string> all;
    for (const rostered_rep &one : reps)
        for (const post &each : one.posts)
            all.insert(each.role);
    return {all.begin(), all.end()};
}

} // namespace report
