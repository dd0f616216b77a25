// SPDX-License-Identifier: MIT
// Combinators inside one another against maps inside maps.
#include "support/waits.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/story/between.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <vector>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale>;

/// What a window of N keeps of events: those of the latest period of each slot.
template <class Period, std::size_t N> std::map<std::int64_t, board> kept(const std::vector<visit> &events) {
    const auto slot = [](const visit &v) { // the number of a period, moved as its stamp is
        return (std::int64_t{Period::index(v.at)} + (std::int64_t{1} << 31)) % static_cast<std::int64_t>(N);
    };
    std::map<std::int64_t, std::int64_t> latest;
    for (const visit &v : events) {
        const auto [it, is_new] = latest.try_emplace(slot(v), Period::index(v.at));
        it->second = std::max<std::int64_t>(it->second, Period::index(v.at));
    }
    std::map<std::int64_t, board> boards;
    for (const visit &v : events)
        if (latest[slot(v)] == Period::index(v.at)) boards[Period::index(v.at)].record(v);
    return boards;
}
template <class Window, class Period> bool agree(const Window &window, const std::vector<visit> &events) {
    const auto boards = kept<Period, Window::periods>(events);
    std::size_t walked = 0;
    bool same = window.seen() == events.size();
    window.walk([&](const board &b, const label &period) {
        const auto it = boards.find(period.key);
        same = same && it != boards.end() && it->second == b;
        ++walked;
    });
    return same && walked == boards.size();
}

visit next_visit(random &r, std::int64_t &clock) {
    visit v = any_visit(r);
    clock += r.pick<std::int64_t>(20000);
    v.at = {r.below(8) == 0 ? clock - r.pick<std::int64_t>(2'000'000) : clock};
    return v;
}

TEST_CASE("between, then by, then over, then the board") {
    using table = between<knocks, answers, house, 256, by<street, 4, over<weeks, 6, board>>>;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        random r{seed};
        std::vector<table> parts(1 + r.pick<std::size_t>(3));
        std::map<std::uint32_t, visit> open;
        std::map<std::size_t, std::vector<visit>> pairs; // by street, 4 being all others
        std::int64_t clock = -4'000'000;
        for (std::uint64_t n = r.below(1000); n > 0; --n) {
            const visit v = next_visit(r, clock);
            parts[v.number % parts.size()].record(v); // all of one house to one part
            const auto started = open.find(v.number);
            if (v.kind == door::knocked) {
                if (started == open.end())
                    open.emplace(v.number, v);
                else if (v.at.seconds < started->second.at.seconds)
                    started->second = v;
            } else if (answers.contains(v.kind) && started != open.end() &&
                       v.at.seconds >= started->second.at.seconds) {
                pairs[v.street < 4 ? v.street : 4].push_back(v);
                open.erase(started);
            }
        }
        table whole;
        for (const table &part : parts)
            whole += part;
        REQUIRE(whole.account().full == 0);
        REQUIRE(whole.open() == open.size());
        for (std::size_t s = 0; s <= 4; ++s)
            REQUIRE(agree<over<weeks, 6, board>, weeks>(whole.pairs()[s], pairs[s]));
    }
}

TEST_CASE("by, then by_key, then over, then the board") {
    using keyed = by_key<house, 8, over<days<7>, 3, board>, 2>;
    using table = by<street, 4, keyed>;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        random r{seed};
        table a, b;
        std::map<std::size_t, std::map<std::uint32_t, std::vector<visit>>> all; // by street, then by house
        std::int64_t clock = -4'000'000;
        for (std::uint64_t n = r.below(1000); n > 0; --n) {
            const visit v = next_visit(r, clock);
            (r.below(2) == 0 ? a : b).record(v);
            all[v.street < 4 ? v.street : 4][v.number].push_back(v);
        }
        a += b;
        for (std::size_t s = 0; s <= 4; ++s) {
            std::map<std::size_t, std::set<std::uint32_t>> sets;
            for (const auto &[number, _] : all[s])
                sets[mix(number) % 4].insert(mix(number));
            std::vector<visit> others;
            for (const auto &[number, events] : all[s]) {
                auto &hashes = sets[mix(number) % 4];
                const bool has_a_place = mix(number) <= *std::next(hashes.begin(), hashes.size() > 1 ? 1 : 0);
                const auto *const found = a[s].find(number);
                REQUIRE((found != nullptr) == has_a_place);
                if (has_a_place)
                    REQUIRE(agree<over<days<7>, 3, board>, days<7>>(*found, events));
                else
                    others.insert(others.end(), events.begin(), events.end());
            }
            REQUIRE(agree<over<days<7>, 3, board>, days<7>>(a[s].other(), others));
        }
    }
}

TEST_CASE("over months, then over days, then the board") {
    using month = over<days<1>, 31, board>;
    using table = over<calendar_month, 4, month>;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        random r{seed};
        table t;
        std::vector<visit> all;
        std::int64_t clock = at({2024, 1, 1}).seconds;
        for (std::uint64_t n = r.below(1500); n > 0; --n) {
            all.push_back(next_visit(r, clock));
            t.record(all.back());
        }
        for (std::size_t ago = 0; ago < 4; ++ago) {
            std::vector<visit> of_month;
            for (const visit &v : all)
                if (calendar_month::index(v.at) ==
                    calendar_month::index(instant{clock}) - static_cast<std::int32_t>(ago))
                    of_month.push_back(v);
            const month *const m = t.ago(ago, instant{clock});
            REQUIRE((m != nullptr) == !of_month.empty());
            if (m != nullptr) REQUIRE(agree<month, days<1>>(*m, of_month));
        }
    }
}

} // namespace
} // namespace kpi::test
