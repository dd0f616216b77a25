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

enum column : std::size_t { rep, aliases, role, team, amount, unit, from_day, to_day, hours };

class roster_reader {
public:
    roster_reader(input from, std::span<const std::string_view> metrics)
        : table_{std::move(from), roster_columns, 1}, metrics_{metrics} {}

    roster read() {
        while (table_.next())
            add_row();
        if (reps_.empty()) table_.refuse("names no rep");
        roster all{table_.name(), {}};
        for (auto &[name, one] : reps_)
            all.reps.push_back(std::move(one));
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
        agree(role, one.role);
        agree(team, one.team);
        one.rows.push_back(read_tenure(one));
    }

    /// A name means one rep.
    void claim(column where, const std::string &name, const std::string &of) {
        if (name.size() > names::longest_name) table_.refuse(where, "is longer than 256 bytes");
        const auto [known, fresh] = owners_.try_emplace(name, owner{of, table_.line()});
        if (!fresh && known->second.rep != of)
            table_.refuse(where, "names " + known->second.rep + " already, in line " +
                                     std::to_string(known->second.line));
    }

    /// All rows of a rep that say it say the same.
    void agree(column where, std::string &so_far) {
        const std::string_view said = table_[where];
        if (said.size() > names::longest_name) table_.refuse(where, "is longer than 256 bytes");
        if (!said.empty() && !so_far.empty() && said != so_far)
            table_.refuse(where, "is \"" + so_far + "\" in another row of this rep, who has one alone");
        if (so_far.empty()) so_far = said;
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
    std::map<std::string, owner> owners_; ///< of names and aliases
};

} // namespace

roster read_roster(input from, std::span<const std::string_view> metrics) {
    return roster_reader{std::move(from), metrics}.read();
}

void roster::introduce_to(names &known) const {
    for (const rostered_rep &one : reps) {
        static_cast<void>(known.number_of(one.name));
        for (const std::string &alias : one.aliases)
            known.add_alias(alias, one.name);
    }
}

rep_groups roster::groups(std::string_view by, const names &known) const {
    const auto of = [&](const rostered_rep &one) { return by == "team" ? one.team : one.role; };
    rep_groups all;
    std::set<std::string> named;
    for (const rostered_rep &one : reps)
        if (!of(one).empty()) named.insert(of(one));
    all.names.insert(all.names.end(), named.begin(), named.end());
    all.of_rep.resize(known.size());
    for (const rostered_rep &one : reps)
        if (const auto number = known.find(one.name); number && !of(one).empty())
            all.of_rep[*number] =
                static_cast<std::uint32_t>(1 + std::distance(named.begin(), named.find(of(one))));
    return all;
}

std::vector<std::string> roster::roles() const {
    std::set<std::string> all;
    for (const rostered_rep &one : reps)
        all.insert(one.role);
    return {all.begin(), all.end()};
}

} // namespace report
