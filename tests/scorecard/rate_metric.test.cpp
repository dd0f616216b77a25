// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/rate_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr rate_metric<door> knocks{.name = "knocks", .of = door::knocked, .given = "seconds on foot"};

constexpr bool the_time_is_given_in_seconds() {
    live<knocks> b;
    b.record(opaque(door::knocked), 240);
    expect(b.value(6 * 3600).per(3600) == 40);
    expect(!b.value(0).has_value());
    return true;
}
static_assert(the_time_is_given_in_seconds());
TEST_CASE("the time of a rate is given on reading, in seconds") { CHECK(the_time_is_given_in_seconds()); }

} // namespace
} // namespace kpi::test
