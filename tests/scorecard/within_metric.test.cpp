// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/within_metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr within_metric<visit, member::elapsed> quick{
    .name = "quick", .of = door::opened, .limit = 300};
using board = scorecard<visit, quick>;

constexpr bool the_limit_is_within() {
    board b;
    b.record({.kind = opaque(door::opened), .elapsed = 300});
    b.record({.kind = door::opened, .elapsed = 301}, 2);
    b.record({.kind = door::bought, .elapsed = 1});
    expect(b.value() == proportion<std::uint32_t>{1, 3});
    expect(b.retract({.kind = door::opened, .elapsed = 300}));
    expect(!b.retract({.kind = door::opened, .elapsed = 300})); // none of the two left was within
    expect(b.value() == proportion<std::uint32_t>{0, 2});
    return true;
}
static_assert(the_limit_is_within());
TEST_CASE("the limit itself is within") { CHECK(the_limit_is_within()); }

TEST_CASE("a board of shares within a limit keeps the exact law") {
    keeps_its_law<board>(any_visit, [](const visit &v) { return v.number; }, {.runs = 20});
    takes_back_what_it_recorded<board>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
