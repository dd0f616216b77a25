// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/waits.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/from.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>
#include <kpi/time/business_hours.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <limits>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale>;
using patience = between<knocks, answers, house, 64, waits>;

static_assert(patience::keeps == law::by_id && !patience::retractable);
static_assert(sizeof(patience) ==
              64 * (8 + 4 + 4) + sizeof(waits) + sizeof(pairing) + alignof(patience) - 4); // to be even

// Pairs are seen through groups and adapters: no window may hold them, however deep.
constexpr visit same(const visit &v) noexcept { return v; }
static_assert(by<street, 4, patience>::pairs_events && by_key<house, 4, patience>::pairs_events);
static_assert(from<&same, by<street, 4, patience>>::pairs_events && !by<street, 4, waits>::pairs_events);

constexpr visit knock(std::uint32_t n, std::int64_t t) {
    return {.kind = opaque(door::knocked), .number = n, .at = {opaque(t)}};
}
constexpr visit answer(std::uint32_t n, std::int64_t t, door kind = door::opened) {
    return {.kind = opaque(kind), .street = 3, .number = n, .at = {opaque(t)}, .elapsed = 77, .value = 5};
}

constexpr bool a_pair_is_the_stop_with_the_time_since_its_start() {
    between<knocks, answers, house, 64, last_seen> p;
    p.record(knock(8, 1000));
    expect(p.open() == 1 && p.pairs() == last_seen{} && p.account() == pairing{});
    p.record(answer(9, 1001));
    p.record(answer(8, 1030, door::slammed));
    visit pair = answer(8, 1030, door::slammed);
    pair.elapsed = 30; // and all else as it was
    expect(p.pairs().event_seen == pair && p.pairs().events == 1);
    expect(p.open() == 0 && p.account() == pairing{.paired = 1, .unstarted = 1});
    p.reset();
    expect(p == decltype(p){});
    return true;
}
static_assert(a_pair_is_the_stop_with_the_time_since_its_start());
TEST_CASE("a pair is the stop, with the seconds since its start filled in") {
    CHECK(a_pair_is_the_stop_with_the_time_since_its_start());
}

constexpr bool every_event_has_a_place_in_the_account() {
    patience p;
    p.record(answer(1, 5)); // a stop without a start
    expect(p.account() == pairing{.unstarted = 1});
    p.record(knock(1, 100));
    p.record(knock(1, 110)); // a start that has started: the earliest counts
    p.record(knock(1, 90));  // also where it comes late
    expect(p.account() == pairing{.repeated = 2, .unstarted = 1} && p.open() == 1);
    p.record(answer(1, 80)); // a stop before its start: the start waits on
    expect(p.account() == pairing{.repeated = 2, .unstarted = 1, .backwards = 1} && p.open() == 1);
    p.record(answer(1, 90)); // no time at all is a time
    expect(p.pairs() == waits{1, 0} && p.open() == 0);
    p.record(answer(1, 95)); // the pair is closed
    p.record(knock(1, 200)); // and the id starts again
    p.record(answer(1, 207));
    expect(p.pairs() == waits{2, 7});
    p.record({.kind = opaque(door::dog), .number = 1});
    p.record({.kind = opaque(static_cast<door>(200)), .number = 1});
    expect(p.account() == pairing{.paired = 2, .repeated = 2, .unstarted = 2, .backwards = 1, .others = 2});
    expect(p.account().events() + p.open() == 11);
    return true;
}
static_assert(every_event_has_a_place_in_the_account());
TEST_CASE("every event has a place in the account: repeated, unstarted, backwards, others") {
    CHECK(every_event_has_a_place_in_the_account());
}

constexpr bool a_start_that_finds_no_room_is_counted() {
    between<knocks, answers, house, 2, waits, around_the_clock, 2> p; // one set of two
    p.record(knock(5, 10));
    p.record(knock(3, 20));
    p.record(knock(4, 30)); // no room: what waits already waits on
    expect(p.open() == 2 && p.account() == pairing{.full = 1});
    p.record(knock(3, 21)); // those that are in are known
    p.record(answer(4, 40));
    expect(p.account() == pairing{.repeated = 1, .unstarted = 1, .full = 1});
    p.record(answer(5, 40)); // makes room
    p.record(knock(4, 50));
    expect(p.open() == 2 && p.pairs() == waits{1, 30});
    std::uint32_t ids = 0;
    p.for_each_open([&](std::uint32_t id, instant since) {
        ids = ids * 100 + id + static_cast<std::uint32_t>(since.seconds) * 10;
    });
    expect(ids == (3 + 200) * 100 + 4 + 500);
    expect(p.account().events() + p.open() == 7);
    return true;
}
static_assert(a_start_that_finds_no_room_is_counted());
TEST_CASE("a start that finds no room is counted, and drives nobody out") {
    CHECK(a_start_that_finds_no_room_is_counted());
}

