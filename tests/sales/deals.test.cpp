// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/measured.hpp"
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/story/between.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;
constexpr std::int64_t day = 86400;

TEST_CASE("D1 to D4: won and lost") {
    CHECK(measured<win_loss_ratio>({{deal_won, 12}, {deal_lost, 8}}) == against{12, 8});
    CHECK(!measured<win_loss_ratio>({{deal_won, 12}}).has_value());
    CHECK(measured<win_rate>({{deal_won, 12}, {deal_lost, 8}}) == share{12, 20});
    CHECK(measured<win_rate>({{deal_won, 4238}, {deal_lost, 2473}}) == share{4238, 6711});
    CHECK(measured<proposals_per_opportunity>({{proposal_sent, 3}, {opportunity, 2}}) == against{3, 2});
    CHECK(measured<wins_per_touch>({{deal_won, 521}, {call, 12'630}}) == against{521, 12'630}); // L7
}

using told_deals = crowd<deal_story>;
using of_pipeline_of = of_facts<deal_closure_rate, settled_share, open_deals, open_pipeline_value>;

TEST_CASE("D5, D6: of the deals open at the start and those opened since") {
    told_deals all;
    record_each(all, 1, 10, {.at = at({2026, 1, 5}), .kind = opportunity});
    record_each(all, 11, 40, {.at = at({2026, 2, 5}), .kind = opportunity});
    record_each(all, 5, 16, {.at = at({2026, 2, 20}), .kind = deal_won});
    record_each(all, 20, 27, {.at = at({2026, 2, 21}), .kind = deal_lost});
    const auto january = all.board<of_pipeline_of>(at({2026, 1, 1}), at({2026, 2, 1}));
    const auto february = all.board<of_pipeline_of>(at({2026, 2, 1}), at({2026, 3, 1}));
    CHECK(february.get_after<deal_closure_rate>(january) == wide_share{12, 40});
    CHECK(february.get_after<settled_share>(january) == wide_share{20, 40});
    CHECK(february.get_after<open_deals>(january).n == 20);
    CHECK(all.board<of_pipeline_of>().get<deal_closure_rate>() == wide_share{12, 40}); // nothing before
    CHECK(all.board<of_pipeline_of>().get<deal_closure_rate>(10) == wide_share{12, 50});
}

TEST_CASE("what settles outside of the pipeline is no part of it") {
    told_deals all;
    all.record(1, {.at = at({2026, 1, 5}), .kind = opportunity});
    all.record(1, {.at = at({2026, 1, 9}), .kind = deal_lost});
    all.record(1, {.at = at({2026, 2, 9}), .kind = deal_won});  // overtakes: it was not open in February
    all.record(2, {.at = at({2026, 1, 20}), .kind = deal_won}); // before its opening
    all.record(2, {.at = at({2026, 2, 20}), .kind = opportunity});
    all.record(3, {.at = at({2026, 2, 21}), .kind = deal_won}); // without one
    const auto january = all.board<of_pipeline_of>(at({2026, 1, 1}), at({2026, 2, 1}));
    const auto february = all.board<of_pipeline_of>(at({2026, 2, 1}), at({2026, 3, 1}));
    CHECK(january.get<settled_share>() == wide_share{0, 1});
    CHECK(february.get_after<deal_closure_rate>(january) == wide_share{1, 2});
    CHECK(all.board<of_pipeline_of>().get<deal_closure_rate>() == wide_share{3, 3});
}

TEST_CASE("a deal that is opened again is open, and was not lost; its value is the last one named") {
    told_deals one;
    one.record(1, {.at = {1 * day}, .kind = opportunity, .value = 100});
    one.record(1, {.at = {2 * day}, .kind = deal_lost});
    one.record(1, {.at = {3 * day}, .kind = opportunity, .value = 250});
    CHECK(one.board<of_pipeline_of>().get<open_deals>().n == 1);
    CHECK(one.board<of_pipeline_of>().get<open_pipeline_value>().n == 250);
    CHECK(one.board<of_pipeline_of>().get<settled_share>() == wide_share{0, 1});
    CHECK_FALSE(one.board<scorecard<touch, win_rate>>().value().has_value());
    one.record(1, {.at = {9 * day}, .kind = deal_won});
    const auto b = one.board<scorecard<touch, win_rate, sales_cycle_length, opportunities_created>>();
    CHECK(b.get<win_rate>() == share{1, 1});
    CHECK(b.get<sales_cycle_length>().per(1) == 8 * day); // from the first opening
    CHECK(b.get<opportunities_created>().n == 1);
}

TEST_CASE("a cohort keeps its open deals in the denominator, whenever the others closed") {
    told_deals all;
    record_each(all, 1, 20, {.at = at({2026, 2, 1}), .kind = opportunity});
    record_each(all, 13, 15, {.at = at({2026, 3, 1}), .kind = deal_lost});
    record_each(all, 1, 12, {.at = at({2026, 7, 1}), .kind = deal_won});     // in a later quarter
    record_each(all, 30, 40, {.at = at({2026, 4, 1}), .kind = opportunity}); // of the next cohort
    record_each(all, 30, 40, {.at = at({2026, 4, 2}), .kind = deal_won});
    const auto b = all.board<of_facts<cohort_win_rate, cohort_settled_share, cohort_win_rate_closed>>(
        at({2026, 1, 1}), at({2026, 4, 1}));
    CHECK(b.get<cohort_win_rate>() == share{12, 20});
    CHECK(b.get<cohort_settled_share>() == share{15, 20});
    CHECK(b.get<cohort_win_rate_closed>() == share{12, 15});
}

TEST_CASE("D9: sales cycles of deals won, and lost ones never mixed in") {
    between<
        sales::deal_opened, sales::deal_closed, sales::deal, 64,
        scorecard<touch, sales_cycle_length, sales_cycle_quantiles, sales_cycle_extremes, lost_cycle_length>>
        cycles;
    const instant start = at({2026, 1, 31});
    for (std::uint32_t deal = 1; deal <= 4; ++deal)
        cycles.record({.at = start, .kind = activity::opportunity, .deal = deal});
    for (std::uint32_t deal = 1; deal <= 3; ++deal)
        cycles.record({.at = {start.seconds + 21 * day * deal}, .kind = deal_won, .deal = deal});
    cycles.record({.at = {start.seconds + 5 * day}, .kind = deal_lost, .deal = 4});
    const auto &board = cycles.pairs();
    CHECK(board.get<sales_cycle_length>().per(1) == 42 * day);
    CHECK(board.get<sales_cycle_quantiles>(1, 2).value() == 42.0); // whole days are exact up to 127
    CHECK(board.get<sales_cycle_extremes>().minimum() == 21u);
    CHECK(board.get<sales_cycle_extremes>().maximum() == 63u);
    CHECK(board.get<lost_cycle_length>().per(1) == 5 * day);
}

TEST_CASE("a won deal that tells no cycle has none, and not one of 0 seconds") {
    scorecard<touch, sales_cycle_length, won_deals_by_cycle_length> b;
    b.record({.kind = deal_won});
    CHECK_FALSE(b.get<sales_cycle_length>().has_value());
    CHECK(b.untold<sales_cycle_length>() == 1);
    CHECK_FALSE(b.get<won_deals_by_cycle_length>().fullest().has_value());
}

TEST_CASE("won deals by the length of their cycle, and the fullest band") {
    live<won_deals_by_cycle_length> b;
    for (const std::uint32_t days : {6u, 7u, 13u, 29u, 30u, 179u, 180u})
        b.record({.kind = deal_won, .elapsed = days * 86400});
    b.record({.kind = deal_lost, .elapsed = 86400}); // lost ones are not among them
    CHECK(b.value().in == std::array<std::uint32_t, 7>{1, 2, 1, 1, 0, 1, 1});
    CHECK(won_deals_by_cycle_length.labels[*b.value().fullest()] == "7-13 days");
}

TEST_CASE("what was overtaken, repeated or settled backwards is counted") {
    told_deals all;
    all.record(1, {.at = {1}, .kind = opportunity});
    all.record(1, {.at = {2}, .kind = deal_won});
    all.record(1, {.at = {3}, .kind = deal_lost}); // settled the other way: the later one counts
    all.record(1, {.at = {4}, .kind = deal_lost}); // the same again
    all.record(2, {.at = {1}, .kind = deal_won});
    all.record(2, {.at = {9}, .kind = opportunity});
    const auto b = all.board<of_facts<deals_reversed, deals_repeated, deals_settled_backwards>>();
    CHECK(b.get<deals_reversed>().n == 1);
    CHECK(b.get<deals_repeated>().n == 1);
    CHECK(b.get<deals_settled_backwards>().n == 1);
    CHECK(all.board<scorecard<touch, win_rate>>().value() == share{1, 2});
}

} // namespace
} // namespace kpi::test
