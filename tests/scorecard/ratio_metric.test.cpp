// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/ratio_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr ratio_metric<door> slams_per_door{
    .name = "slams_per_door", .a = door::slammed, .b = {}, .given = "doors"};

constexpr bool a_ratio_may_exceed_one_and_take_a_figure() {
    live<slams_per_sale> b;
    b.record(opaque(door::slammed), 9);
    expect(!b.value().has_value());
    b.record(opaque(door::bought), 8);
    expect(b.value() == ratio<std::uint32_t>{9, 8});
    expect(b.value().per(1000) == 1125);
    live<slams_per_door> d;
    d.record(opaque(door::slammed), 6);
    expect(d.value(80).per(1000) == 75);
    expect(!d.value().has_value());
    return true;
}
static_assert(a_ratio_may_exceed_one_and_take_a_figure());
TEST_CASE("a ratio may exceed 1, and its base be given on reading") {
    CHECK(a_ratio_may_exceed_one_and_take_a_figure());
}

} // namespace
} // namespace kpi::test
