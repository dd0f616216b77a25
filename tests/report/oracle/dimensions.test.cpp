// SPDX-License-Identifier: MIT
// Laws of groups, on the oracle's hostile logs: what --where looks at is the group of that name, and a group
// of several dimensions is one of them within the other.
#include "environment.hpp"
#include "make_log.hpp"
#include "printed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

namespace {

using namespace oracle;

std::string text(const printed_figure &f) {
    std::string all = std::to_string(f.numerator) + '/' + std::to_string(f.denominator) + " of " +
                      std::to_string(f.n) + ", " + f.value;
    for (const auto &[name, number] : f.beside)
        if (name != "rank" && name != "shrunk" && name != "growth")
            all += ", " + name + ' ' + number; // these are of all groups
    return all;
}

printed report_by(const log &of, const std::string &by, const std::vector<std::string> &where) {
    log l = of;
    l.asked.by = by, l.asked.days.clear(), l.asked.where = where;
    l.asked.given.clear(), l.asked.wanted.clear(), l.asked.team.clear();
    printed p = print(l);
    // the spread over reps is of groups, and no figure of the log
    std::erase_if(p.metrics, [](const auto &m) {
        return m.first.starts_with("gini_") || m.first.starts_with("top_") ||
               m.first.find("_without_top_") != std::string::npos;
    });
    return p;
}

std::string where(const std::string &by, const std::string &group) { return by + '=' + group; }

/// The figures of a group, by metric; of those that are told of groups.
std::map<std::string, std::string> of_group(const printed &p, const std::string &group) {
    std::map<std::string, std::string> all;
    const auto place =
        static_cast<std::size_t>(std::find(p.groups.begin(), p.groups.end(), group) - p.groups.begin());
    for (const auto &[name, m] : p.metrics)
        if (place < m.groups.size()) all[name] = text(m.groups[place]);
    return all;
}

/// What a group of the first report says that the second one's whole, or a group of it, does not.
std::string difference(const std::map<std::string, std::string> &a,
                       const std::map<std::string, std::string> &b) {
    std::string all;
    for (const auto &[name, figure] : a) {
        const auto other = b.find(name);
        // what is 0 or absent in a group is left out where nothing else is looked at
        if (other != b.end() && other->second != figure)
            all += name + ": " + figure + " and " + other->second + '\n';
    }
    return all;
}

/// A name on some row of the log.
std::string some_name(const log &l, label by, std::uint64_t seed) {
    std::set<std::string> names;
    for (const row &r : l.rows)
        names.insert(r.name(by));
    names.erase(std::string{});
    if (names.empty()) return "(none)";
    return *std::next(names.begin(), static_cast<std::ptrdiff_t>(seed % names.size()));
}

} // namespace

TEST_CASE("what --where looks at is the group of that name") {
    std::size_t compared = 0;
    const std::uint64_t logs = some_of(150);
    for (std::uint64_t seed = 1; seed <= logs; ++seed) {
        const log l = make_log(seed);
        constexpr std::array ways{label::rep, label::source, label::product, label::channel};
        const label way = ways[seed % ways.size()];
        const std::string by{label_names[static_cast<std::size_t>(way)]}, name = some_name(l, way, seed);
        const printed groups = report_by(l, by, {}), whole = report_by(l, "", {where(by, name)});
        if (!groups.failure.empty() || !whole.failure.empty()) continue;
        std::map<std::string, std::string> of_whole;
        for (const auto &[metric, m] : whole.metrics)
            of_whole[metric] = text(m.total);
        const auto mine = of_group(groups, name);
        compared += mine.size();
        CAPTURE(command(l));
        CAPTURE(name);
        CHECK(difference(mine, of_whole) == "");
    }
    CHECK(compared > 7 * logs);
}

TEST_CASE("a group of two dimensions is a group of one within a group of the other") {
    std::size_t compared = 0;
    const std::uint64_t logs = some_of(150);
    for (std::uint64_t seed = 1; seed <= logs; ++seed) {
        const log l = make_log(seed);
        struct pair {
            label first;
            std::string second;
        };
        const std::array<pair, 4> ways{{{label::rep, "source"},
                                        {label::source, "month"},
                                        {label::product, "rep"},
                                        {label::rep, "month"}}};
        const auto &[way, other] = ways[seed % ways.size()];
        const std::string by{label_names[static_cast<std::size_t>(way)]}, name = some_name(l, way, seed);
        const printed crossed = report_by(l, by + ',' + other, {});
        const printed within = report_by(l, other, {where(by, name)});
        if (!crossed.failure.empty() || !within.failure.empty()) continue;
        CAPTURE(command(l));
        for (const std::string &group : within.groups) {
            CAPTURE(name + ", " + group);
            const auto both = of_group(crossed, name + ", " + group);
            compared += both.size();
            CHECK(difference(both, of_group(within, group)) == "");
        }
    }
    CHECK(compared > 7 * logs);
}
