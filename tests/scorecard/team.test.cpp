// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/team.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr count_metric<door> sales_made{.name = "sales_made", .of = door::bought};
using team = by<street, 6, scorecard<visit, sales_made>>;
constexpr team four_reps() {
    team t;
    t.record({.kind = door::bought, .street = 0}, 3);
    t.record({.kind = door::bought, .street = 1}, 9);
    t.record({.kind = door::bought, .street = 2}, 3);
    t.record({.kind = door::bought, .street = 77}, 50); // nobody's
    return t;
}

constexpr bool ranks_are_shared() {
    const auto f = figures<sales_made>(four_reps(), 4);
    expect(f.all().size() == 4 && f.rank(1) == 1 && f.rank(0) == 2 && f.rank(2) == 2 && f.rank(3) == 4);
    expect(f.rank(4) == 0); // the array is larger than the team
    expect(figures<sales_made>(four_reps(), 99).all().size() == 6);
    return true;
}
static_assert(ranks_are_shared());
TEST_CASE("reps that are alike share the better rank") { CHECK(ranks_are_shared()); }

constexpr bool the_top_is_left_out() {
    expect(total_without_top<sales_made>(four_reps(), opaque(std::size_t{1})).value().n == 6);
    expect(total_without_top<sales_made>(four_reps(), 2).value().n ==
           3); // of equal ones the first is the top
    expect(total_without_top<sales_made>(four_reps(), 0).value().n == 15);
    return true;
}
static_assert(the_top_is_left_out());
TEST_CASE("the total without its top k, other apart") { CHECK(the_top_is_left_out()); }

} // namespace
} // namespace kpi::test
