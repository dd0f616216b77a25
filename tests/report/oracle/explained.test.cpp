// SPDX-License-Identifier: MIT
// What --explain lists of a figure adds up to that figure, for every metric, on the oracle's hostile logs.
#include "figures/metric_list.hpp"
#include "make_log.hpp"
#include "printed.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace oracle;

/// Numerator and denominator by what is listed; nothing where the figure is made of more than counts.
std::string counted(const report::explanation &told, const report::listed_metric &metric) {
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
            if (line.metric == nullptr || !is_made_of_counts(*line.metric) ||
                line.how.name != line.metric->how.name || line.currency != report::money::any)
                continue;
            const auto check = [&](const report::figure &f, const std::string &group) {
                const std::string what = line.how.name + (group.empty() ? "" : ":" + group);
                CAPTURE(command(l));
                CAPTURE(what);
                const report::sheet explained = report_on(l, what);
                const std::string mine =
                    std::to_string(f.exact.numerator) + '/' + std::to_string(f.exact.denominator);
                CHECK(counted(*explained.explained, *line.metric) == mine);
                ++compared;
            };
            check(line.total, {});
            if (!line.groups.empty()) check(line.groups.back(), s.groups.back());
        }
}

} // namespace

TEST_CASE("what is listed of a figure adds up to it") {
    std::uint64_t compared = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        log l = make_log(seed);
        l.asked.given.clear(), l.asked.wanted.clear();
        compare_all(l, compared);
    }
    CHECK(compared > 500);
}
