// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/told_visit.hpp"
#include <kpi/scorecard/furthest_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <string>

namespace kpi::test {
namespace {

inline constexpr furthest_metric<told_visit, 3> rooms{
    .name = "rooms", .goal = {door::bought}, .of = {door::opened}, .open = {door::knocked}};
using share = proportion<std::uint32_t>;

constexpr live<rooms> board_of_ten() {
    live<rooms> b;
    b.record({.kind = opaque(door::opened), .k = 0}, 2); // one of them bought at the door
    b.record({.kind = door::opened, .k = 1}, 5);
    b.record({.kind = door::opened, .k = 2}, 3); // one of them bought
    b.record({.kind = door::bought, .k = 0}, 1);
    b.record({.kind = door::bought, .k = 2}, 1);
    b.record({.kind = door::knocked, .k = 1}, 4);
    return b;
}

constexpr bool who_got_to_the_goal_has_reached_every_step() {
    const auto steps = board_of_ten().value();
    expect(steps[0] == share{4, 9}); // 3 in the second room, 1 who bought at once
    expect(steps[1] == share{2, 4}); // nobody went further, and so both bought
    expect(!steps[2].has_value());
    return true;
}
static_assert(who_got_to_the_goal_has_reached_every_step());
TEST_CASE("who got to the goal has reached every step") {
    CHECK(who_got_to_the_goal_has_reached_every_step());
}

TEST_CASE("each step is a figure of its own, and beside it stand those who can still go on") {
    std::string told;
    board_of_ten().figures<rooms>([&](const figure_info &f, const auto &value) {
        if constexpr (requires { value.whole; })
            told += std::string{f.name} + ' ' + std::string{f.label} + ' ' + std::to_string(f.step) + ' ' +
                    std::to_string(value.part) + '/' + std::to_string(value.whole) + '\n';
        else
            told += std::string{f.name} + ' ' + std::string{f.label} + ' ' + std::to_string(value.n) + '\n';
    });
    CHECK(told == "rooms 1 1 4/9\nstill_open 1 4\nrooms 2 2 2/4\nstill_open 2 0\nrooms 3 3 0/0\n"
                  "still_open 3 0\n");
}

TEST_CASE("a goal without anybody on the way is absent, and a step beyond the last one is the last") {
    live<rooms> b;
    b.record({.kind = door::bought, .k = 1}, 1);
    CHECK_FALSE(b.value()[0].has_value());
    b.record({.kind = door::opened, .k = 9}, 1);
    CHECK(b.value()[2].whole == 2);
}

} // namespace
} // namespace kpi::test
