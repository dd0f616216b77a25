// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/latest_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr latest_metric<visit> last_sale{.name = "last_sale", .of = door::bought};

constexpr bool the_latest_is_kept_whatever_the_order() {
    live<last_sale> b;
    expect(!b.value(instant{0}).has_value());
    b.record({.kind = opaque(door::bought), .at = {-100}});
    expect(b.value(instant{0}) == 100);
    b.record({.kind = door::bought, .at = {-300}});
    b.record({.kind = door::dog, .at = {-1}});
    expect(b.value(instant{0}) == 100 && b.value(instant{-200}) == 0);
    return true;
}
static_assert(the_latest_is_kept_whatever_the_order());
TEST_CASE("the latest is kept, whatever the order") { CHECK(the_latest_is_kept_whatever_the_order()); }

TEST_CASE("a board of latest times keeps the exact law") {
    keeps_its_law<live<last_sale>>(any_visit, [](const visit &v) { return v.number; }, {.runs = 20});
}

} // namespace
} // namespace kpi::test
