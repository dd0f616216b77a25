// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool deals_and_their_money() {
    scorecard<touch, revenue_won, average_deal_size, deals_without_value, average_retail_price, units_sold> b;
    b.record({.kind = deal_won, .value = 7'500, .units = 100}, 12);
    b.record({.kind = deal_won}, opaque(3u));
    b.record({.kind = deal_lost, .value = 99'999});
    expect(b.get<revenue_won>().n == 90'000);
    expect(b.get<average_deal_size>().per(1) == 7'500); // D17
    expect(b.get<deals_without_value>().n == 3);
    expect(b.get<average_retail_price>().per(1) == 75);
    expect(b.get<units_sold>().n == 1'200);
    scorecard<touch, average_retail_price> own; // D19
    own.record({.kind = deal_won, .value = 13'500, .units = 300});
    expect(own.value().per(1) == 45);
    expect(own.retract({.kind = deal_won, .value = 13'500, .units = 300}) && !own.value().has_value());
    return true;
}
static_assert(deals_and_their_money());
TEST_CASE("deals and their money") { CHECK(deals_and_their_money()); }

TEST_CASE("a deal of no value is worth 0; one that tells none is in no average") {
    scorecard<touch, average_deal_size, deals_without_value> b;
    b.record({.kind = deal_won, .value = 0});
    b.record({.kind = deal_won, .value = 10});
    b.record({.kind = deal_won});
    CHECK(b.get<average_deal_size>() == mean_value{10, 2});
    CHECK(b.get<deals_without_value>().n == 1);
    CHECK(b.untold<average_deal_size>() == 1);
}

TEST_CASE("D13, D14: each location's share of units and of revenue") {
    by<sales::location, 4, scorecard<touch, revenue_won, units_sold>> shops;
    shops.record({.kind = deal_won, .location = 0, .value = 9'000, .units = 120});
    shops.record({.kind = deal_won, .location = 1, .value = 21'000, .units = 180});
    const auto total = shops.total();
    CHECK(proportion{shops[0].get<units_sold>().n, total.get<units_sold>().n}.per(10) == 4);
    CHECK(proportion{shops[0].get<revenue_won>().n, total.get<revenue_won>().n}.per(10) == 3);
}

} // namespace
} // namespace kpi::test
