// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/told_visit.hpp"
#include <kpi/scorecard/steps.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool each_step_is_a_band_and_what_comes_later_is_in_the_last() {
    constexpr auto word = by_step<3>(event_set{door::opened});
    band_counts<4> b{};
    for (std::uint32_t k = 0; k < 6; ++k)
        word.record(b, told_visit{.kind = opaque(door::opened), .k = k});
    word.record(b, told_visit{.kind = door::dog, .k = 1});
    expect(b.in == std::array<std::uint32_t, 4>{1, 1, 1, 3});
    return true;
}
static_assert(each_step_is_a_band_and_what_comes_later_is_in_the_last());
TEST_CASE("each step is a band, and what comes later is in the last") {
    CHECK(each_step_is_a_band_and_what_comes_later_is_in_the_last());
}

TEST_CASE("a figure of a step says which, and who is still there stands beside it by another name") {
    const figure_info step =
        of_step({.metric = "rooms", .name = "rooms", .title = "Rooms", .unit = "%", .scale = 100}, 11);
    CHECK(step.step == 12);
    CHECK(step.label == "12");
    const figure_info open = open_of(step);
    CHECK(open.name == "still_open");
    CHECK(open.label == "12");
    CHECK(open.scale == 1);
}

} // namespace
} // namespace kpi::test
