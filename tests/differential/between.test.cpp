// SPDX-License-Identifier: MIT
// Pairs against a map of what is open, which has room for every id, or as much room in a set as the table.
#include "support/waits.hpp"
#include <kpi/story/between.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace kpi::test {
namespace {

template <std::size_t N, std::size_t Ways> struct ledger {
    std::map<std::size_t, std::map<std::uint32_t, std::int64_t>> open; // by set, then by id
    waits pairs;
    pairing account;

    auto &set_of(std::uint32_t id) { return open[mix(id) % (N / Ways)]; }
    void record(const visit &v) {
        auto &set = set_of(v.number);
        const auto started = set.find(v.number);
        if (v.kind == door::knocked) {
            if (started != set.end()) {
                ++account.repeated;
                started->second = std::min(started->second, v.at.seconds);
            } else if (set.size() < Ways) {
                set[v.number] = v.at.seconds;
            } else {
                ++account.full;
            }
        } else if (v.kind == door::opened || v.kind == door::bought || v.kind == door::slammed) {
            if (started == set.end()) {
                ++account.unstarted;
            } else if (v.at.seconds < started->second) {
                ++account.backwards;
            } else {
                ++account.paired;
                ++pairs.pairs;
                pairs.seconds += static_cast<std::uint64_t>(v.at.seconds - started->second);
                set.erase(started);
            }
        } else {
            ++account.others;
        }
    }
    void give_up_before(std::int64_t t) {
        for (auto &[_, set] : open)
            account.given_up += static_cast<std::uint32_t>(
                std::erase_if(set, [t](const auto &started) { return started.second < t; }));
    }
    std::map<std::uint32_t, std::int64_t> all_open() const {
        std::map<std::uint32_t, std::int64_t> all;
        for (const auto &[_, set] : open)
            all.insert(set.begin(), set.end());
        return all;
    }
};

/// Mostly in order, some late, some at one time, some before 1970.
visit next_visit(random &r, std::int64_t &clock, std::uint64_t ids) {
    visit v = any_visit(r);
    v.number = static_cast<std::uint32_t>(r.below(ids)) * 7;
    clock += r.pick<std::int64_t>(100);
    v.at = {r.below(10) == 0 ? clock - r.pick<std::int64_t>(500) : clock};
    return v;
}

template <std::size_t N, std::size_t Ways> void agrees_with_a_ledger(std::uint64_t seed) {
    CAPTURE(seed);
    random r{seed};
    between<knocks, answers, house, N, waits, around_the_clock, Ways> table;
    ledger<N, Ways> ledger;
    const std::uint64_t ids = 1 + r.below(3 * N);
    std::int64_t clock = -20000;
    std::uint64_t seen = 0;
    for (int i = 0; i < 600; ++i) {
        if (r.below(40) == 0) {
            const std::int64_t t = clock - r.pick<std::int64_t>(5000);
            table.give_up_before({t});
            ledger.give_up_before(t);
        } else {
            const visit v = next_visit(r, clock, ids);
            table.record(v);
            ledger.record(v);
            ++seen;
        }
        REQUIRE(table.account() == ledger.account);
        REQUIRE(table.pairs() == ledger.pairs);
        const auto open = ledger.all_open();
        REQUIRE(table.open() == open.size());
        REQUIRE(seen == table.account().events() + table.open()); // the account closes
        std::map<std::uint32_t, std::int64_t> shown;
        table.for_each_open([&](std::uint32_t id, instant since) { shown[id] = since.seconds; });
        REQUIRE(shown == open);
        const auto age = r.pick<std::int64_t>(3000);
        std::uint32_t old = 0;
        for (const auto &[_, since] : open)
            old += std::max<std::int64_t>(clock - since, 0) >= age;
        REQUIRE(table.open_for(static_cast<std::uint32_t>(age), {clock}) == old);
    }
}

TEST_CASE("pairs are those of a ledger, also where there is no room") {
    for (std::uint64_t seed = 0; seed < 25; ++seed) {
        agrees_with_a_ledger<256, 4>(seed);
        agrees_with_a_ledger<16, 4>(seed);
        agrees_with_a_ledger<8, 1>(seed);
        agrees_with_a_ledger<12, 12>(seed);
        agrees_with_a_ledger<128, 64>(seed);
        agrees_with_a_ledger<40, 20>(seed);
        agrees_with_a_ledger<6, 3>(seed);
        agrees_with_a_ledger<1, 1>(seed);
    }
}

// Ids go to parts for a while, and the parts are joined in any order; some ids were in two of them.
TEST_CASE("the account closes wherever parts are cut") {
    using table = between<knocks, answers, house, 16, waits>;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        random r{seed};
        std::vector<table> parts(1 + r.pick<std::size_t>(6));
        std::int64_t clock = 0;
        const std::uint64_t ids = 1 + r.below(40), seen = r.below(1500);
        for (std::uint64_t i = 0; i < seen; ++i)
            parts[r.pick<std::size_t>(parts.size())].record(next_visit(r, clock, ids));
        while (parts.size() > 1) {
            const auto i = r.pick<std::size_t>(parts.size() - 1);
            parts[i] += parts.back();
            parts.pop_back();
        }
        REQUIRE(parts.front().account().events() + parts.front().open() == seen);
        REQUIRE(parts.front().pairs().pairs == parts.front().account().paired);
    }
}

} // namespace
} // namespace kpi::test
