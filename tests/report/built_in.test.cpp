// SPDX-License-Identifier: MIT
// The built-in profiles, each on a small file with the headings of a real export (exports/, invented rows).
#include "profile/fitting.hpp"
#include "program.hpp"
#include "reports.hpp"

#include <doctest/doctest.h>

#include <array>

namespace built_in_test {
namespace {

using namespace report;
using namespace report::test;

std::string export_of(const std::string &profile) {
    return KPI_ROOT "/tests/report/exports/" + profile + ".csv";
}

sheet report_on_export(const std::string &file, const std::string &profile) {
    return report_on({open_input(export_of(file)), load_profile(profile)});
}
sheet report_on_export(const std::string &profile) { return report_on_export(profile, profile); }

/// Every row is used, or left out by the profile.
bool reads_all(const sheet &s, std::uint64_t used, std::uint64_t left_out = 0) {
    return s.rows.used == used && s.rows.passed_over == left_out && s.rows.refused == 0;
}

} // namespace

TEST_CASE("HubSpot: deals are won and lost by the name of their stage") {
    const sheet s = report_on_export("hubspot-deals");
    CHECK(reads_all(s, 4));
    CHECK(told(s, "win_rate") == "2/3");
    CHECK(told(s, "revenue_won") == "850050/100");
    CHECK(told(s, "open_pipeline_value") == "1200000/100");
    CHECK(told(s, "deals_without_value") == "1/1");
    CHECK(told(s, "open_value_due") == "1200000/100"); // the close date of an open deal is when it is due
    CHECK(told(s, "overdue_deals") == "0/1");
}

TEST_CASE("HubSpot: contacts reach the stages that have a day") {
    const sheet s = report_on_export("hubspot-contacts");
    CHECK(reads_all(s, 4));
    CHECK(told(s, "marketing_captured_leads") == "4/1");
    CHECK(told(s, "mql_to_sql") == "2/3");
    CHECK(told(s, "new_customers") == "1/1");
}

TEST_CASE("Salesforce: a report of opportunities, and what stands below it") {
    const sheet s = report_on_export("salesforce");
    CHECK(reads_all(s, 4, 2));
    CHECK(told(s, "win_rate") == "2/3");
    CHECK(told(s, "revenue_won") == "1250050/100");
    CHECK(told(s, "sales_cycle_length") == "25/2");
    CHECK(told(s, "open_value_due") == "800000/100");
}

TEST_CASE("CRMs of other makers: Pipedrive, Zoho") {
    const sheet pipedrive = report_on_export("pipedrive");
    CHECK(reads_all(pipedrive, 4));
    CHECK(told(pipedrive, "win_rate") == "2/3");
    CHECK(told(pipedrive, "open_deals") == "1/1");
    const sheet zoho = report_on_export("zoho");
    CHECK(reads_all(zoho, 3));
    CHECK(told(zoho, "settled_share") == "2/3");
    CHECK(told(zoho, "revenue_won") == "120000/100");
    CHECK(told(zoho, "open_deals_due") == "1/1");
}

TEST_CASE("dialers: what went out is a call, and how long people spoke") {
    struct expected {
        const char *profile, *pick_up_rate, *talk_time;
        std::uint64_t used, left_out;
    };
    constexpr std::array<expected, 7> all{{{"aircall", "2/3", "135/2", 3, 1},
                                           {"twilio", "2/3", "60/2", 3, 1},
                                           {"3cx", "2/3", "3672/2", 3, 1},
                                           {"vicidial", "2/3", "360/2", 4, 0},
                                           {"asterisk", "2/3", "172/2", 3, 0},
                                           {"asterisk-21", "2/3", "172/2", 3, 0},
                                           {"asterisk-21-legs", "2/4", "172/2", 4, 0}}};
    for (const expected &e : all) {
        CAPTURE(std::string{e.profile});
        const std::string file = e.profile == std::string{"asterisk-21-legs"} ? "asterisk-21" : e.profile;
        const sheet s = report_on_export(file, e.profile);
        CHECK(reads_all(s, e.used, e.left_out));
        CHECK(told(s, "pick_up_rate") == e.pick_up_rate);
        CHECK(told(s, "talk_time") == e.talk_time);
    }
    const sheet console = report_on_export("twilio-console", "twilio"); // another heading, and other words
    CHECK(reads_all(console, 3, 1));
    CHECK(told(console, "pick_up_rate") == "2/3");
    CHECK(told(console, "talk_time") == "60/2");
    CHECK(console.rows.first == kpi::at({2020, 9, 10}, 18, 52, 6).seconds); // EDT is not UTC
    CHECK(told(report_on_export("asterisk", "asterisk-legs"), "pick_up_rate") == "2/4");
    CHECK(told(report_on_export("vicidial"), "deals_won") == "1/1");
}

TEST_CASE("a calendar and a help desk: Calendly, Zendesk") {
    const sheet calendly = report_on_export("calendly");
    CHECK(reads_all(calendly, 4));
    CHECK(told(calendly, "show_rate") == "2/3");
    CHECK(told(calendly, "meetings_cancelled") == "1/1");
    const sheet zendesk = report_on_export("zendesk");
    CHECK(reads_all(zendesk, 5));
    CHECK(told(zendesk, "response_time") == "3480/4");
    CHECK(told(zendesk, "tickets_within_service_level") == "3/4");
    CHECK(told(zendesk, "customer_satisfaction") == "2/3");
}

TEST_CASE("without --profile a file is read by the built-in profile that it fits, and that is said") {
    const folder here;
    for (const built_in_profile &profile : built_in_profiles()) {
        const std::string name{profile.name};
        if (!std::filesystem::exists(export_of(name)) || name.starts_with("asterisk")) continue;
        CAPTURE(name);
        const outcome ran = here.run("'" + export_of(name) + "'");
        CHECK(ran.code == 0);
        CHECK(ran.out.find("read by the profile " + name) != std::string::npos);
        CHECK(ran.out.find("Read by the built-in profile " + name) != std::string::npos);
        CHECK(here.run("- <'" + export_of(name) + "'").out.find("read by the profile " + name) !=
              std::string::npos);
    }
}

TEST_CASE("where none fits, or several do, it says what to do") {
    const folder here;
    here.write("own.csv", "Owner,Stage,Amount,Closed\nA,Won,10,2024-01-05\n");
    CHECK(here.run("own.csv").err == "kpi-report: own.csv: no built-in profile fits its first row: try "
                                     "kpi-report --inspect own.csv\n");
    here.write("near.csv", "Record ID,Deal Stage,Amount\n1,Won,10\n");
    CHECK(here.run("near.csv").err.find("the nearest, hubspot-deals, misses \"Create Date\": try") !=
          std::string::npos);
    CHECK(here.run("'" + export_of("asterisk") + "'").err.find("\"asterisk\", \"asterisk-legs\"") !=
          std::string::npos);
    here.write("at.csv", "at,knd\n2024-01-05,call\n");
    CHECK(here.run("at.csv").err.find("did you mean \"knd\"?") != std::string::npos);
}

TEST_CASE("a profile that meets other headings says which it misses, and which profile fits better") {
    const std::string why = failure_of([] { static_cast<void>(report_on_export("zoho", "hubspot-deals")); });
    CHECK(why.find("has no columns \"Deal Stage\" (/stage), \"Record ID\" (/deal), \"Create Date\"") !=
          std::string::npos);
    CHECK(why.ends_with("; the built-in profile zoho fits"));
    constexpr std::array<std::string_view, 3> few{"Record Id", "Stage", "Owner"};
    CHECK(better_fit(few, "maven") == "; the built-in profile zoho fits best, and misses \"Created Time\"");
    constexpr std::array<std::string_view, 2> none{"a", "b"};
    CHECK(better_fit(none, "maven").empty());
}

} // namespace built_in_test
