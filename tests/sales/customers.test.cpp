// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/measured.hpp"
#include <kpi/sales/customer_story.hpp>
#include <kpi/sales/customers.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/spending_story.hpp>
#include <kpi/story/between.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;
constexpr std::int64_t day = 86400;

using told_customers = crowd<customer_story>;

TEST_CASE("D22 to D24: customers at the start who bought more, each once") {
    told_customers all;
    record_each(all, 1, 80, {.at = at({2026, 1, 5}), .kind = activity::customer});
    record_each(all, 1, 12, {.at = at({2026, 2, 5}), .kind = upsell});
    record_each(all, 1, 3, {.at = at({2026, 2, 9}), .kind = upsell}); // 15 upsells to the 12
    record_each(all, 30, 37, {.at = at({2026, 2, 9}), .kind = cross_sell});
    record_each(all, 90, 99, {.at = at({2026, 2, 10}), .kind = activity::customer}); // the newly won
    record_each(all, 90, 99, {.at = at({2026, 2, 20}), .kind = upsell});             // are not asked
    record_each(all, 1, 12, {.at = at({2026, 2, 21}), .kind = interaction}, 3);
    using board = of_facts<upsell_rate, cross_sell_rate, upsells_per_customer, cross_sells_per_customer,
                           interactions_per_customer, new_customers>;
    const auto january = all.board<board>(at({2026, 1, 1}), at({2026, 2, 1}));
    const auto february = all.board<board>(at({2026, 2, 1}), at({2026, 3, 1}));
    CHECK(february.get_after<upsell_rate>(january) == wide_share{12, 80});
    CHECK(february.get_after<cross_sell_rate>(january) == wide_share{8, 80});
    CHECK(february.get_after<upsells_per_customer>(january) == ratio<std::uint64_t>{15, 80});
    CHECK(february.get_after<cross_sells_per_customer>(january) == ratio<std::uint64_t>{8, 80});
    CHECK(february.get_after<interactions_per_customer>(january) == ratio<std::uint64_t>{36, 80});
    CHECK(february.get<new_customers>().n == 10);
    CHECK(february.get<upsell_rate>(80) == wide_share{12, 80}); // who was there is given
}

TEST_CASE("C13, C14: churn of those at the start; who left and came back in it was not lost") {
    told_customers all;
    record_each(all, 1, 200, {.at = at({2026, 1, 5}), .kind = activity::customer});
    record_each(all, 1, 11, {.at = at({2026, 2, 5}), .kind = churned});
    record_each(all, 11, 11, {.at = at({2026, 2, 25}), .kind = activity::customer}); // came back
    record_each(all, 301, 302, {.at = at({2026, 2, 7}), .kind = activity::customer});
    record_each(all, 301, 302, {.at = at({2026, 2, 9}), .kind = churned}); // gained and lost within
    using board = of_facts<churn_rate, retention_rate, customers_returned>;
    const auto january = all.board<board>(at({2026, 1, 1}), at({2026, 2, 1}));
    const auto february = all.board<board>(at({2026, 2, 1}), at({2026, 3, 1}));
    CHECK(february.get_after<churn_rate>(january) == wide_share{10, 200});
    CHECK(february.get_after<retention_rate>(january) == wide_share{190, 200});
    CHECK(february.get<customers_returned>().n == 1);
    CHECK_FALSE(january.get<churn_rate>().has_value()); // nobody was there at the start
}
TEST_CASE("renewals count customers, each once a period") {
    told_customers all;
    record_each(all, 1, 4, {.at = at({2026, 1, 5}), .kind = renewal_due});
    record_each(all, 1, 2, {.at = at({2026, 1, 9}), .kind = renewed});
    record_each(all, 1, 3, {.at = at({2026, 1, 20}), .kind = renewal_due});
    record_each(all, 1, 3, {.at = at({2026, 2, 1}), .kind = renewed});
    using board = of_facts<renewal_rate>;
    CHECK(all.board<board>(at({2026, 1, 1}), at({2026, 2, 1})).value() == share{3, 4});
    CHECK_FALSE(all.board<board>(at({2026, 2, 1}), at({2026, 3, 1})).value().has_value());
}

TEST_CASE("C15: churn by age") {
    told_customers all;
    record_each(all, 1, 24, {.at = at({2026, 3, 1}), .kind = activity::customer});
    record_each(all, 1, 3, {.at = at({2026, 8, 1}), .kind = churned});
    record_each(all, 4, 5, {.at = at({2026, 11, 1}), .kind = churned}); // later than six months
    record_each(all, 25, 30, {.at = at({2026, 6, 3}), .kind = activity::customer});
    record_each(all, 25, 26, {.at = at({2026, 7, 1}), .kind = churned}); // younger than that: not yet
    all.end(at({2026, 12, 1}));
    CHECK(all.board<of_facts<churn_by_age>>().value() == share{3, 24});
}

