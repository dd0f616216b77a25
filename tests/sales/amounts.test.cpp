// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/sales/amounts.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/scorecard/grow.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/team.hpp>
#include <kpi/statistics/skew.hpp>
#include <kpi/time/civil.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool deals_and_their_money() {
    scorecard<touch, revenue_won, average_deal_size, deals_without_value, average_retail_price, units_sold> b;
    b.record({.kind = deal_won, .value = 7'500, .units = 100}, 12);
    b.record({.kind = deal_won, .value = 0, .units = 0}, opaque(3u));
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

TEST_CASE("D13, D14: each location's share of units and of revenue") {
    by<sales::location, 4, scorecard<touch, revenue_won, units_sold>> shops;
    shops.record({.kind = deal_won, .location = 0, .value = 9'000, .units = 120});
    shops.record({.kind = deal_won, .location = 1, .value = 21'000, .units = 180});
    const auto total = shops.total();
    CHECK(proportion{shops[0].get<units_sold>().n, total.get<units_sold>().n}.per(10) == 4);
    CHECK(proportion{shops[0].get<revenue_won>().n, total.get<revenue_won>().n}.per(10) == 3);
}

TEST_CASE("X2: talk time, of calls that were picked up") {
    scorecard<touch, talk_time, talk_time_quantiles, zero_second_pick_ups> b;
    b.record({.kind = picked_up, .elapsed = 292}, 132);
    b.record({.kind = picked_up, .elapsed = 403});
    b.record({.kind = no_answer, .elapsed = 30});
    CHECK(b.get<talk_time>().exact() == fraction<std::uint64_t>{38'947, 133, false});
    CHECK(b.get<talk_time_quantiles>(1, 2).low <= 292);
    CHECK(b.get<zero_second_pick_ups>().n == 0);
}

TEST_CASE("C9: employee satisfaction") {
    live<employee_satisfaction> b;
    for (const std::uint32_t answer : {4u, 5u, 3u, 4u})
        b.record({.kind = employee_answer, .score = answer});
    CHECK(b.value().per(1) == 4);
}

TEST_CASE("A37: switches for each active hour") {
    by<sales::rep, 4, scorecard<touch, context_switches>> team;
    instant t = at({2026, 3, 2}, 9);
    const auto act = [&](activity kind, medium channel, std::int64_t after) {
        t.seconds += after;
        team.record({.at = t, .kind = kind, .channel = channel, .rep = 1});
    };
    act(call, medium::phone, 0);
    act(call, medium::phone, 1200);
    act(email_sent, medium::email, 1200);
    act(call, medium::phone, 1200);
    act(social_touch, medium::social, 1200);
    act(email_sent, medium::email, 1200);
    act(email_sent, medium::email, 1200);
    CHECK(pool<context_switches>(team) == rate<std::uint32_t>{4, 7200}); // 4 switches in 6 steps, 2 hours
    CHECK(pool<context_switches>(team).per(3600) == 2);

    team.record({.at = {t.seconds + 10},
                 .kind = email_opened,
                 .channel = medium::social,
                 .rep = 1});                          // not the rep's act
    act(call, medium::phone, 3601);                   // after a gap of more than an hour
    act(email_sent, medium::email, 86400 - 6 * 3600); // after midnight
    CHECK(pool<context_switches>(team).happened == 4);
    team.record({.at = {t.seconds - 60}, .kind = call, .channel = medium::phone, .rep = 1}); // late
    CHECK(team[1].state<context_switches>().disordered == 1);
    CHECK(pool<context_switches>(team).happened == 4);
}

TEST_CASE("two reps who take turns switch nothing: each has steps of their own") {
    by<sales::rep, 4, scorecard<touch, context_switches>> team;
    for (std::int64_t i = 0; i < 10; ++i)
        team.record({.at = {i * 60},
                     .kind = call,
                     .channel = i % 2 == 0 ? medium::phone : medium::video,
                     .rep = static_cast<std::uint16_t>(i % 2)});
    CHECK(pool<context_switches>(team).happened == 0);
}

using bookings = by<sales::rep, 8, scorecard<touch, revenue_won>>;
bookings team_of(std::initializer_list<std::uint32_t> figures) {
    bookings team;
    std::uint16_t rep = 0;
    for (const std::uint32_t x : figures)
        team.record({.kind = deal_won, .rep = rep++, .value = x});
    return team;
}

TEST_CASE("T3 to T15: a team's figures") {
    const bookings team = team_of({156, 132, 96, 84, 72});
    const auto figures = kpi::figures<revenue_won>(team, 5);
    const auto at_quota =
        share_of(team, [](const auto &rep) { return rep.template get<revenue_won>().n >= 120; });
    CHECK(at_quota == proportion<std::uint32_t>{2, 5}); // T3
    CHECK(at_quota.exact);
    CHECK(proportion<std::uint64_t>{team.total().get<revenue_won>().n, 600}.per(10) == 9); // T4
    CHECK(proportion<std::uint64_t>{total_without_top<revenue_won>(team, 2).get<revenue_won>().n, 360}.per(
              10) == 7);                                                                   // T6
    CHECK(statistics::top_share(figures.all(), 2) == proportion<std::uint64_t>{288, 540}); // T7
    CHECK(statistics::gini(figures.all()).per(100) == 16);                                 // T10
    CHECK(figures.rank(0) == 1);
    CHECK(figures.rank(4) == 5);
    CHECK(figures.rank(5) == 0);
    // T12: those with nothing are of the team too
    CHECK(statistics::gini(kpi::figures<revenue_won>(team_of({0, 0, 0, 10}), 4).all()).per(4) == 3);
    CHECK(total_without_top<revenue_won>(team, 99) == bookings::inner{});
}

TEST_CASE("D34: growth from one quarter to the next, never with the running one") {
    over<calendar_quarter, 4, scorecard<touch, revenue_won>> window;
    window.record({.at = at({2026, 2, 1}), .kind = deal_won, .value = 3'000'000});
    window.record({.at = at({2026, 6, 30}), .kind = deal_won, .value = 5'700'000});
    window.record({.at = at({2026, 7, 1}), .kind = deal_won, .value = 1});
    CHECK(grow<revenue_won>(window, at({2026, 9, 30})).per(10) == 9);
    CHECK_FALSE(grow<revenue_won>(window, at({2026, 6, 30})).has_value());
}

TEST_CASE("D15, D16: the lift of a promotion, of two shops and two months") {
    using months = over<calendar_month, 3, scorecard<touch, units_sold>>;
    by<sales::location, 2, months> shops;
    const auto sell = [&](std::uint16_t shop, civil_day d, std::uint32_t units) {
        shops.record({.at = at(d), .kind = deal_won, .location = shop, .units = units});
    };
    sell(0, {2026, 1, 9}, 200), sell(1, {2026, 1, 31}, 200);
    sell(0, {2026, 2, 1}, 260), sell(1, {2026, 2, 28}, 210);
    sell(0, {2026, 3, 1}, 999); // the running month
    const auto volumes = [&](std::size_t shop) {
        return before_and_after<units_sold>(shops[shop], at({2026, 3, 2}));
    };
    CHECK(formula::sales_lift(volumes(0), volumes(1)) == 50);
    CHECK(formula::relative_sales_lift(volumes(0), volumes(1)).value() == doctest::Approx(26.0 / 21));
}

TEST_CASE("D37: what outbound sources have of the revenue won") {
    by<sales::source, 4, scorecard<touch, revenue_won>> sources;
    sources.record({.kind = deal_won, .source = 0, .value = 54'000});
    sources.record({.kind = deal_won, .source = 2, .value = 20'000});
    sources.record({.kind = deal_won, .source = 3, .value = 16'000});
    const auto outbound = [](std::size_t source) { return source >= 2; };
    CHECK(share_of_total<revenue_won>(sources, outbound) == ratio<std::uint64_t>{36'000, 90'000});
}

TEST_CASE("the share of each answer of staff") {
    live<employee_answers> staff;
    for (const std::uint32_t answer : {4u, 5u, 3u, 4u})
        staff.record({.kind = employee_answer, .score = answer});
    CHECK(staff.value().in == std::array<std::uint32_t, 5>{0, 0, 1, 2, 1});
    CHECK(employee_answers.labels[*staff.value().fullest()] == "4");
}

TEST_CASE("different prospects of any ids, counted and then estimated with the error in the value") {
    static live<prospects_contacted> reached;
    for (std::uint32_t i = 0; i < 700; ++i) {
        reached.record({.kind = call, .prospect = i * 2'654'435'761u});
        reached.record({.kind = email_sent, .prospect = i * 2'654'435'761u});
        reached.record({.kind = email_opened, .prospect = i}); // no touch
    }
    CHECK(reached.value() == cardinality{700});
    for (std::uint32_t i = 0; i < 10'000; ++i)
        reached.record({.kind = call, .prospect = i * 2'654'435'761u});
    CHECK(reached.value().estimated());
    CHECK(reached.value().value() == doctest::Approx(10'000).epsilon(0.06)); // five standard errors
}

TEST_CASE("month to date: the same days of the month before") {
    over<days<1>, 93, scorecard<touch, revenue_won>> ring;
    const auto win = [&](civil_day d, std::uint32_t value) {
        ring.record({.at = at(d), .kind = deal_won, .value = value});
    };
    win({2026, 2, 10}, 30);
    win({2026, 2, 11}, 60);
    win({2026, 3, 10}, 36);
    CHECK(grow_to_date<revenue_won>(ring, at({2026, 3, 10})) == growth<std::uint64_t>{30, 36});
    CHECK(grow_to_date<revenue_won>(ring, at({2026, 3, 31})) == growth<std::uint64_t>{90, 36});
    CHECK(grow_to_date<revenue_won>(ring, at({2026, 3, 1})) == growth<std::uint64_t>{0, 0});
}

const auto any_touch = [](random &r) {
    return touch{.at = {static_cast<std::int64_t>(r.below(100 * 86400))},
                 .kind = static_cast<activity>(r.below(52)),
                 .channel = static_cast<medium>(r.below(7)),
                 .rep = r.pick<std::uint16_t>(10),
                 .value = r.pick<std::uint32_t>(1000),
                 .units = r.pick<std::uint32_t>(9),
                 .elapsed = r.pick<std::uint32_t>(100'000),
                 .score = r.pick<std::uint32_t>(5)};
};

TEST_CASE(
    "boards of amounts keep the exact law and take back what they recorded; switching keeps its law by rep") {
    const auto by_rep = [](const touch &t) { return t.rep; };
    using everything = decltype(amounts)::on<scorecard, touch>;
    keeps_its_law<everything>(any_touch, by_rep, {.runs = 10});
    takes_back_what_it_recorded<everything>(any_touch, {.runs = 10});
    keeps_its_law<by<sales::rep, 16, scorecard<touch, context_switches>>>(any_touch, by_rep, {.runs = 10});
}

} // namespace
} // namespace kpi::test
