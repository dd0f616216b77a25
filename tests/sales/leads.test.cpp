// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include <kpi/sales/lead_story.hpp>
#include <kpi/sales/leads.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

using leads_told = crowd<lead_story>;

TEST_CASE("L13 to L20: stages reached, and stages now in") {
    leads_told all;
    record_each(all, 1, 600, {.at = {1}, .kind = mcl});
    record_each(all, 601, 880, {.at = {1}, .kind = mql});
    record_each(all, 881, 940, {.at = {1}, .kind = sql});
    record_each(all, 941, 985, {.at = {1}, .kind = activity::opportunity});
    record_each(all, 986, 1000, {.at = {1}, .kind = activity::customer});
    record_each(all, 1, 10, {.at = {2}, .kind = activity::out});    // 10 captured ones,
    record_each(all, 601, 610, {.at = {2}, .kind = activity::out}); // 10 qualified ones,
    record_each(all, 881, 885, {.at = {2}, .kind = activity::out}); // 5 accepted ones
    record_each(all, 941, 955, {.at = {2}, .kind = activity::out}); // and 15 opportunities left
    const auto b = all.board<of_facts<mcl_to_mql, mcl_to_sql, mql_to_sql, sql_to_opportunity,
                                      opportunity_to_customer, sql_to_customer, mql_to_customer, lead_stage,
                                      marketing_qualified_leads, sales_accepted_leads>>();
    CHECK(b.get<mcl_to_mql>() == share{400, 1000});
    CHECK(b.get<mcl_to_sql>() == share{120, 1000});
    CHECK(b.get<mql_to_sql>() == share{120, 400});
    CHECK(b.get<sql_to_opportunity>() == share{60, 120});
    CHECK(b.get<opportunity_to_customer>() == share{15, 60});
    CHECK(b.get<sql_to_customer>() == share{15, 120});
    CHECK(b.get<mql_to_customer>() == share{15, 400});
    CHECK(b.get<marketing_qualified_leads>().n == 400);
    CHECK(b.get<sales_accepted_leads>().n == 120); // those that skipped to SQL too
    const auto now = b.get<lead_stage>();
    CHECK(now.in == std::array<std::uint64_t, 6>{590, 270, 55, 30, 15, 40});
    CHECK(now.share(1) == wide_share{270, 1000});
    CHECK(now.share(5) == wide_share{40, 1000});
}

TEST_CASE("a lead that moved back is where it moved to, and the stage it reached stays reached") {
    leads_told one;
    one.record(1, {.at = at({2026, 1, 5}), .kind = sql});
    one.record(1, {.at = at({2026, 2, 5}), .kind = mql});
    const auto b = one.board<of_facts<lead_stage, mql_to_sql>>();
    CHECK(b.get<lead_stage>().in[1] == 1);
    CHECK(b.get<mql_to_sql>() == share{1, 1});
}

TEST_CASE("L2, L5: cohorts, whenever the goal was reached, and how many are still open") {
    leads_told all;
    record_each(all, 1, 60, {.at = at({2026, 3, 2}), .kind = mql});
    record_each(all, 1, 45, {.at = at({2026, 3, 3}), .kind = activity::first_response});
    all.end(at({2026, 4, 1}));
    const auto answered = all.board<of_facts<lead_response_rate>>();
    CHECK(answered.value() == share{45, 60});
    std::uint32_t still_open = 0;
    answered.figures<lead_response_rate>([&](const figure_info &f, const auto &value) {
        if constexpr (requires { value.n; })
            if (f.name == "still_open") still_open = value.n;
    });
    CHECK(still_open == 15);

    leads_told march;
    record_each(march, 200, 203, {.at = at({2026, 2, 27}), .kind = mcl}); // older leads
    record_each(march, 1, 150, {.at = at({2026, 3, 10}), .kind = mcl});
    record_each(march, 200, 202, {.at = at({2026, 3, 20}), .kind = activity::customer});
    record_each(march, 1, 6, {.at = at({2026, 7, 1}), .kind = activity::customer});
    CHECK(march.board<of_facts<lead_conversion_rate>>(at({2026, 3, 1}), at({2026, 4, 1})).value() ==
          share{6, 150});
}

TEST_CASE("X6: the speed to lead asks only of leads that are old enough, open ones too") {
    leads_told all;
    const instant noon = at({2026, 3, 2}, 12);
    record_each(all, 1, 40, {.at = noon, .kind = mcl});
    record_each(all, 1, 12,
                {.at = {noon.seconds + 300}, .kind = activity::first_response}); // the limit is within
    record_each(all, 13, 20, {.at = {noon.seconds + 301}, .kind = activity::first_response});
    record_each(all, 50, 54, {.at = {noon.seconds + 3600 - 299}, .kind = mcl}); // too young to be judged
    all.end({noon.seconds + 3600});
    CHECK(all.board<of_facts<speed_to_lead>>().value() == share{12, 40});
}

TEST_CASE("L22 to L27: lead velocity, from one complete month to the next") {
    leads_told all;
    record_each(all, 1, 100, {.at = at({2026, 1, 31}, 23, 59, 59), .kind = mql});
    record_each(all, 1, 100, {.at = at({2026, 2, 14}), .kind = mql}); // qualified again: they do not count
    record_each(all, 101, 220, {.at = at({2026, 2, 1}), .kind = mql});
    using board = of_facts<lead_velocity_rate>;
    const auto january = all.board<board>(at({2026, 1, 1}), at({2026, 2, 1}));
    const auto february = all.board<board>(at({2026, 2, 1}), at({2026, 3, 1}));
    const auto march = all.board<board>(at({2026, 3, 1}), at({2026, 4, 1}));
    CHECK(february.get_from<lead_velocity_rate>(january) == growth<std::uint32_t>{100, 120});
    CHECK(march.get_from<lead_velocity_rate>(february).value() == -1.0);
    CHECK_FALSE(january.get_from<lead_velocity_rate>(board{}).has_value()); // 100 after none
    CHECK_FALSE(january.get<lead_velocity_rate>().has_value());
}

TEST_CASE("L3, L35: of qualified leads, touched and accepted") {
    leads_told all;
    record_each(all, 1, 60, {.at = {1}, .kind = mcl});
    record_each(all, 1, 40, {.at = {2}, .kind = mql});
    record_each(all, 1, 34, {.at = {3}, .kind = email_sent});
    record_each(all, 50, 60, {.at = {3}, .kind = email_sent}); // touched, and not qualified
    CHECK(all.board<of_facts<share_followed_up>>().value() == share{34, 40});

    leads_told handed;
    record_each(handed, 1, 60, {.at = {1}, .kind = mql});
    record_each(handed, 1, 30, {.at = {2}, .kind = sal});
    record_each(handed, 20, 42, {.at = {3}, .kind = sql});
    record_each(handed, 50, 53, {.at = {4}, .kind = activity::out});
    const auto b = handed.board<of_facts<lead_validation_rate, recycled_share>>();
    CHECK(b.get<lead_validation_rate>() == share{42, 60});
    CHECK(b.get<recycled_share>() == share{4, 60});
}

} // namespace
} // namespace kpi::test
