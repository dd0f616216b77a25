// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/score_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr score_metric<door> warmth{.name = "warmth",
                                           .favour = door::opened,
                                           .against = door::slammed,
                                           .answers = {door::opened, door::slammed, door::knocked}};

constexpr bool a_score_counts_the_undecided() {
    live<warmth> b;
    expect(!b.value().has_value());
    b.record(opaque(door::opened), 6);
    b.record(opaque(door::knocked), 2);
    b.record(opaque(door::slammed), 2);
    expect(b.value() == score<std::uint32_t>{6, 2, 10});
    expect(b.value().value() == 40.0);
    return true;
}
static_assert(a_score_counts_the_undecided());
TEST_CASE("a score has the undecided in its denominator") { CHECK(a_score_counts_the_undecided()); }

} // namespace
} // namespace kpi::test
