// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/told_visit.hpp"
#include <kpi/scorecard/pace_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr pace_metric<told_visit, member::elapsed> dogs_an_hour{
    .name = "dogs_an_hour", .of = {door::dog}, .during = {door::knocked}};

constexpr bool over_the_time_that_others_took() {
    live<dogs_an_hour> b;
    expect(!b.value().has_value());
    b.record({.kind = opaque(door::knocked), .elapsed = 1800}, 4);
    b.record({.kind = door::dog}, 6);
    expect(b.value() == rate<std::uint64_t>{6, 7200} && b.value().per(3600) == 3);
    return true;
}
static_assert(over_the_time_that_others_took());
TEST_CASE("events over the time that others took") { CHECK(over_the_time_that_others_took()); }

} // namespace
} // namespace kpi::test
