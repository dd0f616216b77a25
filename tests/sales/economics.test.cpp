// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/laws.hpp"
#include "support/measured.hpp"
#include "support/rational.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/economics.hpp>
#include <kpi/sales/lead_story.hpp>
#include <kpi/sales/prospect_story.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>

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
    for (int i = 0; i < 50; ++i)
        sources.record({.kind = outcome::gained, .value = 2'000, .source = 1});
    sources.record({.kind = outcome::won, .value = 9'000, .source = 1}); // no new customer's revenue
    const auto roi = [&](std::size_t source, std::uint64_t cost) {
        return sources[source].get<sales::lead_roi>(margin{40, 100}, cost).value<rational>();
    };
    CHECK(roi(1, 10'000) == rational{3});
    CHECK(roi(1, 40'000) == rational{0});
    CHECK(roi(1, 50'000) == rational{-1, 5});
    CHECK(roi(2, 10'000) == rational{-1}); // no leads
    CHECK_FALSE(roi(1, 0).has_value());
    CHECK(sources[1].get<sales::lead_roi>(40, 10'000).value<rational>() ==
          rational{3}); // a margin in percent
}

TEST_CASE("X9: cost per lead, each lead once") {
    crowd<lead_story> leads;
    record_each(leads, 1, 200, {.at = {1}, .kind = mcl});
    record_each(leads, 150, 200, {.at = {2}, .kind = mql}); // the same leads, further on
    record_each(leads, 201, 202, {.at = {1}, .kind = conversation});
    CHECK(leads.board<of_facts<sales::cost_per_lead>>().value(2'000) == money{2'000, 200});
}

TEST_CASE("X10, D28, D29: what a result costs") {
    CHECK(measured<sales::cost_per_meeting>({{meeting_held, 20}, {video_meeting, 12}}, 10'000) ==
          money{10'000, 32});
    CHECK(!measured<sales::cost_per_opportunity>({}, 10'000).has_value());
    CHECK(measured<sales::cost_per_opportunity>({{activity::opportunity, 4}}, 10'000).per(1) == 2500);
    of_facts<sales::customer_acquisition_cost> gained;
    CHECK(!gained.value(30'000).has_value());
    gained.record({.kind = outcome::gained}, 12);
    CHECK(gained.value(30'000).per(1) == 2500);
}

TEST_CASE("X7: list penetration") {
    crowd<prospect_story> prospects;
    record_each(prospects, 1, 160, {.at = {1}, .kind = no_answer}, 2);
    record_each(prospects, 161, 170, {.at = {1}, .kind = email_opened}); // the prospect did it
    CHECK(prospects.board<of_facts<sales::list_penetration>>().value(200).value<rational>() ==
          rational{4, 5});
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
    at_once.record({.kind = deal_won, .value = 7'500, .elapsed = 0});
    CHECK_FALSE(at_once.value(40).has_value()); // a cycle of 0 days
}

struct forecast {
    instant at{};
    activity kind{};
    std::uint32_t deal{};
    maybe<std::uint32_t> value{};
    std::optional<instant> due{};
    friend constexpr bool operator==(const forecast &, const forecast &) = default;
};
TEST_CASE("X11: pipeline coverage of what the quota still lacks") {
    using covered = of_facts<sales::pipeline_coverage, sales::open_to_quota, open_deals>;
    crowd<sales::basic_deal_story<forecast>> deals;
    const auto open = [&](std::uint32_t first, std::uint32_t last, forecast e) {
        for (e.deal = first; e.deal <= last; ++e.deal)
            deals.record(e.deal, e);
    };
    constexpr instant soon{9};
    open(1, 4, {.at = {1}, .kind = activity::opportunity, .value = 90'000, .due = soon});
    open(1, 4, {.at = {2}, .kind = deal_lost});
    open(5, 6, {.at = {1}, .kind = activity::opportunity, .value = 15'000, .due = soon});
    open(5, 6, {.at = {2}, .kind = deal_won, .value = 15'000});
    open(7, 8, {.at = {1}, .kind = activity::opportunity, .value = 180'000});
    {
        auto without_dates = deals;
        without_dates.end({3});
        const auto b = without_dates.board<covered>();
        CHECK_FALSE(b.get<sales::pipeline_coverage>(150'000).has_value());
        CHECK(b.get<sales::open_to_quota>(150'000).value() == 3.0);
    }
    open(11, 22, {.at = {1}, .kind = activity::opportunity, .value = 30'000, .due = soon});
    deals.end({3});
    const auto b = deals.board<covered>();
    CHECK(b.get<open_deals>().n == 14);
    CHECK(b.get<sales::pipeline_coverage>(150'000).value() == 3.0); // of those that name a date
    CHECK(b.get<sales::open_to_quota>(150'000).value() == 6.0);
    CHECK_FALSE(b.get<sales::pipeline_coverage>(30'000).has_value()); // the quota is met
    CHECK_FALSE(b.get<sales::open_to_quota>(30'000).has_value());
}

TEST_CASE("D25, D27, D30: lifetime value, live by account manager") {
    by<sales::rep, 8, scorecard<touch, sales::customer_lifetime_value, sales::ltv_to_cac>> managers;
    managers.record({.kind = deal_won, .rep = 3, .value = 250}, 12); // 12 customers,
    managers.record({.kind = upsell, .rep = 3, .value = 250}, 30);   // 4 purchases a year each
    managers.record({.kind = renewed, .rep = 3, .value = 250}, 6);
    const auto &board = managers[3];
    const formula::customer_base base{.customers = 12, .counted_days = 365, .lifespan_days = 5 * 365};
    const auto revenue = board.get<sales::customer_lifetime_value>(base);
    CHECK(revenue.value<rational>() == rational{5000});
    CHECK(revenue.factors[1] == fraction<std::uint64_t>{48, 12}); // what it is made of can be shown
    CHECK(board.get<sales::customer_lifetime_value>(base, margin{40, 100}).value<rational>() ==
          rational{2000});
    CHECK(board.get<sales::ltv_to_cac>(base, margin{40, 100}, 30'000, 12).value<rational>() ==
          rational{4, 5});
    CHECK_FALSE(board.get<sales::ltv_to_cac>(base, margin{40, 100}, 0, 12).has_value());
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
    CHECK_FALSE(staff.value(fraction<std::uint64_t>{0, 1}).has_value());
    CHECK_FALSE(staff.value(0).has_value());
    CHECK_FALSE(staff.value(-4).has_value());
    CHECK_FALSE(staff.value(fraction<std::uint64_t>{9, 2, true}).has_value());
}

TEST_CASE("a board of all of them keeps the exact law") {
    using everything = scorecard<touch, occupancy, pipeline_velocity, customer_lifetime_value, ltv_to_cac,
                                 competitor_price_index, price_gap, satisfaction_against_goal>;
    keeps_its_law<everything>(
        [](random &r) {
            return touch{.kind = static_cast<activity>(r.below(52)),
                         .value = r.pick<std::uint32_t>(100),
                         .elapsed = r.pick<std::uint32_t>(100)};
        },
        [](const touch &t) { return t.value.value_or(0); }, {.runs = 10});
}

} // namespace
} // namespace kpi::test
