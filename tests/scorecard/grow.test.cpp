// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/grow.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr count_metric<door> sales_made{.name = "sales_made", .of = door::bought};
using change = growth<std::uint64_t>;
constexpr visit sale(civil_day d) { return {.kind = door::bought, .at = at(d)}; }

constexpr bool the_running_period_is_never_compared() {
    over<calendar_month, 3, scorecard<visit, sales_made>> window;
    window.record(sale({2026, 1, 31}), 4);
    window.record(sale({2026, 2, 1}), opaque(5u));
    window.record(sale({2026, 3, 1}), 100);
    expect(grow<sales_made>(window, at({2026, 3, 31})) == change{4, 5});
    expect(grow<sales_made>(window, at({2026, 5, 1})) == change{100, 0}); // an empty April is 0, not missing
    expect(grow<sales_made>(window, at({2036, 5, 1})) == change{0, 0});
    expect(before_and_after<sales_made>(window, at({2026, 3, 31})) ==
           formula::before_after<std::uint64_t>{4, 5});
    return true;
}
static_assert(the_running_period_is_never_compared());
TEST_CASE("the running period is never compared") { CHECK(the_running_period_is_never_compared()); }

constexpr bool month_to_date_holds_the_same_days() {
    over<days<1>, 93, scorecard<visit, sales_made>> ring;
    ring.record(sale({2024, 2, 29}), 7);
    ring.record(sale({2024, 3, 1}), 2);
    ring.record(sale({2024, 3, 30}), 3);
    expect(grow_to_date<sales_made>(ring, at({2024, 3, 28})) == change{0, 2});
    expect(grow_to_date<sales_made>(ring, at({2024, 3, 29})) == change{7, 2});
    expect(grow_to_date<sales_made>(ring, at({2024, 3, 31})) == change{7, 5}); // all of February
    ring.record(sale({2024, 1, 1}), 1);
    expect(grow_to_date<sales_made>(ring, at({2024, 1, 15})) == change{0, 1}); // against December
    return true;
}
static_assert(month_to_date_holds_the_same_days());
TEST_CASE("month to date holds the same days against each other") {
    CHECK(month_to_date_holds_the_same_days());
}

} // namespace
} // namespace kpi::test
