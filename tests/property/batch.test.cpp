// SPDX-License-Identifier: MIT

/// A batch is its events, one after the other, bit for bit: boards with every sort of metric, alone and in
/// combinators, over every length up to some vectors and some around the blocks, and streams of one kind, of
/// none that counts, of runs and of anything.

#include "support/doors.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/from.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

struct call { // rows of 16 bytes
    basic_instant<std::uint32_t> at{};
    std::uint16_t street{};
    door kind{};
    std::uint8_t number{};
    std::uint32_t elapsed{};
    std::uint32_t value{};
};
static_assert(sizeof(call) == 16);

struct sale { // and of 16 whose times are wide
    instant at{};
    std::uint32_t elapsed{};
    std::uint16_t street{};
    std::uint8_t number{};
    door kind{};
};
static_assert(sizeof(sale) == 16);

inline constexpr quantiles_metric<call, member::elapsed> stay{.name = "stay", .of = door::bought};
inline constexpr mean_metric<call, member::elapsed, in_the_first_street> mean_stay{
    .name = "mean_stay", .of = {door::opened, door::bought}};
inline constexpr extrema_metric<call, member::elapsed> longest{
    .name = "longest", .of = {door::knocked, door::opened, door::bought, door::slammed, door::dog}};

template <class Event>
using board =
    scorecard<Event, opened_rate, slams_per_sale, opened_in_the_first_street, stay, mean_stay, longest>;
template <class Event> using unknown = scorecard<Event, opened_rate, unknown_kinds>;
template <class Event>
using narrow = basic_scorecard<Event, std::uint8_t, opened_rate, slams_per_sale, opened_in_the_first_street>;

inline constexpr dimension any_street{"street", [](const auto &e) { return std::uint32_t{e.street}; }};
inline constexpr dimension number{"number", [](const auto &e) { return std::uint32_t{e.number}; }};
constexpr call of_sale(const sale &s) { // for kpi::from
    return {{static_cast<std::uint32_t>(s.at.seconds)}, s.street, s.kind, s.number, s.elapsed, 0};
}

template <class Event> std::vector<Event> stream(random &r, std::size_t n) {
    std::vector<Event> events(n);
    const auto sort = r.below(4);
    std::uint32_t at = 1'700'000'000;
    auto kind = static_cast<door>(r.below(7));
    for (Event &e : events) {
        if (sort == 0 || (sort == 1 && r.below(50) == 0))
            kind = static_cast<door>(r.below(7));                            // any, or runs
        if (sort == 2) kind = static_cast<door>(r.below(2) == 0 ? 77 : 255); // no enumerators
        e.kind = kind;
        e.street = r.pick<std::uint16_t>(12);
        e.number = r.pick<std::uint8_t>(40);
        e.elapsed = r.pick<std::uint32_t>(100000);
        at += r.pick<std::uint32_t>(40);
        if (r.below(300) == 0) at -= 20'000;       // late
        const std::uint32_t minute = at / 60 * 60; // also the last second before it, its first and its last
        constexpr std::uint32_t ends[]{0xffffffff, 0, 59};
        e.at = {r.below(8) != 0 ? at : minute + ends[r.below(3)]};
    }
    return events;
}

template <class S> void a_batch_is_its_events() {
    using event = typename S::event;
    std::vector<std::size_t> lengths{255, 256, 257, 511, 1023, 1024, 1025, 1056, 2049, 5000};
    for (std::size_t n = 0; n < 140; ++n)
        lengths.push_back(n);
    for (const std::size_t n : lengths) {
        CAPTURE(n);
        random r{n * 7919 + 3};
        const auto events = stream<event>(r, n + 3);
        const auto all = std::span<const event>{events}.subspan(n % 3, n);
        auto at_once = std::make_unique<S>(), one_by_one = std::make_unique<S>();
        for (int twice = 0; twice < 2; ++twice) { // into an empty state, and into one that holds something
            at_once->record(all);
            for (const event &e : all)
                one_by_one->record(e);
            REQUIRE(*at_once == *one_by_one);
        }
    }
}
template <class Event> void in_every_combinator() {
    a_batch_is_its_events<board<Event>>();
    a_batch_is_its_events<unknown<Event>>();
    a_batch_is_its_events<narrow<Event>>();
    a_batch_is_its_events<over<minutes<1>, 60, narrow<Event>>>();
    a_batch_is_its_events<over<hours<1>, 3, board<Event>>>();
    a_batch_is_its_events<over<calendar_month, 3, unknown<Event>>>();
    a_batch_is_its_events<by<any_street, 8, narrow<Event>>>();
    a_batch_is_its_events<by<any_street, 8, over<minutes<10>, 5, unknown<Event>>>>();
    a_batch_is_its_events<over<minutes<10>, 5, by<any_street, 16, narrow<Event>>>>();
    a_batch_is_its_events<by_key<number, 16, unknown<Event>>>();
}

TEST_CASE("a batch is its events: rows of 16 bytes, times of 32 bits") { in_every_combinator<call>(); }
TEST_CASE("a batch is its events: rows of 16 bytes, times of 64 bits") { in_every_combinator<sale>(); }
TEST_CASE("a batch is its events: wider rows") { in_every_combinator<visit>(); }
TEST_CASE("a batch is its events: converted ones") {
    a_batch_is_its_events<from<&of_sale, over<minutes<1>, 60, board<call>>>>();
}

} // namespace
} // namespace kpi::test
