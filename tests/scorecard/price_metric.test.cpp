// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/price_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr price_metric<visit, member::value, member::elapsed> money_a_second{.name = "money_a_second",
                                                                                    .of = door::bought};
using board = scorecard<visit, money_a_second>;

constexpr bool sum_over_sum() {
    board b;
    expect(!b.value().has_value());
    b.record({.kind = opaque(door::bought), .elapsed = 10, .value = 45}, 3);
    b.record({.kind = door::dog, .elapsed = 10, .value = 1000});
    expect(b.value() == ratio<std::uint64_t>{135, 30});
    expect(!b.retract({.kind = door::bought, .elapsed = 31, .value = 1})); // neither sum changes
    expect(b.value() == ratio<std::uint64_t>{135, 30});
    return true;
}
static_assert(sum_over_sum());
TEST_CASE("one sum against another, from the same events") { CHECK(sum_over_sum()); }

TEST_CASE("a board of prices keeps the exact law") {
    keeps_its_law<board>(any_visit, [](const visit &v) { return v.number; }, {.runs = 20});
    takes_back_what_it_recorded<board>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
