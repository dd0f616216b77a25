// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include <kpi/sales/leads.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

// 1,000 leads: 600 at MCL, 280 reached MQL, 60 SQL, 45 an opportunity, 15 became customers, each recorded
// once, so that skipped stages count; 40 of them are out.
using funnel_board =
    basic_scorecard<touch, std::uint8_t, mcl_to_mql, mql_to_sql, sql_to_opportunity, opportunity_to_customer,
                    sql_to_customer, mql_to_customer, lead_stage, lead_funnel>;
using funnel_leads = by_key<sales::lead, 2048, funnel_board, 32>;

TEST_CASE("L13 to L20: stages reached, and stages now in") {
    static funnel_leads all;
    all.reset();
    record_each(all, 1, 600, {.at = {1}, .kind = mcl});
    record_each(all, 601, 880, {.at = {1}, .kind = mql});
    record_each(all, 881, 940, {.at = {1}, .kind = sql});
    record_each(all, 941, 985, {.at = {1}, .kind = activity::opportunity});
    record_each(all, 986, 1000, {.at = {1}, .kind = activity::customer});
    record_each(all, 1, 10, {.at = {2}, .kind = out});    // 10 captured ones,
    record_each(all, 601, 610, {.at = {2}, .kind = out}); // 10 qualified ones,
    record_each(all, 881, 885, {.at = {2}, .kind = out}); // 5 accepted ones
    record_each(all, 941, 955, {.at = {2}, .kind = out}); // and 15 opportunities left
    CHECK(pool<mcl_to_mql>(all) == share{400, 1000});
    CHECK(pool<mql_to_sql>(all) == share{120, 400});
    CHECK(pool<sql_to_opportunity>(all) == share{60, 120});
    CHECK(pool<opportunity_to_customer>(all) == share{15, 60});
    CHECK(pool<sql_to_customer>(all) == share{15, 120});
    CHECK(pool<mql_to_customer>(all) == share{15, 400});
    CHECK(pool<lead_funnel>(all, 1, 4) == share{15, 400});
    const auto now = pool<lead_stage>(all);
    CHECK(now.in == std::array<std::uint32_t, 6>{590, 270, 55, 30, 15, 40});
    CHECK(now.share(1) == share{270, 1000});
    CHECK(now.share(5) == share{40, 1000});
}

TEST_CASE("a lead that moved back is where it moved to, and the stage it reached stays reached") {
    funnel_board one;
    one.record({.at = at({2026, 1, 5}), .kind = sql});
    one.record({.at = at({2026, 2, 5}), .kind = mql});
    CHECK(one.contribution<lead_stage>().in[1] == 1);
    CHECK(one.contribution<mql_to_sql>() == share{1, 1});
    one.record({.at = at({2026, 1, 20}), .kind = out}); // heard of late: it had come back since
    CHECK(one.contribution<lead_stage>().in[1] == 1);
}

using arrivals = crowd<sales::lead, lead_response_rate, speed_to_lead, lead_conversion_rate>;

TEST_CASE("L2, L5: cohorts, whenever the goal was reached") {
    arrivals all;
    record_each(all, 1, 60, {.at = at({2026, 3, 2}), .kind = mql});
    record_each(all, 1, 45, {.at = at({2026, 3, 3}), .kind = activity::first_response});
    CHECK(pool<lead_response_rate>(all, cohort_window{}) == cohort<std::uint32_t>{45, 60, 0});

    arrivals march;
    record_each(march, 1, 150, {.at = at({2026, 3, 10}), .kind = mcl});
    record_each(march, 1, 6, {.at = at({2026, 7, 1}), .kind = activity::customer});
    record_each(march, 200, 203, {.at = at({2026, 2, 27}), .kind = mcl}); // older leads
    record_each(march, 200, 202, {.at = at({2026, 3, 20}), .kind = activity::customer});
    const cohort_window in_march{.from = at({2026, 3, 1}), .to = at({2026, 4, 1})};
    CHECK(pool<lead_conversion_rate>(march, in_march).per(25) == 1);
    CHECK(pool<lead_conversion_rate>(march, in_march) == cohort<std::uint32_t>{6, 150, 0});
}

