// SPDX-License-Identifier: MIT
// What --explain lists of a figure adds up to that figure, for every metric, on the oracle's hostile logs.
#include "environment.hpp"
#include "figures/metric_list.hpp"
#include "make_log.hpp"
#include "printed.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

using namespace oracle;

/// A measure rests on as many as are listed.
bool is_measured(const report::listed_metric &metric) {
    return metric.how.kind == "measure" && metric.given.name.empty() && metric.figures.empty();
}

/// Numerator and denominator by what is listed; nothing where the figure is made of more than counts.
std::string counted(const report::explanation &told, const report::listed_metric &metric) {
    if (is_measured(metric)) return std::to_string(told.count("counted"));
    const auto n = [&](std::string_view role) { return std::to_string(told.count(role)); };
    if (metric.how.kind == "proportion")
        return told.count("nothing if any") != 0
                   ? "0/0"
                   : n("part") + '/' +
                         std::to_string(told.count("whole") - told.count("taken off the whole"));
    return n("counted") + "/1";
}

bool is_made_of_counts(const report::listed_metric &metric) {
    if (!metric.given.name.empty() || !metric.figures.empty()) return false;
    const bool is_level = metric.how.kind == "level" && metric.how.unit != "money";
    return metric.levels != 0 ? is_level : metric.how.kind == "proportion" || metric.how.kind == "count";
}

void compare_all(const log &l, std::uint64_t &compared) {
    const report::sheet s = report_on(l);
    for (const report::chapter &c : s.chapters)
        for (const report::line &line : c.lines) {
            const bool can_be_counted =
                line.metric != nullptr && (is_made_of_counts(*line.metric) || is_measured(*line.metric));
            if (!can_be_counted || (line.how.name != line.metric->how.name && !line.how.in_hours) ||
                line.currency != report::money::any)
                continue;
            const auto check = [&](const report::figure &f, const std::string &group) {
                const std::string what = line.how.name + (group.empty() ? "" : ":" + group);
                CAPTURE(command(l));
                CAPTURE(what);
                const report::sheet explained = report_on(l, what);
                const std::string mine = is_measured(*line.metric) ? std::to_string(f.n)
                                                                   : std::to_string(f.exact.numerator) + '/' +
                                                                         std::to_string(f.exact.denominator);
                CHECK(counted(*explained.explained, *line.metric) == mine);
                ++compared;
            };
            check(line.total, {});
            if (!line.groups.empty()) check(line.groups.back(), s.groups.back());
        }
}

/// The deals that the report looks at.
std::set<std::string> deals_of(const log &l) {
    std::set<std::string> all;
    for (const row &r : l.rows)
        if (!r.id(about::deal).empty() && (!l.asked.as_of || r.at < *l.asked.as_of + day))
            all.insert("deal " + r.id(about::deal));
    return all;
}

} // namespace

TEST_CASE("every deal is listed of a figure about deals, in it or out of it") {
    std::size_t silent = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        log l = make_log(seed);
        l.asked.given.clear(), l.asked.wanted.clear(), l.asked.by.clear(), l.asked.days.clear();
        const std::set<std::string> deals = deals_of(l);
        std::set<std::string> listed;
        const report::sheet s = report_on(l, "win_rate");
        for (const report::explained_event &e : s.explained->events) {
            silent += e.why.starts_with("none of its rows") || e.why.starts_with("its rows tell") ? 1u : 0u;
            std::size_t from = e.what.find("deal ");
            if (from != std::string::npos) listed.insert(e.what.substr(from, e.what.find(',', from) - from));
        }
        CAPTURE(command(l));
        CHECK(listed == deals);
    }
    CHECK(silent > 50);
}

TEST_CASE("what is listed of a figure adds up to it") {
    std::uint64_t compared = 0;
    const std::uint64_t logs = reads_few_logs() ? 2 : 12;
    for (std::uint64_t seed = 1; seed <= logs; ++seed) {
        log l = make_log(seed);
        l.asked.given.clear(), l.asked.wanted.clear();
        compare_all(l, compared);
    }
    CHECK(compared > 40 * logs);
}
