// SPDX-License-Identifier: MIT
// A history of stages, whose names a profile maps to the stages of a lead: conversions count cases, whatever
// the order of the rows, and a stage that was skipped is reached (METRICS.md, section 3).
#include "reports.hpp"

#include <string>

namespace stage_history_test {
namespace {

using namespace report;
using namespace report::test;

const std::string map_of_stages = R"("map": {"Qualified": "mql", "Demo": "sql", "Proposal": "opportunity",
    "Won": "deal_won", "Lost": "deal_lost", "On hold": null})";

} // namespace

TEST_CASE("each row is a case that reaches a stage") {
    const std::string profile =
        R"({"lead": "Id", "deal": "Id", "at": "Changed", "events": [{"kind": {"column": "Stage", )" +
        map_of_stages + "}}]}";
    const std::string rows =
        "2,Proposal,2024-02-09\n1,Won,2024-02-20\n1,Qualified,2024-01-02\n1,Demo,2024-01-05\n"
        "2,Lost,2024-03-01\n3,Qualified,2024-02-10\n1,Qualified,2024-01-06\n2,On hold,2024-02-10\n"
        "2,Qualified,2024-01-03\n";
    const sheet s = report_on("Id,Stage,Changed\n" + rows, profile);
    CHECK(told(s, "mql_to_sql") == "2/3"); // 2 skipped the demo
    CHECK(told(s, "mql_to_opportunity") == "2/3");
    CHECK(told(s, "opportunity_to_customer") == "1/2");
    request by_month;
    by_month.by = "month";
    const sheet cohorts = report_on("Id,Stage,Changed\n" + rows, profile, by_month);
    CHECK(told(cohorts, "mql_to_sql", "2024-01") ==
          "2/2"); // of those that arrived then, whenever they went on
    CHECK(told(cohorts, "mql_to_sql", "2024-02") == "0/1");
}

TEST_CASE("each row is a case, with the day on which it reached each stage") {
    const sheet s = report_on("Id,Qualified,Demo,Proposal,Won\n1,2024-01-02,2024-01-05,,2024-02-20\n"
                              "2,2024-01-03,,2024-02-09,\n3,2024-02-10,,,\n",
                              R"({"lead": "Id", "deal": "Id", "events": [
        {"kind": "mql", "at": "Qualified"}, {"kind": "sql", "at": {"column": "Demo", "optional": true}},
        {"kind": "opportunity", "at": {"column": "Proposal", "optional": true}},
        {"kind": "deal_won", "at": {"column": "Won", "optional": true}}]})");
    CHECK(told(s, "mql_to_sql") == "2/3");
    CHECK(told(s, "mql_to_opportunity") == "2/3");
    CHECK(told(s, "opportunity_to_customer") == "1/2");
}

} // namespace stage_history_test