TEST_CASE("X6: the speed to lead asks only of leads that are old enough, open ones too") {
    arrivals all;
    const instant noon = at({2026, 3, 2}, 12);
    record_each(all, 1, 40, {.at = noon, .kind = mcl});
    record_each(all, 1, 12,
                {.at = {noon.seconds + 300}, .kind = activity::first_response}); // at the limit: within it
    record_each(all, 13, 20, {.at = {noon.seconds + 301}, .kind = activity::first_response});
    record_each(all, 50, 54, {.at = {noon.seconds + 3600 - 299}, .kind = mcl}); // too young to be judged
    record_each(all, 50, 52, {.at = {noon.seconds + 3600 - 200}, .kind = activity::first_response});
    const cohort_window now{.now = {noon.seconds + 3600}};
    CHECK(pool<speed_to_lead>(all, now) == cohort<std::uint32_t>{12, 40, 5});
    const cohort_window ten_minutes{.now = now.now, .seconds = 600}; // the limit is a parameter
    CHECK(pool<speed_to_lead>(all, ten_minutes) == cohort<std::uint32_t>{20, 40, 5});
}

TEST_CASE("L8: customers of a period against the leads that arrived in it") {
    crowd<sales::lead, customer_acquisition_rate, leads_arrived> march;
    record_each(march, 1, 150, {.at = at({2026, 3, 10}), .kind = mcl});
    record_each(march, 1, 6, {.at = at({2026, 3, 25}), .kind = activity::customer});
    record_each(march, 7, 10, {.at = at({2026, 4, 1}), .kind = activity::customer}); // not in March
    record_each(march, 200, 202, {.at = at({2026, 2, 1}), .kind = mql});             // older leads
    record_each(march, 200, 202, {.at = at({2026, 3, 25}), .kind = activity::customer});
    const period_window in_march{.from = at({2026, 3, 1}), .to = at({2026, 4, 1})};
    CHECK(pool<customer_acquisition_rate>(march, in_march) == ratio<std::uint32_t>{9, 150});
    CHECK(pool<leads_arrived>(march).n == 153);
}

TEST_CASE("L28: from the first impression to the first deal won, or from the first event") {
    crowd<sales::lead, customer_lifecycle_length> leads;
    for (std::uint32_t lead = 1; lead <= 4; ++lead)
        record_each(leads, lead, lead,
                    {.at = at({2026, 1, 1}), .kind = lead == 2 ? email_sent : first_impression});
    for (std::uint32_t lead = 1; lead <= 3; ++lead)
        record_each(
            leads, lead, lead,
            {.at = {at({2026, 1, 1}).seconds + (15 + 15 * lead) * 86400}, .kind = activity::customer});
    const auto life = pool<customer_lifecycle_length>(leads);
    CHECK(life.per(1) == 45 * 86400);
    CHECK(life.n == 3); // the fourth is still open
    CHECK(life.from_first_event == 1);
}

using velocity = crowd<sales::lead, lead_velocity_rate>;
using change = growth<std::uint32_t>;

TEST_CASE("L22 to L26: lead velocity, from one complete month to the next") {
    velocity all;
    record_each(all, 1, 100, {.at = at({2026, 1, 31}, 23, 59, 59), .kind = mql});
    record_each(all, 101, 220, {.at = at({2026, 2, 1}), .kind = mql});
    record_each(all, 1, 100, {.at = at({2026, 2, 14}), .kind = mql});  // qualified again: they do not count
    record_each(all, 300, 349, {.at = at({2026, 3, 1}), .kind = mql}); // the running month
    CHECK(pool<lead_velocity_rate>(all, at({2026, 3, 15})) == change{100, 120});
    CHECK(pool<lead_velocity_rate>(all, at({2026, 3, 15})).per(5) == 1);
    CHECK(pool<lead_velocity_rate>(all, at({2026, 4, 1})) == change{120, 50});
    CHECK(pool<lead_velocity_rate>(all, at({2026, 5, 1})).value() == -1.0);
    CHECK_FALSE(pool<lead_velocity_rate>(all, at({2026, 2, 1})).has_value()); // 100 after none
    CHECK_FALSE(pool<lead_velocity_rate>(all, at({2027, 2, 1})).has_value()); // none after none
}

