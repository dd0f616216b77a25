// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/growth_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr growth_metric<door> more_sales{.name = "more_sales", .of = door::bought};

constexpr bool growth_is_from_one_period_to_the_next() {
    live<more_sales> before, after;
    before.record(opaque(door::bought), 10);
    after.record(door::bought, 12);
    expect(after.get_from<more_sales>(before) == growth<std::uint32_t>{10, 12});
    expect(!after.value().has_value()); // of one period alone
    expect(!after.get_from<more_sales>({}).has_value());
    return true;
}
static_assert(growth_is_from_one_period_to_the_next());
TEST_CASE("growth is from one period to the next, and from nothing absent") {
    CHECK(growth_is_from_one_period_to_the_next());
}

} // namespace
} // namespace kpi::test
