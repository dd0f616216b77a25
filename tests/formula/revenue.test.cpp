// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/revenue.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool shares_of_volume() {
    expect(exactly(sales_volume_share(120_n, 300_n)) == rational{2, 5});     // D13: units
    expect(exactly(sales_volume_share(9000_n, 30000_n)) == rational{3, 10}); // D14: revenue
    expect(sales_volume_share(9000_q, 30000_q) == rational{3, 10});
    expect(exactly(outbound_share_of_won_revenue(36000_n, 90000_n)) == rational{2, 5}); // D37
    expect(!sales_volume_share(0_n, 0_n).has_value());
    expect(!sales_volume_share(0_q, 0_q));
    return true;
}
static_assert(shares_of_volume());
TEST_CASE("D13, D14, D37: shares of what was sold") { CHECK(shares_of_volume()); }

constexpr bool averages_of_money() {
    expect(exactly(average_deal_size(90000_n, 12_n)) == rational{7500});               // D17
    expect(exactly(average_deal_size(10005534_n, 4238_n)) == rational{5002767, 2119}); // D18
    expect(average_deal_size(10005534_q, 4238_n) == rational{5002767, 2119});
    expect(exactly(average_retail_price(13500_n, 300_n)) == rational{45}); // D19
    expect(average_retail_price(opaque(13500.0f), 300_n) == 45.0f);
    expect(!average_deal_size(0_n, 0_n).has_value());
    return true;
}
static_assert(averages_of_money());
TEST_CASE("D17, D18, D19: averages of money") { CHECK(averages_of_money()); }

constexpr bool prices_against_a_competitor() {
    expect(exactly(competitor_price_index(45_n, 50_n)) == rational{9, 10}); // D20
    expect(competitor_price_index(45_q, 50_q) == rational{9, 10});
    expect(exactly(price_gap(45_n, 50_n)) == rational{-1, 10});
    expect(price_gap(45_q, 50_q) == rational{-1, 10});
    expect(!competitor_price_index(45_n, 0_n).has_value()); // D21
    expect(!competitor_price_index(45_q, 0_q));
    expect(!price_gap(45_n, 0_n).has_value());
    return true;
}
static_assert(prices_against_a_competitor());
TEST_CASE("D20, D21: prices against a competitor's") { CHECK(prices_against_a_competitor()); }

constexpr bool growth_and_plan() {
    expect(exactly(sales_growth(5700000_n, 3000000_n)) == rational{9, 10}); // D34
    expect(sales_growth(57_q / 10_q, 3_q) == rational{9, 10});
    expect(exactly(plan_attainment(57_n, 90_n)) == rational{19, 30});                   // D35
    expect(exactly(attainment_of_planned_growth(57_n, 30_n, 90_n)) == rational{9, 20}); // D36
    expect(attainment_of_planned_growth(57_q / 10_q, 3_q, 9_q) == rational{9, 20});
    expect(exactly(attainment_of_planned_growth(27_n, 30_n, 90_n)) == rational{-1, 20}); // they shrank
    expect(exactly(attainment_of_planned_growth(32_n, 30_n, 31_n)) == rational{2});
    expect(!sales_growth(5_n, 0_n).has_value());
    expect(!plan_attainment(5_n, 0_n).has_value());
    expect(!attainment_of_planned_growth(57_n, 30_n, 30_n).has_value()); // no growth was planned
    expect(!attainment_of_planned_growth(57_q, 30_q, 20_q));
    return true;
}
static_assert(growth_and_plan());
TEST_CASE("D34, D35, D36: growth, plan, and growth against the plan") { CHECK(growth_and_plan()); }

constexpr bool a_change_from_a_loss_has_no_rate() {
    expect(exactly(sales_growth(opaque(-30), opaque(20))) == rational{-5, 2});
    expect(!sales_growth(opaque(30), opaque(-20)).has_value());
    expect(!sales_growth(opaque(30.0), opaque(-20.0)));
    expect(!sales_growth(opaque(30.0), opaque(std::numeric_limits<double>::quiet_NaN())));
    return true;
}
static_assert(a_change_from_a_loss_has_no_rate());
TEST_CASE("a change from a loss has no rate") { CHECK(a_change_from_a_loss_has_no_rate()); }

constexpr bool what_the_pipeline_brings() {
    expect(pipeline_velocity(40_n, 1_q / 4_q, 7500_q, 42_q) == rational{12500, 7}); // D32
    expect(pipeline_velocity(40_n, opaque(0.25f), opaque(7500.0f), opaque(42.0f)) == 75000.0f / 42.0f);
    expect(pipeline_velocity(40_n, 1_q / 4_q, 7500_q, 1_q / 2_q) == rational{150000});
    expect(!pipeline_velocity(40_n, 1_q / 4_q, 7500_q, 0_q)); // D33
    expect(!pipeline_velocity(40_n, opaque(0.25), opaque(7500.0), opaque(-42.0)));
    return true;
}
static_assert(what_the_pipeline_brings());
static_assert(std::same_as<decltype(pipeline_velocity(1u, 1.0f, 1.0f, 1.0f)), std::optional<float>>);
TEST_CASE("D32, D33: what the pipeline brings in a day") { CHECK(what_the_pipeline_brings()); }

constexpr bool what_covers_the_rest_of_the_quota() {
    expect(exactly(pipeline_coverage(360000_n, 150000_n, 30000_n)) == rational{3}); // X11
    expect(pipeline_coverage(360000_q, 150000_q, 30000_q) == rational{3});
    expect(!pipeline_coverage(360000_n, 150000_n, 150000_n).has_value()); // the quota is met
    expect(!pipeline_coverage(360000_n, 150000_n, 150001_n).has_value());
    expect(!pipeline_coverage(360000_q, 150000_q, 150001_q));
    return true;
}
static_assert(what_covers_the_rest_of_the_quota());
TEST_CASE("X11: what covers the rest of the quota") { CHECK(what_covers_the_rest_of_the_quota()); }

constexpr bool sums_that_do_not_fit_are_refused() {
    using limits = std::numeric_limits<std::int64_t>;
    expect(!sales_growth(opaque(limits::min()), opaque(std::int64_t{1})).has_value());
    expect(!pipeline_coverage(std::int64_t{1}, opaque(limits::max()), opaque(std::int64_t{-1})).has_value());
    const auto most = opaque(std::numeric_limits<std::uint64_t>::max());
    expect(!attainment_of_planned_growth(most, std::uint64_t{0}, most).has_value());
    expect(!attainment_of_planned_growth(most, std::uint64_t{0}, std::uint64_t{5}).has_value());
    expect(!attainment_of_planned_growth(std::uint64_t{5}, std::uint64_t{0}, most).has_value());
    expect(exactly(attainment_of_planned_growth(most, most - 10, most - 5)) == rational{2});
    return true;
}
static_assert(sums_that_do_not_fit_are_refused());
TEST_CASE("sums of money that do not fit are refused") { CHECK(sums_that_do_not_fit_are_refused()); }

constexpr bool a_number_beyond_the_money_type_says_so() {
    const auto size = average_deal_size(opaque(std::int8_t{100}), opaque(1000u));
    expect(size == ratio<std::int8_t>{100, 127});
    expect(size.saturated());
    return true;
}
static_assert(a_number_beyond_the_money_type_says_so());
TEST_CASE("a number beyond the money's type says so") { CHECK(a_number_beyond_the_money_type_says_so()); }

} // namespace
} // namespace kpi::test
