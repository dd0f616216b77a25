// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/told_visit.hpp"
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/of_level_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using of_open = of_level_metric<told_visit, reads_as::proportion, always, equals<member::again, false>>;
inline constexpr of_open sold_of_open{.name = "sold_of_open",
                                      .part = {door::bought},
                                      .in = {door::opened},
                                      .out = {door::slammed, door::bought},
                                      .joined = {door::opened},
                                      .given = "doors open at the start"};
inline constexpr of_level_metric<door, reads_as::ratio> dogs_per_door{
    .name = "dogs_per_door", .part = {door::dog}, .in = {door::opened}, .out = {door::slammed}};

constexpr bool of_those_there_at_the_start_and_those_who_joined() {
    using board = live<sold_of_open>;
    board before, period;
    before.record({.kind = opaque(door::opened)}, 3);
    period.record({.kind = door::opened}, 2);
    period.record({.kind = door::opened, .again = true}); // was open before in this period: counts once
    period.record({.kind = door::bought});
    using part = proportion<std::uint64_t>;
    expect(period.value() == part{1, 2} && period.value(7) == part{1, 9});
    expect(period.get_after<sold_of_open>(before) == part{1, 5});
    expect(!board{}.value().has_value());
    return true;
}
static_assert(of_those_there_at_the_start_and_those_who_joined());
TEST_CASE("the whole is who was there at the start, and who joined once") {
    CHECK(of_those_there_at_the_start_and_those_who_joined());
}

constexpr bool a_part_that_comes_more_than_once_is_a_ratio() {
    live<dogs_per_door> before, period;
    before.record(opaque(door::opened), 2);
    period.record(door::dog, 5);
    expect(period.get_after<dogs_per_door>(before) == ratio<std::uint64_t>{5, 2});
    basic_scorecard<door, std::uint8_t, dogs_per_door> narrow;
    narrow.record(door::dog, 255);
    expect(narrow.value(1).saturated()); // a count that saturated says so
    return true;
}
static_assert(a_part_that_comes_more_than_once_is_a_ratio());
TEST_CASE("a part that can come more than once a case is a ratio") {
    CHECK(a_part_that_comes_more_than_once_is_a_ratio());
}

} // namespace
} // namespace kpi::test
