// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/team.hpp>
#include <kpi/statistics/skew.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <unordered_map>
#include <vector>

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
    const auto f = figures<sales_made>(four_reps(), 4).held;
    expect(f.all().size() == 4 && f.rank(1) == 1 && f.rank(0) == 2 && f.rank(2) == 2 && f.rank(3) == 4);
    expect(f.rank(4) == 0); // the array is larger than the team
    expect(figures<sales_made>(four_reps(), 99).held.all().size() == 6);
    return true;
}
static_assert(ranks_are_shared());
TEST_CASE("reps that are alike share the better rank") { CHECK(ranks_are_shared()); }

constexpr bool the_top_is_left_out() {
    expect(total_without_top<sales_made>(four_reps(), opaque(std::size_t{1})).held.value().n == 6);
    expect(total_without_top<sales_made>(four_reps(), 2).held.value().n ==
           3); // of equal ones the first is the top
    expect(total_without_top<sales_made>(four_reps(), 0).held.value().n == 15);
    return true;
}
static_assert(the_top_is_left_out());
TEST_CASE("the total without its top k, other apart") { CHECK(the_top_is_left_out()); }

constexpr bool a_share_is_of_all_and_of_other_too() {
    const auto first_two = [](std::size_t street) { return street < 2; };
    expect(share_of_total<sales_made>(four_reps(), first_two).held == ratio<std::uint64_t>{12, 65});
    expect(share_of_total<sales_made>(four_reps(), [](std::size_t) { return true; }).held ==
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
    CHECK_FALSE(correlation(reps, work, made).held.has_value());
    const std::array sales{1u, 3u, 2u, 4u};
    for (std::uint16_t rep = 0; rep < 4; ++rep) {
        reps.record({.kind = door::knocked, .street = rep}, rep + 1u);
        reps.record({.kind = door::bought, .street = rep}, sales[rep]);
    }
    reps.record({.kind = door::bought, .street = 88}, 1000); // other is no rep; two have done nothing
    CHECK(*correlation(reps, work, made).held == doctest::Approx(0.8));
    CHECK_FALSE(correlation(reps, work, made).has_value()); // somebody is no rep of this team
    // A rate is read as it is, too.
    const auto tries_made = [](const auto &rep) { return rep.template get<tries>(); };
    CHECK(*correlation(reps, tries_made, made).held == doctest::Approx(*correlation(reps, work, made).held));
}

constexpr bool what_overflowed_says_so() {
    expect(!figures<sales_made>(four_reps(), 4).exact &&
           !total_without_top<sales_made>(four_reps(), 1).exact);
    const auto share = share_of_total<sales_made>(four_reps(), [](std::size_t) { return true; });
    expect(!share.has_value() && !share.value<float>() && share.groups == 3);
    team whole;
    whole.record({.kind = door::bought, .street = 1}, opaque(4u));
    expect(figures<sales_made>(whole, 4).exact && figures<sales_made>(whole, 4).held.reps == 4);
    expect(total_without_top<sales_made>(whole, 1) == across<team::inner>{.exact = true}); // one group
    expect(share_of_total<sales_made>(whole, [](std::size_t k) { return k == 1; }).per(100) == 100);
    expect(!figures<sales_made>(whole, 99).exact); // more reps than places
    return true;
}
static_assert(what_overflowed_says_so());
TEST_CASE("a figure of a team that does not fit in its groups says so") { CHECK(what_overflowed_says_so()); }

constexpr bool nobody_knows_who_is_ahead_of_two_full_counters() {
    std::array<basic_scorecard<visit, std::uint8_t, sales_made, slams_per_sale>, 3> reps;
    reps[0].record({.kind = door::bought}, 255);
    reps[1].record({.kind = door::bought}, opaque(std::uint8_t{255}));
    reps[2].record({.kind = door::bought}, 7);
    expect(figures<sales_made>(reps).held.saturated() && figures<sales_made>(reps).held.rank(2) == 3);
    expect(!total_without_top<sales_made>(reps, 1).exact);
    expect(total_without_top<sales_made>(reps, 2).exact && total_without_top<sales_made>(reps, 0).exact);
    const auto share = share_of_total<sales_made>(reps, [](std::size_t k) { return k == 2; });
    expect(share.exact && share.saturated());
    const auto both = [](const auto &rep) { return rep.template get<sales_made>(); };
    expect(!correlation<float>(reps, both, both).exact);
    return true;
}
static_assert(nobody_knows_who_is_ahead_of_two_full_counters());
TEST_CASE("nobody knows who is ahead of two full counters") {
    CHECK(nobody_knows_who_is_ahead_of_two_full_counters());
}

TEST_CASE("a team is any range of boards") {
    using one = scorecard<visit, sales_made, tries>;
    by<street, 12, one> dense;
    by_key<street, 64, one, 64> sparse;
    std::unordered_map<std::uint16_t, one> hashed;
    std::vector<one> reps(12);
    random r{11};
    for (int i = 0; i < 300; ++i) {
        const visit v = any_visit(r);
        dense.record(v), sparse.record(v), hashed[v.street].record(v), reps[v.street].record(v);
    }
    const auto expected = figures<sales_made>(dense, 12);
    CHECK(figures<sales_made, 12>(reps) == expected);
    CHECK(figures<sales_made>(std::span<const one, 12>{reps}) == expected);
    CHECK_FALSE(figures<sales_made, 11>(reps).exact);
    const auto gini = statistics::gini(expected.held.all());
    CHECK(statistics::gini(figures<sales_made>(sparse, 12).held.all()) == gini); // in any order
    CHECK(statistics::gini(figures<sales_made, 64>(hashed, 12).held.all()) == gini);
    CHECK(figures<sales_made, 64>(hashed, 20).held.reps == 20);

    const auto rest = total_without_top<sales_made>(dense, 3);
    CHECK(total_without_top<sales_made>(reps, 3) == rest);
    CHECK(total_without_top<sales_made>(sparse, 12).groups == 0);
    CHECK(total_without_top<sales_made>(hashed, 0).held == dense.total());
    const auto few = [](std::size_t key) { return key < 4; };
    CHECK(share_of_total<sales_made>(reps, few) == share_of_total<sales_made>(dense, few));
    CHECK(share_of_total<sales_made>(sparse, few) == share_of_total<sales_made>(dense, few));
    CHECK(share_of_total<sales_made>(hashed, few) == share_of_total<sales_made>(dense, few));
    const auto x = [](const one &rep) { return rep.get<tries>(); };
    const auto y = [](const one &rep) { return rep.get<sales_made>(); };
    CHECK(correlation<double, 12>(reps, x, y) == correlation(dense, x, y));
    CHECK_FALSE(correlation<double, 5>(reps, x, y).exact);
    CHECK(*correlation(sparse, x, y).held == doctest::Approx(*correlation(dense, x, y).held));
}

} // namespace
} // namespace kpi::test
