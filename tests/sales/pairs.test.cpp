// SPDX-License-Identifier: MIT
#include "support/laws.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/pairs.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>
#include <kpi/time/civil.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;
constexpr std::int64_t day = 86400;

using responses = scorecard<touch, response_time, response_time_quantiles, answered_in_five_minutes>;
using speed = between<lead_arrived, sales::first_response, sales::lead, 64, by<sales::rep, 8, responses>>;

TEST_CASE("L1: response times, and a lead that is still open") {
    speed s;
    const instant noon = at({2026, 3, 2}, 12);
    const std::array waits{120, 300, 1380};
    for (std::uint32_t lead = 0; lead < 4; ++lead)
        s.record({.at = noon, .kind = mcl, .lead = lead});
    s.record({.at = {noon.seconds + 60}, .kind = mql, .lead = 0}); // arrived before: whichever comes first
    for (std::uint32_t lead = 0; lead < 3; ++lead)
        s.record(
            {.at = {noon.seconds + waits[lead]}, .kind = activity::first_response, .rep = 2, .lead = lead});
    const responses rep = s.pairs()[2];
    CHECK(rep.get<response_time>().value() == 600.0);
    CHECK(rep.get<response_time_quantiles>(1, 2).low <= 300);
    CHECK(rep.get<response_time_quantiles>(1, 2).high >= 300);
    CHECK(rep.get<answered_in_five_minutes>() == proportion<std::uint32_t>{2, 3});
    CHECK(s.open() == 1);
    CHECK(s.account().paired == 3);
    CHECK(s.account().repeated == 1);
    CHECK(s.open_for(3600, {noon.seconds + 3600}) == 1);
    CHECK(s.open_for(3601, {noon.seconds + 3600}) == 0);
}

TEST_CASE("D9: sales cycles of deals won, and lost ones never mixed in") {
    between<
        deal_opened, deal_closed, sales::deal, 64,
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

TEST_CASE("the handover counts from MQL, whenever the lead had arrived") {
    between<lead_handed_over, sales::first_response, sales::lead, 64, live<handover_response_time>> handover;
    handover.record({.at = {100}, .kind = mcl, .lead = 1});
    handover.record({.at = {500}, .kind = mql, .lead = 1});
    handover.record({.at = {620}, .kind = activity::first_response, .lead = 1});
    CHECK(handover.pairs().value() == mean_value{120, 1});
}

TEST_CASE("won deals by the length of their cycle, and the fullest band") {
    between<deal_opened, deal_closed, sales::deal, 64, live<won_deals_by_cycle_length>> cycles;
    const std::array lengths{6, 7, 13, 29, 30, 179, 180};
    for (std::uint32_t deal = 0; deal < lengths.size(); ++deal) {
        cycles.record({.at = {0}, .kind = activity::opportunity, .deal = deal});
        cycles.record({.at = {lengths[deal] * day}, .kind = deal_won, .deal = deal});
    }
    cycles.record({.at = {0}, .kind = activity::opportunity, .deal = 99});
    cycles.record({.at = {day}, .kind = deal_lost, .deal = 99}); // lost ones are not among them
    const auto bands = cycles.pairs().value();
    CHECK(bands.in == std::array<std::uint32_t, 7>{1, 2, 1, 1, 0, 1, 1});
    CHECK(won_deals_by_cycle_length.labels[*bands.fullest()] == "7-13 days");
}

TEST_CASE("how long customers stay, of those who left") {
    between<became_customer, churn, sales::customer, 64, live<customer_lifespan>> stays;
    for (std::uint32_t customer = 1; customer <= 3; ++customer)
        stays.record({.at = {0}, .kind = activity::customer, .customer = customer});
    stays.record({.at = {400 * day}, .kind = churned, .customer = 1});
    stays.record({.at = {600 * day}, .kind = churned, .customer = 2});
    CHECK(stays.pairs().value().per(1) == 500 * day);
    CHECK(stays.open() == 1);
}

TEST_CASE("from a lead's arrival to the first deal won") {
    between<lead_arrived, became_customer, sales::lead, 64, live<lead_to_customer_time>> life;
    for (std::uint32_t lead = 1; lead <= 4; ++lead)
        life.record({.at = at({2026, 1, 1}), .kind = mcl, .lead = lead});
    for (std::uint32_t lead = 1; lead <= 3; ++lead)
        life.record({.at = {at({2026, 1, 1}).seconds + (15 + 15 * lead) * day},
                     .kind = activity::customer,
                     .lead = lead});
    CHECK(life.pairs().value().per(1) == 45 * day);
    CHECK(life.open() == 1);
}

TEST_CASE("times measured elsewhere go into the same metrics") {
    scorecard<touch, time_to_upsell, time_to_upsell_quantiles> board;
    board.record({.kind = upsell, .elapsed = 180 * 86400});
    CHECK(board.get<time_to_upsell>().per(1) == 180 * day);
    CHECK(board.get<time_to_upsell_quantiles>(1, 2).too_few);
}

TEST_CASE("the age of a survey counts from its last answer") {
    live<survey_age> b;
    CHECK_FALSE(b.value(at({2026, 6, 1})).has_value());
    b.record({.at = at({2026, 3, 1}), .kind = nps_promoter});
    b.record({.at = at({2026, 1, 1}), .kind = nps_passive});
    CHECK(b.value(at({2026, 6, 1})) == 92 * 86400);
    CHECK(b.value(at({2026, 2, 1})) == 0); // a clock that is behind
}

} // namespace
} // namespace kpi::test