TEST_CASE("L27: month to date, against the same days of the month before") {
    velocity all;
    record_each(all, 1, 30, {.at = at({2026, 2, 10}, 23), .kind = mql});
    record_each(all, 31, 90, {.at = at({2026, 2, 11}), .kind = mql});
    record_each(all, 101, 136, {.at = at({2026, 3, 10}), .kind = mql});
    CHECK(pool<lead_velocity_rate>(all, at({2026, 3, 10}, 12), to_date{}) == change{30, 36});
    // on 31 March the whole of February stands against days 1..28 and its rest
    CHECK(pool<lead_velocity_rate>(all, at({2026, 3, 31}), to_date{}) == change{90, 36});
}

TEST_CASE("L3, L35: of qualified leads, touched and accepted") {
    crowd<sales::lead, share_followed_up, lead_validation_rate, recycled_share> all;
    record_each(all, 1, 60, {.kind = mcl});
    record_each(all, 1, 40, {.kind = mql});
    record_each(all, 1, 34, {.kind = email_sent});
    record_each(all, 50, 60, {.kind = email_sent}); // touched, and not qualified
    CHECK(pool<share_followed_up>(all) == share{34, 40});

    crowd<sales::lead, lead_validation_rate, recycled_share> handed;
    record_each(handed, 1, 60, {.kind = mql});
    record_each(handed, 1, 30, {.kind = sal});
    record_each(handed, 20, 42, {.kind = sql});
    record_each(handed, 50, 53, {.kind = out});
    CHECK(pool<lead_validation_rate>(handed) == share{42, 60});
    CHECK(pool<recycled_share>(handed) == share{4, 60});
}

TEST_CASE("the mode of a funnel says what reached means") {
    static constexpr std::array stages{event_set{mcl}, event_set{mql}, event_set{sql}};
    static constexpr funnel_metric<touch, 3, funnel_mode::any_order> any{.name = "any", .stages = stages};
    static constexpr funnel_metric<touch, 3, funnel_mode::every_stage> every{.name = "every",
                                                                             .stages = stages};
    static constexpr funnel_metric<touch, 3, funnel_mode::in_order> ordered{.name = "ordered",
                                                                            .stages = stages};
    using three = scorecard<touch, any, every, ordered>;
    three skipped, backwards;
    skipped.record({.kind = mcl});
    skipped.record({.kind = sql});
    backwards.record({.kind = sql});
    backwards.record({.kind = mql});
    backwards.record({.kind = mcl});
    CHECK(skipped.contribution<any>(0, 2) == share{1, 1});
    CHECK(skipped.contribution<every>(0, 2) == share{0, 1});
    CHECK(backwards.contribution<any>(0, 2) == share{1, 1});
    CHECK(backwards.contribution<every>(0, 2) == share{1, 1});
    CHECK(backwards.contribution<ordered>(0, 2) == share{0, 1});
    CHECK(skipped.contribution<ordered>(0, 1) == share{0, 1});
    backwards.record({.kind = mql});
    backwards.record({.kind = sql});
    CHECK(backwards.contribution<ordered>(0, 2) == share{1, 1});
    static_assert(three::keeps == law::by_id);
}

const auto any_touch = [](random &r) {
    return touch{.at = {static_cast<std::int64_t>(r.below(200 * 86400)) - 40 * 86400},
                 .kind = static_cast<activity>(r.below(52)),
                 .lead = r.pick<std::uint32_t>(60)};
};

TEST_CASE("boards of leads keep the exact law") {
    using everything = decltype(sales::leads)::on<scorecard, touch>;
    keeps_its_law<by_key<sales::lead, 64, everything>>(any_touch, [](const touch &t) { return t.lead; },
                                                       {.runs = 10});
}

} // namespace
} // namespace kpi::test
