// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/laws.hpp"
#include <kpi/formula/customers.hpp>
#include <kpi/formula/survey.hpp>
#include <kpi/sales/accounts.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;
constexpr std::int64_t day = 86400;

TEST_CASE("D22, D24: customers who bought more, each once") {
    crowd<sales::customer, upsell_rate, cross_sell_rate> all;
    record_each(all, 1, 80, {.kind = activity::customer});
    record_each(all, 1, 12, {.kind = upsell});
    record_each(all, 1, 3, {.kind = upsell}); // 15 upsells to the 12
    record_each(all, 30, 37, {.kind = cross_sell});
    CHECK(pool<upsell_rate>(all) == share{12, 80});
    CHECK(pool<cross_sell_rate>(all) == share{8, 80});
}

TEST_CASE("C20: trials that became paying") {
    crowd<sales::customer, trial_conversion> all;
    record_each(all, 1, 120, {.kind = trial_ended});
    record_each(all, 1, 18, {.kind = activity::customer});
    record_each(all, 200, 210, {.kind = activity::customer}); // customers without a trial
    CHECK(pool<trial_conversion>(all) == share{18, 120});
}

TEST_CASE("C15: churn by age, of those onboarded long enough ago") {
    crowd<sales::customer, churn_by_age> all;
    const instant now = at({2026, 12, 1});
    record_each(all, 1, 24, {.at = at({2026, 3, 1}), .kind = activity::customer});
    record_each(all, 25, 30, {.at = at({2026, 10, 1}), .kind = activity::customer});
    record_each(all, 1, 3, {.at = at({2026, 8, 1}), .kind = churned});
    record_each(all, 4, 5, {.at = at({2026, 11, 1}), .kind = churned});   // later than six months
    record_each(all, 25, 25, {.at = at({2026, 11, 1}), .kind = churned}); // too young to be judged
    CHECK(pool<churn_by_age>(all, cohort_window{.now = now, .seconds = 183 * day}) ==
          cohort<std::uint32_t>{3, 24, 6});
}

TEST_CASE("D38: clients over a spend") {
    crowd<sales::customer, clients_over_a_spend> all;
    record_each(all, 1, 5, {.kind = deal_won, .value = 6'000});
    record_each(all, 1, 5, {.kind = upsell, .value = 4'000}); // exactly the sum: it is reached
    record_each(all, 6, 12, {.kind = deal_won, .value = 9'999});
    record_each(all, 13, 20, {.kind = interaction, .value = 50'000}); // not revenue
    CHECK(pool<clients_over_a_spend>(all, 10'000) == share{5, 12});
}

TEST_CASE("the last answer of each respondent makes the score") {
    crowd<sales::customer, nps_answers, csat_answers> all;
    record_each(all, 1, 6, {.at = {1}, .kind = nps_detractor});
    record_each(all, 1, 6, {.at = {9}, .kind = nps_promoter}); // they changed their mind
    record_each(all, 7, 8, {.at = {5}, .kind = nps_passive});
    record_each(all, 9, 10, {.at = {9}, .kind = nps_detractor});
    record_each(all, 9, 10, {.at = {3}, .kind = nps_promoter}); // heard of late
    const auto answers = pool<nps_answers>(all).in;
    CHECK(formula::net_promoter_score(answers[0], answers[1], answers[2]).value() == 40.0); // C1
    record_each(all, 1, 50, {.at = {1}, .kind = satisfied});
    record_each(all, 43, 50, {.at = {2}, .kind = not_satisfied});
    CHECK(pool<csat_answers>(all).share(0) == share{42, 50}); // C11
}

TEST_CASE("interactions for each customer") {
    crowd<sales::customer, interactions_per_customer> all;
    record_each(all, 1, 12, {.kind = activity::customer});
    record_each(all, 1, 12, {.kind = interaction}, 3);
    record_each(all, 50, 50, {.kind = interaction}, 9); // nobody's customer
    CHECK(pool<interactions_per_customer>(all) == ratio<std::uint32_t>{36, 12});
}

TEST_CASE("C16, C17: interactions a quarter, and against the length of the relationship") {
    crowd<sales::customer, client_engagement> all;
    const instant now = at({2026, 1, 1});
    constexpr std::int64_t quarter = 7'889'400;
    record_each(all, 1, 12, {.at = {now.seconds - 3 * quarter}, .kind = activity::customer});
    record_each(all, 1, 12, {.kind = interaction}, 3);
    record_each(all, 20, 25,
                {.at = {now.seconds - quarter + 1}, .kind = activity::customer}); // no whole quarter yet
    record_each(all, 20, 25, {.kind = interaction}, 9);
    CHECK(pool<client_engagement>(all, now) == ratio<std::uint32_t>{36, 36});
    CHECK_FALSE(pool<client_engagement>(all, now, longer_than{3 * quarter + 1}).has_value());

    // of the two longest relationships, and of one as long as the second
    record_each(all, 30, 30, {.at = {now.seconds - 9 * quarter}, .kind = activity::customer});
    record_each(all, 31, 32, {.at = {now.seconds - 8 * quarter}, .kind = activity::customer});
    record_each(all, 30, 32, {.kind = interaction}, 10);
    CHECK(longest<client_engagement>(all, 2, now).seconds == 8 * quarter);
    CHECK(pool<client_engagement>(all, now, longest<client_engagement>(all, 2, now)) ==
          ratio<std::uint32_t>{30, 25});
    CHECK(longest<client_engagement>(all, 1000, now).seconds == 0); // there are not so many: all of them

    crowd<sales::customer, client_engagement> years;
    const std::array interactions{1, 3, 2, 4}; // a quarter
    for (std::uint32_t y = 1; y <= 4; ++y) {
        record_each(years, y, y, {.at = {now.seconds - 4 * quarter * y}, .kind = activity::customer});
        record_each(years, y, y, {.kind = interaction},
                    static_cast<std::uint16_t>(4 * y * static_cast<unsigned>(interactions[y - 1])));
    }
    CHECK(*pool<client_engagement>(years, now, against_length{}).correlation() == doctest::Approx(0.8));
}

const auto any_touch = [](random &r) {
    return touch{.at = {static_cast<std::int64_t>(r.below(200 * 86400)) - 40 * 86400},
                 .kind = static_cast<activity>(r.below(52)),
                 .customer = r.pick<std::uint32_t>(60),
                 .value = r.pick<std::uint32_t>(1000)};
};

TEST_CASE("boards of customers keep the exact law") {
    using everything = decltype(sales::accounts)::on<scorecard, touch>;
    keeps_its_law<by_key<sales::customer, 64, everything>>(
        any_touch, [](const touch &t) { return t.customer; }, {.runs = 10});
}

} // namespace
} // namespace kpi::test
