// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/cohort_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr cohort_metric<visit> converted{
    .name = "converted", .start = door::knocked, .goal = door::bought};
using house = scorecard<visit, converted>;
using members = cohort<std::uint32_t>;
constexpr visit when(door kind, std::int64_t seconds) { return {.kind = kind, .at = {seconds}}; }

constexpr bool a_cohort_counts_from_the_first_start() {
    house h;
    expect(h.contribution<converted>(cohort_window{}) == members{});
    h.record(when(door::knocked, opaque(std::int64_t{100})));
    h.record(when(door::knocked, 900));
    h.record(when(door::bought, 400), 3);
    expect(h.contribution<converted>(cohort_window{}) == members{1, 1, 0});
    expect(h.contribution<converted>(cohort_window{.now = {1000}, .seconds = 300}) == members{1, 1, 0});
    expect(h.contribution<converted>(cohort_window{.now = {1000}, .seconds = 299}) == members{0, 1, 0});
    return true;
}
static_assert(a_cohort_counts_from_the_first_start());
TEST_CASE("a cohort counts from the first start to the first goal") {
    CHECK(a_cohort_counts_from_the_first_start());
}

constexpr bool who_is_too_young_is_not_judged() {
    house h;
    h.record(when(door::knocked, opaque(std::int64_t{1000})));
    h.record(when(door::bought, 1001));
    expect(h.contribution<converted>(cohort_window{.now = {1059}, .seconds = 60}) == members{0, 0, 1});
    expect(h.contribution<converted>(cohort_window{.now = {1060}, .seconds = 60}) == members{1, 1, 0});
    return true;
}
static_assert(who_is_too_young_is_not_judged());
TEST_CASE("who is too young is not judged, converted or not") { CHECK(who_is_too_young_is_not_judged()); }

constexpr bool the_window_is_half_open() {
    house h;
    h.record(when(door::knocked, opaque(std::int64_t{-5})));
    expect(h.contribution<converted>(cohort_window{.from = {-5}, .to = {-4}}).mature == 1);
    expect(h.contribution<converted>(cohort_window{.from = {-6}, .to = {-5}}) == members{});
    return true;
}
static_assert(the_window_is_half_open());
TEST_CASE("a cohort takes in its first second and not the one after its last") {
    CHECK(the_window_is_half_open());
}

constexpr bool a_goal_before_the_start_is_none() {
    house h;
    h.record(when(door::bought, opaque(std::int64_t{10})));
    h.record(when(door::knocked, 20));
    expect(h.contribution<converted>(cohort_window{}) == members{0, 1, 0});
    return true;
}
static_assert(a_goal_before_the_start_is_none());
TEST_CASE("a goal before the start is no conversion") { CHECK(a_goal_before_the_start_is_none()); }

TEST_CASE("a board of starts and goals keeps the exact law") {
    keeps_its_law<house>(any_visit, [](const visit &v) { return v.number; }, {.runs = 20});
}

} // namespace
} // namespace kpi::test