constexpr bool open_starts_have_their_ages() {
    patience p;
    for (std::uint32_t n = 0; n < 10; ++n)
        p.record(knock(n, 100 * n));
    const instant now{opaque(std::int64_t{1000})};
    expect(p.open() == 10 && p.open_for(0, now) == 10 && p.open_for(1001, now) == 0);
    expect(p.open_for(1000, now) == 1 && p.open_for(500, now) == 6 && p.open_for(501, now) == 5);
    expect(p.open_for(1, instant{300}) == 3 && p.open_for(0, instant{300}) == 10); // a clock that is behind
    p.record(answer(0, 950));
    expect(p.open_for(500, now) == 5);
    return true;
}
static_assert(open_starts_have_their_ages());
TEST_CASE("starts that are open have their ages") { CHECK(open_starts_have_their_ages()); }

constexpr bool starts_from_before_a_time_are_given_up() {
    between<knocks, answers, house, 8, waits, around_the_clock, 8> p;
    for (std::uint32_t n = 0; n < 8; ++n)
        p.record(knock(n, n % 2 == 0 ? 100 : 200 + n));
    p.give_up_before({opaque(std::int64_t{100})}); // before, not at
    expect(p.open() == 8);
    p.give_up_before({opaque(std::int64_t{101})});
    expect(p.open() == 4 && p.account() == pairing{.given_up = 4});
    p.record(answer(0, 300)); // nobody waits for it any more
    p.record(answer(1, 301));
    expect(p.account() == pairing{.paired = 1, .unstarted = 1, .given_up = 4} && p.pairs() == waits{1, 100});
    for (std::uint32_t n = 0; n < 5; ++n)
        p.record(knock(10 + n, 400)); // there is room again
    expect(p.open() == 8 && p.account().full == 0);
    p.give_up_before({std::numeric_limits<std::int64_t>::max()});
    expect(p.open() == 0 && p.account().given_up == 12 && p.account().events() == 15);
    return true;
}
static_assert(starts_from_before_a_time_are_given_up());
TEST_CASE("starts from before a time are given up, to make room, and counted") {
    CHECK(starts_from_before_a_time_are_given_up());
}

// 9 to 17 o'clock, Monday to Friday.
inline constexpr weekly_schedule::day nine_to_five{{{540, 1020}, {}}};
inline constexpr weekly_schedule office{
    {nine_to_five, nine_to_five, nine_to_five, nine_to_five, nine_to_five, {}, {}}};

constexpr bool a_clock_may_stand_still() {
    between<knocks, answers, house, 64, waits, business_time<office>> p;
    const instant friday = at({2026, 11, opaque(std::uint8_t{20})}, 16, 50),
                  monday = at({2026, 11, 23}, 9, 5);
    p.record(knock(1, friday.seconds));
    expect(p.open_for(600, at({2026, 11, 22})) == 1 &&
           p.open_for(601, at({2026, 11, 22})) == 0); // by its own clock
    p.record(answer(1, monday.seconds));
    expect(p.pairs() == waits{1, 15 * 60});
    return true;
}
static_assert(a_clock_may_stand_still());
TEST_CASE("a clock may stand still outside of working time") { CHECK(a_clock_may_stand_still()); }

constexpr bool parts_are_joined_with_what_is_open() {
    patience a, b;
    a.record(knock(1, 10));
    b.record(knock(2, 20));
    b.record(knock(3, 30));
    b.record(answer(3, 35));
    a += b;
    expect(a.open() == 2 && a.pairs() == waits{1, 5});
    a.record(answer(2, 50)); // started in one part, stopped in the whole
    expect(a.pairs() == waits{2, 35} && a.account() == pairing{.paired = 2});

    // One id in two parts breaks the law's condition; the account still closes, and the earliest start
    // counts.
    patience c, d;
    c.record(knock(1, 20));
    d.record(knock(1, 10));
    c += d;
    expect(c.open() == 1 && c.account() == pairing{.repeated = 1});
    c.record(answer(1, 30));
    expect(c.pairs() == waits{1, 20});
    c.record(knock(4, 1));
    c += c; // even of a part and itself
    expect(c.account() == pairing{.paired = 2, .repeated = 3} && c.account().events() + c.open() == 8);
    return true;
}
static_assert(parts_are_joined_with_what_is_open());
TEST_CASE("parts are joined with what is open in them") { CHECK(parts_are_joined_with_what_is_open()); }

