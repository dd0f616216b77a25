// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate>;
using streets = by<street, 8, board>;
inline constexpr dimension number{"number", &visit::number};

static_assert(sizeof(streets) == 9 * sizeof(board)); // the groups, other, and nothing else
static_assert(streets::groups == 8);
static_assert(kpi::detail::grouped_by<street, streets> && !kpi::detail::grouped_by<number, streets>);
static_assert(kpi::detail::grouped_by<number, by<street, 8, by<number, 4, board>>>);

constexpr bool what_has_no_group_is_other() {
    streets s;
    s.record({.kind = opaque(door::opened), .street = 7});
    s.record({.kind = opaque(door::knocked), .street = 8});
    s.record({.kind = opaque(door::knocked), .street = 65535}, 2);
    expect(s[7].get<opened_rate>().whole == 1);
    expect(s.other().get<opened_rate>().whole == 3);
    expect(s[8] == s.other() && s[1'000'000] == s.other()); // reads past the end are other too
    expect(s.total().get<opened_rate>() == proportion<std::uint32_t>{1, 4});
    return true;
}
static_assert(what_has_no_group_is_other());
TEST_CASE("what has no group of its own is in other, and the total is whole") {
    CHECK(what_has_no_group_is_other());
}

constexpr bool
a_team_is_pooled() { // METRICS.md, rule 1: 90 of 100 and 30 of 60 are 3/4, not the mean of 9/10 and 1/2
    streets s;
    s.record({.kind = door::opened, .street = 1}, 90);
    s.record({.kind = door::knocked, .street = 1}, 10);
    s.record({.kind = door::opened, .street = 2}, 30);
    s.record({.kind = door::knocked, .street = 2}, opaque(30u));
    expect(s.total().get<opened_rate>().per(100) == 75);
    return true;
}
static_assert(a_team_is_pooled());
TEST_CASE("a team is pooled: sum of parts over sum of wholes") { CHECK(a_team_is_pooled()); }

struct signed_key {
    door kind{};
    int house{};
};
inline constexpr dimension house{"house", &signed_key::house};

TEST_CASE("a negative key is other") {
    by<house, 4, scorecard<signed_key, opened_rate>> s;
    s.record({door::opened, -1});
    CHECK(s.other().get<opened_rate>().whole == 1);
    CHECK(s.retract({door::opened, -1}));
    CHECK_FALSE(s.retract({door::opened, -1}));
    CHECK_FALSE(s.retract({door::opened, 1}));
}

const auto by_number = [](const visit &v) { return v.number; };

TEST_CASE("by keeps the law of the state inside, nested too") {
    keeps_its_law<streets>(any_visit, by_number);
    keeps_its_law<by<number, 16, by<street, 4, board>>>(any_visit, by_number);
    takes_back_what_it_recorded<streets>(any_visit);
}

constexpr bool the_groups_that_hold_anything_are_visited() {
    streets s;
    expect(s.complete());
    s.record({.kind = opaque(door::opened), .street = 0});
    s.record({.kind = opaque(door::opened), .street = 3}, 2);
    s.record({.kind = opaque(door::opened), .street = 7}, 3);
    expect(s.complete());
    s.record({.kind = opaque(door::opened), .street = 8}, 100);
    expect(!s.complete());
    std::uint32_t keys = 0, sum = 0;
    s.for_each([&](std::size_t key, const board &b) {
        keys |= 1u << key;
        sum += b.get<opened_rate>().whole;
    });
    expect(keys == 0b10001001 && sum == 6);
    return true;
}
static_assert(the_groups_that_hold_anything_are_visited());
TEST_CASE("the groups that hold anything are visited, other is none of them") {
    CHECK(the_groups_that_hold_anything_are_visited());
}

TEST_CASE("the walk names the groups that hold anything, outer first, other last") {
    by<number, 2, by<street, 3, board>> s;
    s.record({.kind = door::opened, .street = 1, .number = 0});
    s.record({.kind = door::opened, .street = 9, .number = 5});
    std::vector<label> seen;
    s.walk([&](const board &, const label &outer, const label &inner) {
        seen.push_back(outer);
        seen.push_back(inner);
    });
    REQUIRE(seen.size() == 4);
    CHECK(seen[0].dimension == "number");
    CHECK(seen[1].dimension == "street");
    CHECK(seen[1].key == 1);
    CHECK_FALSE(seen[1].other);
    CHECK(seen[2].other);
    CHECK(seen[3].other);
}

} // namespace
} // namespace kpi::test
