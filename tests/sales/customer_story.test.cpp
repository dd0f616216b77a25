// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/customer_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::outcome;
using story = sales::basic_customer_story<row>;
using told = told_story<story>;
constexpr std::uint32_t a_day = 86400;

TEST_CASE("a customer is gained at the earlier of its customer event and its first won deal, once") {
    const told t{on(1, 10, activity::deal_won, 500), on(3, 10, activity::customer),
                 on(5, 10, activity::deal_won, 70)};
    CHECK(t.the(outcome::gained).at == march(1, 10));
    CHECK(t.the(outcome::gained).value == 500u);
    CHECK(t.count(outcome::returned) == 0);
}
TEST_CASE("its revenue is the value of that deal, on whichever of the two rows it stands") {
    const told t{on(1, 10, activity::customer), on(3, 10, activity::deal_won, 500),
                 on(5, 10, activity::deal_won, 70)};
    CHECK(t.the(outcome::gained).at == march(1, 10));
    CHECK(t.the(outcome::gained).value == 500u);
    CHECK(
        told{on(1, 10, activity::deal_won), on(3, 10, activity::customer, 500)}.the(outcome::gained).value ==
        500u);
    CHECK(told{on(1, 10, activity::customer, 40), on(3, 10, activity::deal_won, 500)}
              .the(outcome::gained)
              .value == 40u);
}
TEST_CASE("trials gain none; a survey's row makes a customer known, and gains none") {
    CHECK(told{on(1, 10, activity::trial_ended)}.count(outcome::customer_known) == 0);
    const told t{on(1, 10, activity::nps_promoter), on(4, 10, activity::customer)};
    CHECK(t.the(outcome::customer_known).at == march(1, 10));
    CHECK(t.the(outcome::gained).at == march(4, 10));
}
TEST_CASE("churn: lost of those at the start, and who came back is returned, not gained") {
    const told t{on(1, 10, activity::customer), on(5, 10, activity::churned), on(6, 10, activity::churned),
                 on(9, 10, activity::deal_won)};
    const auto lost = t.the(outcome::customer_lost);
    CHECK(lost.at == march(5, 10));
    CHECK(lost.elapsed == 4 * a_day);
    CHECK_FALSE(lost.in(march(2), march(30)).fresh); // was there on the 2nd
    CHECK(lost.in(march(1), march(30)).fresh);       // came within the period
    CHECK(t.count(outcome::gained) == 1);
    const auto back = t.the(outcome::returned);
    CHECK_FALSE(back.again);
    CHECK_FALSE(back.in(march(4), march(30)).fresh); // was there at its start
    CHECK(t.acts(activity::churned)[0].elapsed == 4 * a_day);
}
TEST_CASE("a customer known by its loss alone was there at no start, and has no lifespan") {
    const told t{on(5, 10, activity::churned)};
    CHECK(t.the(outcome::customer_lost).in(march(1), march(30)).fresh);
    CHECK_FALSE(t.the(outcome::customer_lost).elapsed.has_value());
    CHECK(t.count(outcome::onboarded) == 0);
}
TEST_CASE("half a year after it was gained, a customer is onboarded, and how soon it was lost is known") {
    const row gained = on(1, 10, activity::customer);
    const std::int64_t then = gained.at.seconds + std::int64_t{sales::half_a_year};
    CHECK(told{gained}.until({then - 1}).count(outcome::onboarded) == 0);
    CHECK(told{gained}.until({then}).the(outcome::onboarded).at == gained.at);
    CHECK_FALSE(told{gained}.until({then}).the(outcome::onboarded).elapsed.has_value());
    const auto lost = told{gained, on(5, 10, activity::churned), on(7, 10, activity::customer),
                           on(9, 10, activity::churned)}
                          .until({then});
    CHECK(lost.the(outcome::onboarded).elapsed == 4 * a_day); // the first loss
}
TEST_CASE("who comes back twice has returned again") {
    const told t{on(1, 10, activity::customer), on(3, 10, activity::churned), on(5, 10, activity::customer),
                 on(7, 10, activity::churned), on(9, 10, activity::deal_won)};
    REQUIRE(t.count(outcome::returned) == 2);
    CHECK(t.all(outcome::returned)[1].before == march(5, 10));
    CHECK(t.all(outcome::returned)[1].in(march(4), march(30)).again);
    CHECK_FALSE(t.all(outcome::returned)[1].in(march(8), march(30)).again);
}
TEST_CASE("time to upsell: to the first one at or after the gain; a period counts a customer once") {
    const told t{on(1, 10, activity::upsell), on(2, 10, activity::customer), on(5, 10, activity::upsell, 30),
                 on(8, 10, activity::upsell)};
    CHECK(t.the(outcome::first_upsell).at == march(5, 10));
    CHECK(t.the(outcome::first_upsell).elapsed == 3 * a_day);
    REQUIRE(t.count(outcome::upsold) == 3);
    CHECK(t.all(outcome::upsold)[2].in(march(4), march(30)).again);
    CHECK_FALSE(t.all(outcome::upsold)[2].in(march(6), march(30)).again);
    CHECK(t.all(outcome::upsold)[1].value == 30u);
    REQUIRE(t.acts(activity::upsell).size() == 3);
    CHECK(t.acts(activity::upsell)[1].elapsed == 3 * a_day);
    CHECK_FALSE(t.acts(activity::upsell)[2].elapsed.has_value());
}
TEST_CASE("cross-sells and interactions are told each, with the last one before") {
    const told t{on(1, 10, activity::customer), on(2, 10, activity::interaction),
                 on(4, 10, activity::interaction), on(5, 10, activity::cross_sell)};
    CHECK(t.all(outcome::interacted)[1].before == march(2, 10));
    CHECK(t.all(outcome::interacted)[1].since == march(1, 10));
    CHECK_FALSE(t.the(outcome::cross_sold).again);
}
TEST_CASE("a trial that became paying, whenever that was") {
    const told t{on(1, 10, activity::trial_ended), on(5, 10, activity::customer),
                 on(8, 10, activity::trial_ended)};
    CHECK(t.the(outcome::trial_ended).at == march(1, 10));
    CHECK(t.the(outcome::trial_converted).at == march(1, 10));
    CHECK(t.the(outcome::trial_converted).elapsed == 4 * a_day);
    const told before{on(1, 10, activity::customer), on(5, 10, activity::trial_ended)};
    CHECK(before.the(outcome::trial_converted).backwards);
}
TEST_CASE("a contract due is renewed whenever it is, early ones included") {
    row first = on(1, 10, activity::renewal_due, 100);
    first.customer = 7;
    const told t{first, on(5, 10, activity::renewed, 90), on(7, 10, activity::renewed, 80),
                 on(9, 10, activity::renewal_due, 100), on(11, 10, activity::renewal_due, 100)};
    REQUIRE(t.count(outcome::contract_due) == 3);
    REQUIRE(t.count(outcome::contract_renewed) == 2);
    CHECK(t.all(outcome::contract_renewed)[0].at == march(1, 10));
    CHECK(t.all(outcome::contract_renewed)[0].value == 90u);
    CHECK(t.all(outcome::contract_renewed)[1].at == march(9, 10));
    CHECK(t.all(outcome::contract_renewed)[1].value == 80u);
    CHECK(t.all(outcome::contract_due)[1].before == march(1, 10));
    CHECK(t.all(outcome::contract_renewed)[1].before == march(1, 10)); // the same customer, once a period
}
TEST_CASE("a renewal that names no customer is counted where it stands") {
    CHECK(told{on(5, 10, activity::renewed, 90)}.the(outcome::contract_renewed).at == march(5, 10));
}
TEST_CASE("the end tells a relationship of a quarter or more, until its loss") {
    const row gained = on(1, 10, activity::customer), spoken = on(2, 10, activity::interaction);
    CHECK(told{gained, spoken}.until({gained.at.seconds + story::quarter - 1}).count(outcome::engaged) == 0);
    const auto t = told{gained, spoken}.until({gained.at.seconds + 2 * std::int64_t{story::quarter}});
    CHECK(t.the(outcome::engaged).touches == 1);
    CHECK(t.the(outcome::engaged).quarters == 2);
    CHECK(t.the(outcome::engaged).pace == 500); // half an interaction a quarter
    CHECK(told{gained, on(9, 10, activity::churned)}.until(at({2025, 3, 1})).count(outcome::engaged) == 0);
}
TEST_CASE("the story of a customer keeps the law of stories") {
    story_keeps_its_law<story>(
        [](random &r) { return any_row_of(r, story::concerns | event_set{activity::mql}); });
}

} // namespace
} // namespace kpi::test
