// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/lead_story.hpp>
#include <kpi/sales/lead_times.hpp>
#include <kpi/story/between.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;
constexpr std::int64_t day = 86400;
using leads_told = crowd<lead_story>;

using responses = scorecard<touch, response_time, response_time_quantiles, answered_in_five_minutes>;
using speed =
    between<sales::lead_arrived, sales::first_response, sales::lead, 64, by<sales::rep, 8, responses>>;

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

TEST_CASE("L28: from the first impression to the first deal won, or from the first event") {
    leads_told leads;
    for (std::uint32_t lead = 1; lead <= 4; ++lead)
        leads.record(lead, {.at = at({2026, 1, 1}), .kind = lead == 2 ? email_sent : first_impression});
    for (std::uint32_t lead = 1; lead <= 3; ++lead)
        leads.record(lead,
                     {.at = {at({2026, 1, 1}).seconds + (15 + 15 * lead) * day}, .kind = activity::customer});
    const auto b = leads.board<of_facts<customer_lifecycle_length, lifecycles_from_first_event>>();
    CHECK(b.get<customer_lifecycle_length>().per(1) == 45 * day);
    CHECK(b.get<customer_lifecycle_length>().n == 3); // the fourth is still open
    CHECK(b.get<lifecycles_from_first_event>().n == 1);
}

TEST_CASE("the handover counts from MQL, whenever the lead had arrived") {
    leads_told one;
    one.record(1, {.at = {100}, .kind = mcl});
    one.record(1, {.at = {500}, .kind = mql});
    one.record(1, {.at = {620}, .kind = activity::first_response});
    CHECK(one.board<of_facts<handover_response_time>>().value() == mean_value{120, 1});
}

TEST_CASE("from a lead's arrival to the first deal won") {
    leads_told life;
    record_each(life, 1, 4, {.at = at({2026, 1, 1}), .kind = mcl});
    for (std::uint32_t lead = 1; lead <= 3; ++lead)
        life.record(lead,
                    {.at = {at({2026, 1, 1}).seconds + (15 + 15 * lead) * day}, .kind = activity::customer});
    CHECK(life.board<of_facts<lead_to_customer_time>>().value().per(1) == 45 * day);
}

TEST_CASE("a response belongs to the time of its arrival") {
    leads_told one;
    one.record(1, {.at = at({2026, 1, 31}, 23), .kind = mcl});
    one.record(1, {.at = at({2026, 2, 1}, 1), .kind = activity::first_response});
    CHECK(one.board<scorecard<touch, response_time>>(at({2026, 1, 1}), at({2026, 2, 1})).value() ==
          mean_value{7200, 1});
}

} // namespace
} // namespace kpi::test