template <class T> struct call {
    door kind{};
    T at{};
    std::uint64_t telephone{};
    std::uint16_t elapsed{};
    friend constexpr bool operator==(const call &, const call &) = default;
};
template <class T> struct total_wait { // a state of these calls
    using event = call<T>;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    std::uint64_t seconds{};
    constexpr void record(const event &e) { seconds += e.elapsed; }
    constexpr total_wait &operator+=(const total_wait &o) { return seconds += o.seconds, *this; }
    friend constexpr bool operator==(const total_wait &, const total_wait &) = default;
    static constexpr void fields(auto &self, auto &&visit) { visit(self.seconds); }
    constexpr void reset() { seconds = 0; }
};
template <class T> struct by_telephone {
    static constexpr dimension telephone{"telephone", &call<T>::telephone};
};
template <class T> constexpr std::uint64_t seconds_between_calls(T from, T to) {
    between<knocks, answers, by_telephone<T>::telephone, 8, total_wait<T>> p;
    p.record({opaque(door::knocked), from, 4915112345678u});
    p.record({opaque(door::opened), to, 4915112345678u & 0xffffffff}); // another one
    expect(p.account().unstarted == 1);
    p.record({opaque(door::opened), to, 4915112345678u});
    expect(p.account().paired == 1);
    return p.pairs().seconds;
}
constexpr bool any_time_point_will_do() {
    namespace chrono = std::chrono;
    constexpr auto low = std::numeric_limits<std::int32_t>::min(),
                   high = std::numeric_limits<std::int32_t>::max();
    constexpr auto far_low = std::numeric_limits<std::int64_t>::min(),
                   far_high = std::numeric_limits<std::int64_t>::max();
    using signed_32 = basic_instant<std::int32_t>;
    using unsigned_32 = basic_instant<std::uint32_t>;
    expect(seconds_between_calls(signed_32{opaque(-5)}, signed_32{6}) == 11);
    expect(seconds_between_calls(unsigned_32{opaque(2147483640u)}, unsigned_32{2147483660u}) == 20);
    expect(seconds_between_calls(chrono::sys_days{chrono::days{opaque(-1)}}, chrono::sys_days{}) ==
           0xffff); // stops
    using milli = chrono::sys_time<chrono::milliseconds>;
    expect(seconds_between_calls(milli{}, milli{chrono::milliseconds{opaque(1999)}}) == 1);
    expect(seconds_between_calls(signed_32{opaque(low)}, signed_32{high}) == 0xffff);
    expect(seconds_between_calls(instant{opaque(far_low)}, instant{far_high}) == 0xffff);
    return true;
}
static_assert(any_time_point_will_do());
TEST_CASE("any time point and any key will do, and a narrow `elapsed` stops at its end") {
    CHECK(any_time_point_will_do());
}

const auto by_house = [](const visit &v) { return v.number; };

TEST_CASE("between keeps the law of pairs: by id") {
    using table = between<knocks, answers, house, 256, waits>;
    random r{1};
    table t;
    for (int i = 0; i < 1000; ++i)
        t.record(any_visit(r));
    REQUIRE(t.account().full == 0); // there is room for these 40 houses
    REQUIRE(t.account().paired > 50);
    keeps_its_law<table>(any_visit, by_house);
    keeps_its_law<between<knocks, answers, house, 64, waits, around_the_clock, 64>>(any_visit, by_house);
    keeps_its_law<between<knocks, answers, house, 40, waits, around_the_clock, 40>>(any_visit,
                                                                                    by_house); // one set
    keeps_its_law<between<knocks, answers, house, 256, waits, business_time<office>>>(any_visit, by_house,
                                                                                      {.runs = 20});
}
TEST_CASE("between keeps its law nested three deep: between, then by, then over, then the board") {
    keeps_its_law<between<knocks, answers, house, 256, by<street, 8, over<weeks, 20, board>>>>(
        any_visit, by_house, {.runs = 20});
    keeps_its_law<between<knocks, answers, house, 256, by_key<house, 16, over<days<1>, 7, waits>>>>(
        any_visit, by_house, {.runs = 20});
    keeps_its_law<by<street, 4, between<knocks, answers, house, 256, waits>>>(any_visit, by_house,
                                                                              {.runs = 20});
}

TEST_CASE("the walk leads through to what the pairs made") {
    between<knocks, answers, house, 64, by<street, 8, board>> p;
    p.record(knock(1, 10));
    p.record(answer(1, 20));
    p.record(knock(2, 30));
    int boards = 0;
    p.walk([&](const board &b, const label &where) {
        ++boards;
        CHECK(where.dimension == "street");
        CHECK(where.key == 3);
        CHECK(b.get<opened_rate>().whole == 1);
    });
    CHECK(boards == 1);
}

} // namespace
} // namespace kpi::test
