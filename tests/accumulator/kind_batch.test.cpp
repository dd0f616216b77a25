// SPDX-License-Identifier: MIT

/// Batches of kinds, counted in vectors or banks where the target has them, against one record after the
/// other: every length, every alignment, rows of every width that is counted differently, and any
/// distribution.

#include "support/random.hpp"
#include "support/rows.hpp"
#include <kpi/accumulator/tally.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

enum class step : std::uint8_t { a, b, c, d, e, f, g, h, seventeen = 17, last = 63 };
using set = event_set<step>;

static_assert(sizeof(row16<step>) == 16 && sizeof(row16_first<step>) == 16 &&
              sizeof(row16_last<step>) == 16 && sizeof(row6<step>) == 6);

inline constexpr set few{step::a, step::c, step::last};
inline constexpr set all{step::a, step::b, step::c, step::d, step::e, step::f, step::g, step::h};
inline constexpr set many = all | set{step::seventeen,       step::last,
                                      static_cast<step>(20), static_cast<step>(21),
                                      static_cast<step>(22), static_cast<step>(23),
                                      static_cast<step>(24), static_cast<step>(25),
                                      static_cast<step>(26)};
inline constexpr set others = few | unlisted<step>;

template <class Event> Event of_kind(std::uint8_t k) {
    if constexpr (kind_enum<Event>) {
        return static_cast<step>(k);
    } else {
        Event e{};
        e.kind = static_cast<step>(k);
        return e;
    }
}

template <set Kinds, class Event, class Count = std::uint32_t>
void same_as_one_by_one(const std::vector<Event> &events) {
    const std::span<const Event> all_events{events};
    for (std::size_t from = 0; from < 3 && from <= events.size(); ++from) {
        const auto some = all_events.subspan(from);
        tally<step, Kinds, Count> at_once, one_by_one;
        at_once.record(some);
        for (const Event &e : some)
            one_by_one.record(kind(e));
        REQUIRE(at_once == one_by_one);

        tally<step, Kinds, Count> banks; // what a machine without vectors takes for few kinds too
        using slots = detail::slot_table<step, Kinds>;
        detail::count_in_banks<slots>(some, [&](std::size_t s, std::uint32_t n) {
            banks.record(s < Kinds.size() ? static_cast<step>(slots::kind_in(s)) : step{99},
                         to_count<Count>(n));
        });
        REQUIRE(banks == one_by_one);
    }
}
template <class Event> void in_every_set(const std::vector<Event> &events) {
    same_as_one_by_one<few>(events);
    same_as_one_by_one<all>(events);
    same_as_one_by_one<many>(events);
    same_as_one_by_one<others>(events);
    same_as_one_by_one<all, Event, std::uint8_t>(events); // saturates
}

template <class Event> void every_length_and_distribution() {
    std::vector<std::size_t> lengths;
    for (std::size_t n = 0; n <= 200; ++n)
        lengths.push_back(n);
    for (const std::size_t n :
         std::initializer_list<std::size_t>{1023, 1024, 1025, 1056, 2049, 4080, 4097, 8161, 16385})
        lengths.push_back(n);
    for (const std::size_t n : lengths) {
        CAPTURE(n);
        random r{n * 7919 + 1};
        std::vector<Event> any, one, runs, ignored, funnel;
        std::uint8_t k = 0;
        for (std::size_t i = 0; i < n; ++i) {
            any.push_back(of_kind<Event>(r.pick<std::uint8_t>(256)));
            one.push_back(of_kind<Event>(2));
            if (r.below(40) == 0) k = r.pick<std::uint8_t>(9);
            runs.push_back(of_kind<Event>(k));
            ignored.push_back(of_kind<Event>(static_cast<std::uint8_t>(64 + r.below(192))));
            funnel.push_back(of_kind<Event>(static_cast<std::uint8_t>(r.below(8) & r.below(8))));
        }
        for (const auto *events : {&any, &one, &runs, &ignored, &funnel})
            in_every_set(*events);
    }
}

TEST_CASE("a batch of kinds is its kinds, one by one") { every_length_and_distribution<step>(); }
TEST_CASE("a batch of rows of 16 bytes is its rows, wherever the kind lies") {
    every_length_and_distribution<row16<step>>();
    every_length_and_distribution<row16_first<step>>();
    every_length_and_distribution<row16_last<step>>();
}
TEST_CASE("a batch of rows of any other width is its rows") { every_length_and_distribution<row6<step>>(); }

} // namespace
} // namespace kpi::test
