// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr level_metric<door> doors_open{
    .name = "doors_open", .in = {door::opened}, .out = {door::slammed}};

constexpr bool a_level_is_what_came_in_less_what_went_out() {
    live<doors_open> january, february;
    expect(january.value().n == 0 && january.value().has_value()); // none is 0, and not absent
    january.record(opaque(door::opened), 3);
    january.record(door::slammed);
    february.record(door::slammed);
    expect(january.value().n == 2 && february.value().n == 0);
    expect(february.get_after<doors_open>(january).n == 1);
    january.record(door::opened, saturation<std::uint32_t>);
    expect(!january.value().saturated()); // levels count in 64 bits
    return true;
}
static_assert(a_level_is_what_came_in_less_what_went_out());
TEST_CASE("a level is what came in less what went out, of all periods so far") {
    CHECK(a_level_is_what_came_in_less_what_went_out());
}

} // namespace
} // namespace kpi::test
