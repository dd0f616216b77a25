// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/laws.hpp"
#include "support/rational.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/economics.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;
using margin = proportion<std::uint32_t>;
using money = ratio<std::int64_t>;
constexpr std::int64_t day = 86400;

TEST_CASE("L29 to L33: lead ROI, live by lead source") {
    by<sales::source, 4, live<sales::lead_roi>> sources;
    sources.record({.kind = activity::customer, .source = 1, .value = 2'000}, 50);
    sources.record({.kind = deal_won, .source = 1, .value = 9'000}, 7); // no new customer's revenue
    const auto roi = [&](std::size_t source, std::uint64_t cost) {
        return sources[source].get<sales::lead_roi>(margin{40, 100}, cost).value<rational>();
    };
    CHECK(roi(1, 10'000) == rational{3});
    CHECK(roi(1, 40'000) == rational{0});
    CHECK(roi(1, 50'000) == rational{-1, 5});
    CHECK(roi(2, 10'000) == rational{-1}); // no leads
    CHECK_FALSE(roi(1, 0).has_value());
}

TEST_CASE("X9: cost per lead, each lead once") {
    crowd<sales::lead, sales::cost_per_lead> leads;
    record_each(leads, 1, 200, {.kind = mcl});
    record_each(leads, 150, 200, {.kind = mql}); // the same leads, further on
    record_each(leads, 201, 202, {.kind = conversation});
    CHECK(pool<sales::cost_per_lead>(leads, 2'000) == pooled<money>{{2'000, 200}, 200, true});
}

TEST_CASE("X7: list penetration") {
    crowd<sales::prospect, sales::list_penetration> prospects;
    record_each(prospects, 1, 160, {.kind = no_answer}, 2);
    record_each(prospects, 161, 170, {.kind = email_opened}); // the prospect did it
    CHECK(pool<sales::list_penetration>(prospects, 200).value<rational>() == rational{4, 5});
}

TEST_CASE("X3: occupancy") {
    live<sales::occupancy> rep;
    rep.record({.kind = picked_up, .elapsed = 300}, 30);
    rep.record({.kind = no_answer, .elapsed = 20}, 9); // nobody talked
    CHECK(rep.value(3'600, 21'600).value<rational>() == rational{7, 12});
    CHECK_FALSE(rep.value(3'600, 0).has_value());
}

TEST_CASE("D32, D33: pipeline velocity") {
    live<sales::pipeline_velocity> window;
    CHECK_FALSE(window.value(40).has_value());
    window.record({.kind = deal_won, .value = 7'500, .elapsed = 42 * day}, 5);
    window.record({.kind = deal_lost, .elapsed = 3 * day}, 15);
    CHECK(window.value(40).value<rational>() == rational{12500, 7});
    live<sales::pipeline_velocity> at_once;
    at_once.record({.kind = deal_won, .value = 7'500});
    CHECK_FALSE(at_once.value(40).has_value()); // a cycle of 0 days
}

TEST_CASE("X11: pipeline coverage of what the quota still lacks") {
    crowd<sales::deal, sales::pipeline_coverage, open_deals> deals;
    record_each(deals, 1, 12, {.kind = opportunity, .value = 30'000});
    record_each(deals, 20, 21, {.kind = opportunity, .value = 15'000});
    record_each(deals, 20, 21, {.kind = deal_won, .value = 15'000});
    record_each(deals, 30, 33, {.kind = opportunity, .value = 90'000});
    record_each(deals, 30, 33, {.kind = deal_lost});
    CHECK(pool<open_deals>(deals).n == 12);
    CHECK(pool<sales::pipeline_coverage>(deals, 150'000).value() == 3.0);
    CHECK_FALSE(pool<sales::pipeline_coverage>(deals, 30'000).has_value()); // the quota is met
}

TEST_CASE("D25, D27, D30: lifetime value, live by account manager") {
    by<sales::rep, 8, scorecard<touch, sales::customer_lifetime_value, sales::ltv_to_cac>> managers;
    managers.record({.kind = deal_won, .rep = 3, .value = 250}, 12); // 12 customers,
    managers.record({.kind = upsell, .rep = 3, .value = 250}, 30);   // 4 purchases a year each
    managers.record({.kind = renewed, .rep = 3, .value = 250}, 6);
    managers.record({.kind = activity::customer, .rep = 3}, 12);
    const auto &board = managers[3];
    const formula::customer_base base{.customers = 12, .counted_days = 365, .lifespan_days = 5 * 365};
    const auto revenue = board.get<sales::customer_lifetime_value>(base);
    CHECK(revenue.value<rational>() == rational{5000});
    CHECK(revenue.factors[1] == fraction<std::uint64_t>{48, 12}); // what it is made of can be shown
    CHECK(board.get<sales::customer_lifetime_value>(base, margin{40, 100}).value<rational>() ==
          rational{2000});
    CHECK(board.get<sales::ltv_to_cac>(base, margin{40, 100}, 30'000).value<rational>() == rational{4, 5});
    CHECK_FALSE(board.get<sales::ltv_to_cac>(base, margin{40, 100}, 0).has_value());
    CHECK_FALSE(managers[4].get<sales::customer_lifetime_value>(base).has_value());
}

TEST_CASE("D20, D21: the competitor's price, the own one live") {
    live<sales::competitor_price_index> index;
    live<sales::price_gap> gap;
    for (int i = 0; i < 3; ++i) {
        index.record({.kind = deal_won, .value = 4'500, .units = 100});
        gap.record({.kind = deal_won, .value = 4'500, .units = 100});
    }
    CHECK(index.value(50).value<rational>() == rational{9, 10});
    CHECK(gap.value(50).value<rational>() == rational{-1, 10});
    CHECK_FALSE(index.value(0).has_value());
    CHECK_FALSE(gap.value(0).has_value());
}

TEST_CASE("C10: satisfaction against a goal of 4.5") {
    live<sales::satisfaction_against_goal> staff;
    for (const std::uint32_t answer : {4u, 5u, 3u, 4u})
        staff.record({.kind = employee_answer, .score = answer});
    CHECK(staff.value(fraction<std::uint64_t>{9, 2}).value<rational>() == rational{8, 9});
}

TEST_CASE("a board of all of them keeps the exact law") {
    using everything = scorecard<touch, lead_roi, occupancy, pipeline_velocity, customer_lifetime_value,
                                 ltv_to_cac, competitor_price_index, price_gap, satisfaction_against_goal>;
    keeps_its_law<everything>(
        [](random &r) {
            return touch{.kind = static_cast<activity>(r.below(52)),
                         .value = r.pick<std::uint32_t>(100),
                         .elapsed = r.pick<std::uint32_t>(100)};
        },
        [](const touch &t) { return t.value; }, {.runs = 10});
}

} // namespace
} // namespace kpi::test
