// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <span>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate>;
inline constexpr dimension number{"number", &visit::number};
using houses = by_key<number, 64, board>;
using one_house = by_key<number, 1, board, 1>;

static_assert(sizeof(houses) == 64 * (4 + sizeof(board)) + 16 * 4 + sizeof(board)); // keys, sets, other
static_assert(houses::groups == 64 && houses::retractable);

constexpr visit at_house(std::uint32_t n, door kind = door::opened) {
    return {.kind = opaque(kind), .number = opaque(n)};
}
constexpr std::uint32_t doors(const board *b) { return b != nullptr ? b->get<opened_rate>().whole : 0; }

constexpr bool each_key_has_a_state_of_its_own() {
    houses h;
    expect(h.find(7) == nullptr && h.size() == 0 && h.complete() && h.total() == board{});
    h.record(at_house(0)); // 0 is a key like others
    h.record(at_house(4'000'000'000), 3);
    h.record(at_house(4'000'000'000));
    expect(doors(h.find(0)) == 1 && doors(h.find(4'000'000'000)) == 4 && h.find(1) == nullptr);
    expect(h.size() == 2 && h.complete() && h.other() == board{});
    expect(h.total().get<opened_rate>().whole == 5);
    std::uint64_t keys = 0;
    h.for_each([&](std::uint32_t key, const board &b) { keys += key * std::uint64_t{doors(&b)}; });
    expect(keys == 16'000'000'000);
    h.reset();
    expect(h == houses{});
    return true;
}
static_assert(each_key_has_a_state_of_its_own());
TEST_CASE("each key has a state of its own, however sparse keys are") {
    CHECK(each_key_has_a_state_of_its_own());
}

/// A key by the place of its hash: that of ranked(1) is less than that of ranked(2).
constexpr std::uint32_t ranked(std::uint32_t place) { return unmix(place); }

constexpr bool the_smallest_hash_stays() {
    one_house h;
    h.record(at_house(ranked(2)), 20);
    expect(doors(h.find(ranked(2))) == 20 && h.complete());
    h.record(at_house(ranked(1)), 1); // takes the place; what was there goes to other, whole
    expect(doors(h.find(ranked(1))) == 1 && h.find(ranked(2)) == nullptr && doors(&h.other()) == 20 &&
           !h.complete());
    h.record(at_house(ranked(2)), 5);
    h.record(at_house(ranked(3)), 300);
    expect(doors(h.find(ranked(1))) == 1 && doors(&h.other()) == 325 && h.size() == 1);
    expect(doors(h.find(ranked(1))) + doors(&h.other()) == h.total().get<opened_rate>().whole);
    return true;
}
static_assert(the_smallest_hash_stays());
TEST_CASE("where there is no room the smallest hash stays, and the rest is other") {
    CHECK(the_smallest_hash_stays());
}

constexpr bool no_events_take_no_place() {
    one_house h;
    h.record(at_house(ranked(2)), opaque(0u));
    expect(h == one_house{});
    h.record(at_house(ranked(2)), 3);
    const one_house before = h;
    h.record(at_house(ranked(1)), opaque(0u));
    expect(h == before);
    return true;
}
static_assert(no_events_take_no_place());
TEST_CASE("no events at all take no place") { CHECK(no_events_take_no_place()); }

constexpr bool an_event_is_taken_back_from_its_key() {
    one_house h;
    expect(!h.retract(at_house(ranked(1))));
    h.record(at_house(ranked(1)), 2);
    h.record(at_house(ranked(3)), 2); // in other
    expect(h.retract(at_house(ranked(1))) && h.retract(at_house(ranked(3))));
    expect(doors(h.find(ranked(1))) == 1 && doors(&h.other()) == 1);
    expect(!h.retract(at_house(ranked(1), door::knocked)) && !h.retract(at_house(ranked(3), door::knocked)));
    expect(h.retract(at_house(ranked(3))) && !h.retract(at_house(ranked(3))) && h.complete());
    expect(h.retract(at_house(ranked(1))) && !h.retract(at_house(ranked(1))));
    expect(h.size() == 1 && h.total() == board{}); // the key stays: it was seen
    return true;
}
static_assert(an_event_is_taken_back_from_its_key());
TEST_CASE("an event is taken back from its key, or from other where the key was handed there") {
    CHECK(an_event_is_taken_back_from_its_key());
}

constexpr bool what_was_never_seen_is_not_taken_from_other() {
    using pair = by_key<number, 2, board, 2>; // one set of two
    pair h, full;
    full.record(at_house(ranked(3)));
    full.record(at_house(ranked(2)));
    full.record(at_house(ranked(4))); // the greatest hash of all: in other from the beginning
    expect(doors(&full.other()) == 1);
    expect(!full.retract(at_house(ranked(1)))); // would have a place here, so it never came
    expect(doors(&full.other()) == 1);
    h.record(at_house(ranked(2)));
    expect(!h.retract(at_house(ranked(4))) &&
           !h.retract(at_house(ranked(1)))); // there is room: nothing was handed on
    expect(full.retract(at_house(ranked(4))) && full.complete());
    return true;
}
static_assert(what_was_never_seen_is_not_taken_from_other());
TEST_CASE("what was never seen is not taken from what others did") {
    CHECK(what_was_never_seen_is_not_taken_from_other());
}

constexpr bool a_key_of_which_nothing_was_counted_is_kept_and_not_shown() {
    houses h;
    h.record(at_house(ranked(5), door::dog)); // nobody counts dogs
    h.record(at_house(ranked(6)));
    expect(h.size() == 2 && doors(h.find(ranked(5))) == 0 && h.find(ranked(5)) != nullptr);
    int shown = 0;
    h.for_each([&](std::uint32_t key, const board &) { expect(key == ranked(6)), ++shown; });
    expect(shown == 1);
    return true;
}
static_assert(a_key_of_which_nothing_was_counted_is_kept_and_not_shown());
TEST_CASE("a key of which nothing was counted is kept and not shown, as in by") {
    CHECK(a_key_of_which_nothing_was_counted_is_kept_and_not_shown());
}

struct call {
    door kind{};
    std::uint64_t telephone{};
    std::int32_t account{};
};
inline constexpr dimension telephone{"telephone", &call::telephone};
inline constexpr dimension account{"account", &call::account};

constexpr bool wide_and_negative_keys_are_keys() {
    by_key<telephone, 32, scorecard<call, opened_rate>> numbers;
    for (const std::uint64_t t : {4915112345678u, 4915112345679u, 15112345678u})
        numbers.record({door::opened, opaque(t), 0});
    numbers.record({door::opened, 4915112345678u, 0}, 2);
    expect(numbers.size() == 3 && numbers.find(4915112345678u)->get<opened_rate>().whole == 3);
    expect(numbers.find(4915112345678u & 0xffffffff) == nullptr); // the leading digits matter
    numbers.record({door::opened, ~std::uint64_t{4}, 0});
    expect(numbers.find(~std::uint64_t{4}) != nullptr && numbers.find(-5) == nullptr); // and so does a sign
    by_key<account, 32, scorecard<call, opened_rate>> accounts;
    accounts.record({door::opened, 0, opaque(-5)}, 2);
    accounts.record({door::opened, 0, opaque(5)});
    expect(accounts.find(static_cast<std::uint32_t>(-5))->get<opened_rate>().whole == 2);
    expect(accounts.find(-5) == accounts.find(static_cast<std::uint32_t>(-5)));
    expect(accounts.find(std::int64_t{-5}) == accounts.find(-5));
    expect(accounts.find((std::int64_t{1} << 32) - 5 - (std::int64_t{1} << 33)) == nullptr); // one bit more
    expect(accounts.find((std::uint64_t{1} << 33) - 5) == nullptr);
    return true;
}
static_assert(wide_and_negative_keys_are_keys());
TEST_CASE("wide keys are keys, and negative ones") { CHECK(wide_and_negative_keys_are_keys()); }

const auto by_number = [](const visit &v) { return v.number; };
// More keys than there is room for, of all sizes.
visit anywhere(random &r) {
    visit v = any_visit(r);
    v.number = static_cast<std::uint32_t>(r.below(r.below(2) == 0 ? 60 : ~std::uint64_t{}));
    return v;
}

TEST_CASE("by_key keeps the law of the state inside, also where keys find no room") {
    keeps_its_law<houses>(any_visit, by_number);
    keeps_its_law<houses>(anywhere, by_number);
    keeps_its_law<one_house>(any_visit, by_number);
    keeps_its_law<by_key<number, 8, board, 8>>(anywhere, by_number); // one set
    keeps_its_law<by_key<number, 8, board, 1>>(anywhere, by_number); // eight of one
    keeps_its_law<by_key<number, 6, board, 3>>(anywhere, by_number); // no power of two
    keeps_its_law<by_key<number, 128, board, 64>>(anywhere, by_number);
    keeps_its_law<by_key<number, 256, board, 64>>(anywhere, by_number, {.events = 2000});
}
/// Keys that differ in one half of their 64 bits alone.
struct parcel {
    door kind{};
    std::uint64_t number{};
};
inline constexpr dimension parcel_number{"parcel", &parcel::number};
TEST_CASE("by_key keeps the law of keys of 64 bits") {
    const auto make = [](random &r) {
        const std::uint64_t n = r.below(40);
        return parcel{.kind = any_visit(r).kind, .number = r.below(2) == 0 ? n : n << 32};
    };
    const auto by_parcel = [](const parcel &p) { return p.number ^ p.number >> 32; };
    using parcels = scorecard<parcel, opened_rate>;
    keeps_its_law<by_key<parcel_number, 64, parcels>>(make, by_parcel);
    keeps_its_law<by_key<parcel_number, 128, parcels, 64>>(make, by_parcel);
    keeps_its_law<by_key<parcel_number, 12, parcels, 12>>(make, by_parcel);
}
// In a large set keys are kept in order, and states where they were: what is written to a table finds those
// of others there.
TEST_CASE("a table that was written to goes on like the one it was written from") {
    using table = by_key<number, 128, board, 64>;
    static_assert(sizeof(table) == 128 * (4 + sizeof(board) + 1) + 2 * 4 + sizeof(board));
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        random r{seed};
        table from, to;
        for (std::size_t n = r.pick<std::size_t>(300); n > 0; --n)
            from.record(anywhere(r));
        for (std::size_t n = r.pick<std::size_t>(300); n > 0; --n)
            to.record(anywhere(r));
        std::vector<std::uint32_t> kept;
        visit_fields(from, [&](auto field) { kept.push_back(field); });
        visit_fields(to, [next = kept.begin()](auto &field) mutable { field = *next++; });
        REQUIRE(to == from);
        for (int n = 0; n < 100; ++n) {
            const visit v = anywhere(r);
            from.record(v), to.record(v);
            REQUIRE(to == from);
        }
        from.reset();
        REQUIRE(
            std::ranges::all_of(std::as_bytes(std::span{&from, 1}), [](auto b) { return b == std::byte{}; }));
    }
}
TEST_CASE("by_key keeps its law nested three deep") {
    keeps_its_law<by<street, 4, by_key<number, 8, board>>>(anywhere, by_number, {.runs = 30});
    keeps_its_law<by<street, 4, by_key<number, 8, over<weeks, 5, board>>>>(anywhere, by_number, {.runs = 20});
    keeps_its_law<by_key<number, 8, by_key<street, 4, over<days<7>, 3, board>>, 2>>(anywhere, by_number,
                                                                                    {.runs = 20});
}
TEST_CASE("by_key keeps the law of narrow counts that saturate") {
    using narrow = basic_scorecard<visit, std::uint8_t, opened_rate>;
    keeps_its_law<by_key<number, 4, narrow>>(any_visit, by_number, {.runs = 10, .events = 3000});
}
TEST_CASE("by_key takes alike events at once") {
    takes_alike_events_at_once<by_key<number, 16, board>>(anywhere);
    takes_alike_events_at_once<by_key<number, 16, over<weeks, 3, board>>>(anywhere);
}

// Which keys have been seen cannot be taken back, so the states are compared, not the tables.
TEST_CASE("by_key takes back what it recorded, from keys and from other") {
    using table = by_key<number, 8, board, 2>;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        random r{seed};
        std::vector<visit> kept, taken;
        for (std::size_t n = r.pick<std::size_t>(200); n > 0; --n)
            (r.below(2) == 0 ? kept : taken).push_back(any_visit(r));
        table all = of<table>(kept), left;
        all.record(std::span<const visit>{taken});
        r.shuffle(taken);
        for (const visit &v : taken)
            REQUIRE(all.retract(v));
        REQUIRE(all.total() == of<table>(kept).total());
        // What is left is what the same keys would have counted of the others alone.
        for (const visit &v : taken)
            left.record(visit{.kind = door::dog, .number = v.number});
        left.record(std::span<const visit>{kept});
        REQUIRE(all == left);
    }
}

// Whatever has no place in a table, the keys that have are no choice of anybody's: a share among them is off
// by chance alone. Here are 3,000 keys for 256 places, three in ten of them opened: those with even ids or
// odd, those that came first or last, ids in sequence or not.
TEST_CASE("the keys that are kept are a fair sample of all") {
    constexpr int runs = 200, keys = 3000, opened = 900;
    double sum = 0, squares = 0;
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
        random r{seed};
        std::vector<std::uint32_t> ids;
        std::set<std::uint32_t> different;
        const auto first = static_cast<std::uint32_t>(r());
        while (ids.size() < keys) {
            const auto id = seed % 2 == 0 ? first + static_cast<std::uint32_t>(ids.size())
                                          : static_cast<std::uint32_t>(r());
            if (different.insert(id).second) ids.push_back(id);
        }
        by_key<number, 256, board> table;
        for (std::size_t i = 0; i < ids.size(); ++i)
            table.record({.kind = i < opened ? door::opened : door::knocked, .number = ids[i]});
        REQUIRE(table.size() == 256);
        double kept = 0;
        table.for_each([&](std::uint32_t, const board &b) { kept += b.get<opened_rate>().part; });
        const double off = kept / 256 - 0.3;
        sum += off;
        squares += off * off;
    }
    // One run is off by sqrt(0.3 x 0.7 / 256) = 0.0286, less a little since a twelfth of all is in the
    // sample: 0.0274. Their mean by 0.0019, and the root of their mean square by a twentieth. Five times that
    // is allowed.
    CHECK(std::abs(sum / runs) < 5 * 0.0019);
    CHECK(std::sqrt(squares / runs) == doctest::Approx(0.0274).epsilon(0.25));
}

// The middle of 101 runs: how many keys found a place before the first did not.
template <std::size_t Ways> std::size_t keys_before_the_first_is_handed_on() {
    std::vector<std::size_t> runs;
    for (std::uint64_t seed = 0; seed < 101; ++seed) {
        random r{seed};
        by_key<number, 1024, board, Ways> table;
        while (table.complete())
            table.record({.kind = door::opened, .number = static_cast<std::uint32_t>(r())});
        runs.push_back(table.size());
    }
    std::nth_element(runs.begin(), runs.begin() + 50, runs.end());
    return runs[50];
}
TEST_CASE("a set can be full while others have room: sooner where sets are small") {
    const std::size_t by_fours = keys_before_the_first_is_handed_on<4>(),
                      by_sixteens = keys_before_the_first_is_handed_on<16>();
    CHECK((by_fours > 1024 / 5 && by_fours < 1024 / 3));
    CHECK((by_sixteens > 1024 / 2 && by_sixteens < 1024 * 2 / 3));
}

TEST_CASE("the walk names the keys that are kept, and other last") {
    by_key<number, 1, by<street, 3, board>, 1> h;
    h.record({.kind = door::opened, .street = 2, .number = ranked(2)});
    h.record({.kind = door::opened, .street = 9, .number = ranked(1)});
    std::vector<label> seen;
    h.walk([&](const board &, const label &outer, const label &inner) {
        seen.push_back(outer);
        seen.push_back(inner);
    });
    REQUIRE(seen.size() == 4);
    CHECK(seen[0].dimension == "number");
    CHECK(seen[0].key == ranked(1));
    CHECK_FALSE(seen[0].other);
    CHECK(seen[1].other); // street 9
    CHECK(seen[2].other);
    CHECK(seen[3].key == 2);
    CHECK_FALSE(seen[3].other);
}

// A visit that may not tell where it was.
struct stray_visit {
    door kind{};
    maybe<std::uint32_t> number{};
};
inline constexpr dimension stray_number{"number", &stray_visit::number};
using strays = by_key<stray_number, 32, live<opened_rate, stray_visit>, 16>;

constexpr bool what_does_not_tell_its_key_is_other() {
    strays s;
    s.record({.kind = opaque(door::opened), .number = {}});
    s.record({.kind = door::knocked, .number = 0}, 2);
    expect(s.size() == 1 && s.other().value().whole == 1 && s.find(0)->value().whole == 2);
    expect(s.total().value() == proportion<std::uint32_t>{1, 3} && s.find(0xffffffffu) == nullptr);
    expect(s.retract({.kind = door::opened, .number = {}}) && s.complete());
    expect(!s.retract({.kind = door::opened, .number = {}}));
    return true;
}
static_assert(what_does_not_tell_its_key_is_other());
TEST_CASE("an event that does not tell its key is one of the others, and not of the key 0") {
    CHECK(what_does_not_tell_its_key_is_other());
    keeps_its_law<strays>(
        [](random &r) {
            return stray_visit{static_cast<door>(r.below(5)),
                               r.below(3) == 0 ? maybe<std::uint32_t>{} : r.pick<std::uint32_t>(60)};
        },
        [](const stray_visit &v) { return v.number.value_or(77); });
}

/// How far off the number of keys handed on is, in standard errors, when so many came.
template <class Table, std::size_t Ways> double errors_off(std::uint32_t keys, std::uint32_t step) {
    Table t;
    for (std::uint32_t i = 0; i < keys; ++i)
        t.record(at_house(i * step));
    const auto seen = static_cast<double>(t.size() + t.handed_on());
    return (seen - keys) / (keys / std::sqrt(static_cast<double>(Table::groups / Ways * (Ways - 2))));
}
TEST_CASE("the table tells about how many keys it handed on") {
    using sixteens = by_key<number, 1024, board, 16>;
    using fours = by_key<number, 1024, board, 4>;
    for (const std::uint32_t keys : {2000u, 10'000u, 100'000u})
        for (const std::uint32_t step : {1u, 2'654'435'761u}) {
            CAPTURE(keys);
            CHECK(std::abs(errors_off<sixteens, 16>(keys, step)) < 3);
            CHECK(std::abs(errors_off<fours, 4>(keys, step)) < 3);
        }
}

TEST_CASE("a table of one set tells how many keys it handed on, too") {
    CHECK(std::abs(errors_off<by_key<number, 64, board, 64>, 64>(10'000, 1)) < 3);
}

constexpr bool a_table_that_is_complete_handed_nothing_on() {
    by_key<number, 4, board, 4> t;
    expect(t.handed_on() == 0);
    for (std::uint32_t n = 0; n < 4; ++n)
        t.record(at_house(n));
    expect(t.complete() && t.handed_on() == 0);
    return true;
}
static_assert(a_table_that_is_complete_handed_nothing_on());
TEST_CASE("a table that is complete handed nothing on") {
    CHECK(a_table_that_is_complete_handed_nothing_on());
}

TEST_CASE("keys of 64 bits are told the same way, and merging makes no difference") {
    using table = by_key<parcel_number, 256, scorecard<parcel, opened_rate>, 16>;
    table all, odd, even;
    for (std::uint64_t n = 0; n < 5000; ++n) {
        const parcel v{.kind = door::opened, .number = n};
        all.record(v), (n % 2 == 0 ? even : odd).record(v);
    }
    CHECK(std::abs(static_cast<double>(all.size() + all.handed_on()) / 5000 - 1) < 3 / std::sqrt(16. * 14));
    even += odd;
    CHECK(even.handed_on() == all.handed_on());
}

} // namespace
} // namespace kpi::test
