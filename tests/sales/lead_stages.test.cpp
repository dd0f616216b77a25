// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/lead_stages.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::outcome;
using sales::stage;
using lead = sales::case_of<member::lead, &sales::fact::lead>;

TEST_CASE("a later stage reaches the skipped ones at its own time; an earlier one again reaches nothing") {
    told_log log;
    sales::lead_stages s;
    s.reach(stage::sal, moment_at(march(2)), lead{}, log);
    s.reach(stage::mcl, moment_at(march(3)), lead{}, log);
    CHECK(s.reached == 3);
    CHECK(s.now_in == stage::mcl);
    const auto facts = log.left<sales::fact>();
    CHECK(std::count_if(facts.begin(), facts.end(),
                        [](const auto &f) { return f.kind == outcome::reached && f.at == march(2); }) == 3);
    CHECK(fields_are_the_state(s));
}
TEST_CASE("a lifecycle needs a beginning before its goal") {
    sales::lead_lifecycle l;
    l.live(activity::customer, moment_at(march(1)));
    CHECK_FALSE(l.told(lead{}).has_value());
    l.live(activity::mcl, moment_at(march(2)));
    l.live(activity::deal_won, moment_at(march(5)));
    REQUIRE(l.told(lead{}).has_value());
    CHECK(l.told(lead{})->elapsed == 3 * 86400);
    CHECK(l.told(lead{})->from_first_event);
    l.live(activity::first_impression, moment_at(march(6)));
    CHECK_FALSE(l.told(lead{}).has_value());
    CHECK(fields_are_the_state(l));
}

} // namespace
} // namespace kpi::test
