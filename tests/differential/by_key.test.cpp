// SPDX-License-Identifier: MIT
// A table of few places against a map that has room for every key.
#include "support/doors.hpp"
#include <kpi/accumulator/by_key.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale>;
inline constexpr dimension number{"number", &visit::number};

/// The boards of those keys that have a place: in each set, the ones with the least hashes.
template <std::size_t N, std::size_t Ways>
std::map<std::uint32_t, board> with_a_place(const std::map<std::uint32_t, board> &all) {
    std::map<std::size_t, std::vector<std::uint32_t>> sets;
    for (const auto &[key, _] : all)
        sets[mix(key) % (N / Ways)].push_back(mix(key));
    std::map<std::uint32_t, board> kept;
    for (auto &[_, hashes] : sets) {
        std::sort(hashes.begin(), hashes.end());
        hashes.resize(std::min(hashes.size(), Ways));
        for (const std::uint32_t h : hashes)
            kept[unmix(h)] = all.at(unmix(h));
    }
    return kept;
}

template <std::size_t N, std::size_t Ways> void agrees_with_a_map(std::uint64_t seed) {
    using table = by_key<number, N, board, Ways>;
    CAPTURE(seed);
    random r{seed};
    const std::uint64_t keys = 1 + r.below(r.below(2) == 0 ? N : 8 * N);
    const std::uint32_t spread = r.below(2) == 0 ? 1 : 2654435761u; // in sequence, or strewn
    std::map<std::uint32_t, board> all;
    // Shards that record, take back and are merged in the end.
    std::vector<table> parts(1 + r.pick<std::size_t>(5));
    std::vector<std::vector<visit>> recorded(parts.size());
    for (std::uint64_t n = r.below(3000); n > 0; --n) {
        visit v = any_visit(r);
        v.number = static_cast<std::uint32_t>(r.below(keys)) * spread;
        const auto p = r.pick<std::size_t>(parts.size());
        auto &here = recorded[p];
        if (r.below(10) == 0 && !here.empty()) {
            const auto i = r.pick<std::size_t>(here.size());
            REQUIRE(parts[p].retract(here[i]));
            REQUIRE(all.at(here[i].number).retract(here[i]));
            here[i] = here.back();
            here.pop_back();
        } else {
            parts[p].record(v);
            all[v.number].record(v);
            here.push_back(v);
        }
    }
    while (parts.size() > 1) {
        const auto i = r.pick<std::size_t>(parts.size() - 1);
        parts[i] += parts[i + 1];
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    const table &t = parts.front();

    const auto kept = with_a_place<N, Ways>(all);
    board other, total;
    for (const auto &[key, b] : all) {
        total += b;
        if (kept.count(key) == 0) other += b;
        const board *const found = t.find(key);
        REQUIRE((found != nullptr) == (kept.count(key) != 0));
        if (found != nullptr) REQUIRE(*found == b);
    }
    REQUIRE(t.size() == kept.size());
    REQUIRE(t.other() == other);
    REQUIRE(t.total() == total);
    REQUIRE(t.complete() == (other == board{}));
    std::size_t shown = 0;
    t.for_each([&](std::uint32_t key, const board &b) { shown += !(b == board{}) && kept.at(key) == b; });
    REQUIRE(shown == static_cast<std::size_t>(std::count_if(
                         kept.begin(), kept.end(), [](const auto &k) { return !(k.second == board{}); })));
}

TEST_CASE("a table that overflows is exact of the keys that it keeps, and of all together") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        agrees_with_a_map<64, 4>(seed);
        agrees_with_a_map<16, 16>(seed);
        agrees_with_a_map<16, 1>(seed);
        agrees_with_a_map<24, 3>(seed);
        agrees_with_a_map<128, 64>(seed);
        agrees_with_a_map<40, 20>(seed);
        agrees_with_a_map<1, 1>(seed);
    }
}

} // namespace
} // namespace kpi::test
