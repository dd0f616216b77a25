// SPDX-License-Identifier: MIT
// Fading counts against the sum of 2^(age / half-life), worked out anew from all events in long double.
#include "support/doors.hpp"
#include <kpi/accumulator/decayed.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace kpi::test {
namespace {

using board = basic_scorecard<visit, std::uint64_t, opened_rate, slams_per_sale>;

/// What happened to one part of a stream, and how much that may be off.
template <class HalfLife> struct sum_of_powers {
    std::vector<visit> events;
    std::int64_t newest = std::numeric_limits<std::int64_t>::min(); // half-life
    int roundings{};                                                // shifts, merges and late events

    void record(const visit &v) {
        const std::int64_t i = HalfLife::index(v.at);
        if (!events.empty() && i != newest) ++roundings; // a half-life begins, or the event comes late
        newest = std::max(newest, i);
        events.push_back(v);
    }
    sum_of_powers &operator+=(const sum_of_powers &o) {
        if (!events.empty() && !o.events.empty()) roundings += 1;
        roundings += o.roundings;
        newest = std::max(newest, o.newest);
        events.insert(events.end(), o.events.begin(), o.events.end());
        return *this;
    }
    long double of(event_set<door> kinds) const {
        const long double start =
            static_cast<long double>(HalfLife::start(static_cast<std::int32_t>(newest)).seconds);
        long double sum = 0;
        for (const visit &v : events)
            if (kinds.contains(v.kind))
                sum += std::exp2((static_cast<long double>(v.at.seconds) - start) / HalfLife::length);
        return sum;
    }
};

template <class HalfLife>
bool within_the_bound(const decayed<HalfLife, board> &f, const sum_of_powers<HalfLife> &exact) {
    const auto holds = [&](std::uint64_t measured, event_set<door> kinds) {
        const long double sum = exact.of(kinds);
        const long double allowed = 0.006L * sum + static_cast<long double>(exact.roundings) *
                                                       static_cast<long double>(kinds.size()) / 65536;
        return std::abs(static_cast<long double>(measured) / 65536 - sum) <= allowed;
    };
    return holds(f.template get<opened_rate>().part, opened_rate.part) &&
           holds(f.template get<opened_rate>().whole, opened_rate.whole) &&
           holds(f.template get<slams_per_sale>().a, slams_per_sale.a);
}

template <class HalfLife> void agrees_with_sums_of_powers(std::uint64_t seed) {
    CAPTURE(seed);
    random r{seed};
    constexpr std::int64_t life = HalfLife::length;
    const std::size_t parts = 1 + r.pick<std::size_t>(4);
    std::vector<decayed<HalfLife, board>> measured(parts);
    std::vector<sum_of_powers<HalfLife>> exact(parts);
    std::int64_t clock = static_cast<std::int64_t>(r.below(4'000'000'000)) - 2'000'000'000;
    const std::int64_t pace = 1 + life / static_cast<std::int64_t>(1 + r.below(200));
    for (std::uint64_t n = r.below(400); n > 0; --n) {
        visit v = any_visit(r);
        clock += r.pick<std::int64_t>(static_cast<std::uint64_t>(pace));
        if (r.below(200) == 0)
            clock += r.pick<std::int64_t>(static_cast<std::uint64_t>(20 * life)); // silence
        v.at = {r.below(6) == 0 ? clock - r.pick<std::int64_t>(static_cast<std::uint64_t>(20 * life))
                                : clock};
        if (r.below(10) == 0) v.at = HalfLife::start(HalfLife::index(v.at)); // on a border
        const auto p = r.pick<std::size_t>(parts);
        measured[p].record(v);
        exact[p].record(v);
        REQUIRE(within_the_bound(measured[p], exact[p]));
        REQUIRE(measured[p].seen() == exact[p].events.size());
    }
    while (measured.size() > 1) { // in any order
        const auto i = r.pick<std::size_t>(measured.size() - 1);
        measured[i] += measured.back();
        exact[i] += exact.back();
        measured.pop_back(), exact.pop_back();
        if (!exact[i].events.empty()) REQUIRE(within_the_bound(measured[i], exact[i]));
    }
}

TEST_CASE(
    "fading counts are the sum of powers within the bound, on any stream, in any order, merged anyhow") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        agrees_with_sums_of_powers<days<7>>(seed);
        agrees_with_sums_of_powers<weeks>(seed);
        agrees_with_sums_of_powers<hours<1>>(seed);
        agrees_with_sums_of_powers<seconds<1>>(seed);
        agrees_with_sums_of_powers<seconds<50>>(seed); // less than a second for each of 64 parts
    }
}

} // namespace
} // namespace kpi::test
