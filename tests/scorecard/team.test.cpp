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

constexpr bool a_share_is_of_all_and_of_other_too() {
    const auto first_two = [](std::size_t street) { return street < 2; };
    expect(share_of_total<sales_made>(four_reps(), first_two) == ratio<std::uint64_t>{12, 65});
    expect(share_of_total<sales_made>(four_reps(), [](std::size_t) { return true; }) ==
           ratio<std::uint64_t>{15, 65}); // other is nobody's choice
    expect(!share_of_total<sales_made>(team{}, first_two).has_value());
    return true;
}
static_assert(a_share_is_of_all_and_of_other_too());
TEST_CASE("a share of the total is of all groups and other") { CHECK(a_share_is_of_all_and_of_other_too()); }

inline constexpr count_metric<door> tries{.name = "tries", .of = door::knocked};
TEST_CASE("a correlation is across the groups that have both figures") {
    by<street, 6, scorecard<visit, sales_made, tries, opened_rate>> reps;
    const auto work = [](const auto &rep) { return rep.template get<tries>().value(); };
    const auto made = [](const auto &rep) {
        return rep.template get<opened_rate>().has_value() ? rep.template get<sales_made>().value()
                                                           : std::nullopt;
    };
    CHECK_FALSE(correlation(reps, work, made).has_value());
    const std::array sales{1u, 3u, 2u, 4u};
    for (std::uint16_t rep = 0; rep < 4; ++rep) {
        reps.record({.kind = door::knocked, .street = rep}, rep + 1u);
        reps.record({.kind = door::bought, .street = rep}, sales[rep]);
    }
    reps.record({.kind = door::bought, .street = 88}, 1000); // other is no rep; two have done nothing
    CHECK(*correlation(reps, work, made) == doctest::Approx(0.8));
}

} // namespace
} // namespace kpi::test