TEST_CASE("C20: trials that became paying") {
    told_customers all;
    record_each(all, 1, 120, {.at = {1 * day}, .kind = trial_ended});
    record_each(all, 1, 18, {.at = {9 * day}, .kind = activity::customer});
    record_each(all, 200, 210, {.at = {9 * day}, .kind = activity::customer}); // customers without a trial
    CHECK(all.board<of_facts<trial_conversion>>().value() == share{18, 120});
}

TEST_CASE("C18, C19: renewals and referrals") {
    told_customers all;
    record_each(all, 1, 50, {.at = {1 * day}, .kind = renewal_due});
    record_each(all, 1, 45, {.at = {9 * day}, .kind = renewed});
    CHECK(all.board<of_facts<renewal_rate>>().value() == share{45, 50});
    CHECK(measured<referrals_per_customer>({{referral, 6}}, 80) == against{6, 80});
    CHECK(measured<tickets_within_service_level>({{ticket_closed, 1}, {ticket_closed_in_time, 3}}) ==
          share{3, 4});
    CHECK(measured<tickets_closed>({{ticket_closed, 1}, {ticket_closed_in_time, 3}}).n == 4);
}

TEST_CASE("D38: clients over a spend") {
    crowd<spending_story> all;
    record_each(all, 1, 5, {.at = {1}, .kind = deal_won, .value = 6'000});
    record_each(all, 1, 5, {.at = {2}, .kind = upsell, .value = 4'000}); // exactly the sum: it is reached
    record_each(all, 6, 12, {.at = {1}, .kind = deal_won, .value = 9'999});
    record_each(all, 13, 20, {.at = {1}, .kind = interaction, .value = 50'000}); // not revenue
    CHECK(all.board<of_facts<clients_over_a_spend>>().value() == share{5, 12});
}

TEST_CASE("C16, C17: interactions a quarter, and against the length of the relationship") {
    told_customers all;
    const instant now = at({2026, 1, 1});
    constexpr std::int64_t quarter = 7'889'400;
    record_each(all, 1, 12, {.at = {now.seconds - 3 * quarter}, .kind = activity::customer});
    record_each(all, 1, 12, {.at = {now.seconds - day}, .kind = interaction}, 3);
    record_each(all, 20, 25,
                {.at = {now.seconds - quarter + 1}, .kind = activity::customer}); // no whole quarter
    record_each(all, 20, 25, {.at = {now.seconds - day}, .kind = interaction}, 9);
    all.end(now);
    CHECK(all.board<of_facts<client_engagement>>().value() == ratio<std::uint64_t>{36, 36});

    told_customers years;
    const std::array interactions_a_quarter{1, 3, 2, 4};
    for (std::uint32_t y = 1; y <= 4; ++y) {
        record_each(years, y, y, {.at = {now.seconds - 4 * quarter * y}, .kind = activity::customer});
        record_each(years, y, y, {.at = {now.seconds - day}, .kind = interaction},
                    static_cast<int>(4 * y) * interactions_a_quarter[y - 1]);
    }
    years.end(now);
    const auto b = years.board<of_facts<client_engagement>>();
    std::int64_t thousandths = 0;
    b.figures<client_engagement>([&](const figure_info &f, const auto &value) {
        if (f.name == "correlation") thousandths = static_cast<std::int64_t>(value.a);
    });
    CHECK(thousandths == 800);
}

TEST_CASE("how long customers stay, of those who left, and when they buy more") {
    told_customers all;
    record_each(all, 1, 3, {.at = {0}, .kind = activity::customer});
    record_each(all, 1, 1, {.at = {180 * day}, .kind = upsell});
    record_each(all, 1, 1, {.at = {400 * day}, .kind = churned});
    record_each(all, 2, 2, {.at = {600 * day}, .kind = churned});
    const auto b = all.board<scorecard<touch, customer_lifespan, time_to_upsell, time_to_upsell_quantiles>>();
    CHECK(b.get<customer_lifespan>().per(1) == 500 * day);
    CHECK(b.get<time_to_upsell>().per(1) == 180 * day);
    CHECK(b.get<time_to_upsell_quantiles>(1, 2).too_few);
}

TEST_CASE("a customer is gained at the earlier of the event and the first won deal") {
    told_customers all;
    all.record(1, {.at = {1 * day}, .kind = deal_won, .value = 50});
    all.record(1, {.at = {5 * day}, .kind = activity::customer});
    all.record(2, {.at = {3 * day}, .kind = deal_won, .value = 70});
    CHECK(all.board<of_facts<new_customers>>().value().n == 2);
    CHECK(all.board<of_facts<new_customers>>({0}, {2 * day}).value().n == 1);
}

} // namespace
} // namespace kpi::test
