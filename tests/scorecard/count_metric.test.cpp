// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr count_metric<door> tried{.name = "tried", .of = {door::knocked, door::opened}};

constexpr bool nothing_counted_is_zero_and_not_absent() {
    live<tried> b;
    expect(b.value().has_value() && b.value().n == 0);
    b.record(opaque(door::knocked));
    b.record(opaque(door::opened));
    b.record(opaque(door::dog));
    expect(b.value() == count<std::uint32_t>{2});
    return true;
}
static_assert(nothing_counted_is_zero_and_not_absent());
TEST_CASE("nothing counted is 0, and not absent") { CHECK(nothing_counted_is_zero_and_not_absent()); }

} // namespace
} // namespace kpi::test
