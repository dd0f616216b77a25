// SPDX-License-Identifier: MIT
// The figures of kpi-report against a plain, slow reading of METRICS.md, on random logs that are hostile by
// construction. KPI_ORACLE_LOGS and KPI_ORACLE_SEED say how many and from which seed on; with
// KPI_ORACLE_COUNTS each metric is listed with the number of logs in which it was told.
#include "compare.hpp"
#include "environment.hpp"
#include "figures.hpp"
#include "make_log.hpp"
#include "rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>

namespace {

using namespace oracle;

void show(const std::string &metric, std::uint64_t seed, const log &l) {
    std::cout << "#### " << metric << ", seed " << seed << '\n' << reproduction(l);
    for (const difference &d : compare(l).differences)
        if (d.metric == metric)
            std::cout << "  " << d.metric << " [" << d.group << "] is " << d.expected << " by METRICS.md, "
                      << d.shown << " was shown\n";
}

/// In how many logs each metric was shown, and in how many it was neither 0 nor 100 %.
struct tally {
    std::uint64_t shown{}, telling{};
};

} // namespace

TEST_CASE("every figure is the one that METRICS.md says") {
    const std::uint64_t logs = from_environment("KPI_ORACLE_LOGS", all_logs);
    const std::uint64_t first = from_environment("KPI_ORACLE_SEED", 1);
    std::uint64_t figures = 0;
    std::map<std::string, std::uint64_t> differing, seed_of;
    std::map<std::string, tally> met;
    for (const metric &m : metrics())
        met[m.name];
    for (std::uint64_t seed = first; seed < first + logs; ++seed) {
        const comparison c = compare(make_log(seed));
        figures += c.figures;
        std::set<std::string> once;
        for (const difference &d : c.differences) {
            if (!once.insert(d.metric).second) continue;
            ++differing[d.metric];
            seed_of.emplace(d.metric, seed);
        }
        for (const auto &[name, tells] : c.telling) {
            ++met[name].shown;
            met[name].telling += tells ? 1 : 0;
        }
    }
    std::cout << figures << " figures of " << logs << " logs compared, of " << met.size() << " metrics\n";
    for (const left_aside &one : all_left_aside())
        std::cout << "left aside: " << one.metric << ": " << one.why << '\n';
    if (std::getenv("KPI_ORACLE_COUNTS") != nullptr)
        for (const auto &[name, n] : met)
            std::cout << name << ": shown " << n.shown << ", neither 0 nor all " << n.telling << '\n';

    std::size_t most = from_environment("KPI_ORACLE_SHOWN", 5);
    for (const auto &[name, n] : differing) {
        std::cout << name << " differs in " << n << " logs, first of seed " << seed_of[name] << '\n';
        if (most == 0) continue;
        --most;
        show(name, seed_of[name], shrink(make_log(seed_of[name]), name));
    }
    CHECK(differing.empty());

    if (reads_few_logs()) return;
    for (const metric &m : metrics()) {
        CAPTURE(m.name);
        CHECK(met[m.name].telling * all_logs >= 100 * logs);
    }
}

TEST_CASE("a rule of METRICS.md that is broken is seen") {
    if (reads_few_logs()) return; // it looks at the oracle, and takes long
    std::vector<std::pair<log, printed>> some;
    const auto seen = [&](rule r) {
        broken = r;
        bool differs = false;
        for (std::size_t i = 0; i < 1000 && !differs; ++i) {
            if (i == some.size()) {
                const log l = make_log(i + 1);
                some.emplace_back(l, print(l));
            }
            differs = !compare(some[i].first, some[i].second).differences.empty();
        }
        broken = rule::none;
        return differs;
    };
    for (const named_rule &r : all_rules) {
        CAPTURE(r.name);
        CHECK(seen(r.which));
    }
}
