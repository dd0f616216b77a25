// SPDX-License-Identifier: MIT
// A few rows for each rule of METRICS.md, section 9, that a log of everyday seldom meets.
#include "reports.hpp"
#include <kpi/time/civil.hpp>

#include <string>
#include <utility>

namespace rules_test {
namespace {

using namespace report;
using namespace report::test;

request by(std::string part) {
    request asked;
    asked.by = std::move(part);
    return asked;
}
request window(std::int64_t days, int month, int date) {
    request asked;
    asked.window = days * 86400;
    asked.as_of = kpi::at({2024, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(date)}).seconds;
    return asked;
}

} // namespace

TEST_CASE("what settles outside of the pipeline of a period is no part of it") {
    const std::string log = "at,kind,deal\n2024-01-05,opportunity,a\n2024-01-09,deal_lost,a\n"
                            "2024-02-09,deal_won,a\n"                           // overtakes
                            "2024-01-20,deal_won,b\n2024-02-20,opportunity,b\n" // the wrong way round
                            "2024-02-21,deal_won,c\n";                          // without an opening
    const sheet s = report_on(log, by("month"));
    CHECK(told(s, "deal_closure_rate") == "3/3");
    CHECK(told(s, "settled_share", "2024-01") == "0/1");
    CHECK(told(s, "deal_closure_rate", "2024-02") == "1/2");
    CHECK(told(s, "deals_won", "2024-02") == "2/1"); // each in the period of its settlement
}

TEST_CASE("a customer at the start of a period is lost in it if they are none at its end") {
    const std::string log = "at,kind,customer\n2024-01-05,customer,a\n2024-02-03,churned,a\n"
                            "2024-02-05,customer,a\n2024-02-07,churned,a\n" // came back, and left again
                            "2024-01-05,customer,b\n2024-02-03,churned,b\n2024-02-05,customer,b\n"
                            "2024-02-06,churned,b\n2024-02-07,customer,b\n";
    const sheet s = report_on(log, by("month"));
    CHECK(told(s, "churn_rate", "2024-02") == "1/2");
    CHECK(told(s, "retention_rate", "2024-02") == "1/2");
    CHECK(told(s, "customers_returned", "2024-02") == "2/1"); // customers, however often
    CHECK(told(s, "customers_returned") == "2/1");
    CHECK(told(s, "churn_rate") == "1/2");
}

TEST_CASE("what is sold to those who had left before the period is not sold to its customers") {
    const std::string log = "at,kind,customer\n2024-01-05,customer,a\n2024-01-09,churned,a\n"
                            "2024-02-03,upsell,a\n2024-02-04,interaction,a\n"
                            "2024-01-05,customer,b\n2024-02-05,upsell,b\n";
    const sheet s = report_on(log, by("month"));
    CHECK(told(s, "upsell_rate", "2024-02") == "1/1");
    CHECK(told(s, "upsells_per_customer", "2024-02") == "1/1");
    CHECK(told(s, "interactions_per_customer", "2024-02") == "0/1");
    const sheet returned = report_on("at,kind,customer\n2024-01-05,customer,a\n2024-02-03,churned,a\n"
                                     "2024-02-05,customer,a\n2024-02-07,upsell,a\n",
                                     by("month"));
    CHECK(told(returned, "upsell_rate", "2024-02") == "1/1"); // was one at its start
}

TEST_CASE("churn by age is of customers onboarded half a year ago") {
    const std::string log = "at,kind,customer\n2024-01-01T09:00,customer,a\n2024-03-01T09:00,churned,a\n"
                            "2024-01-01T09:00,customer,b\n2024-07-03T09:00,churned,b\n" // 184 days
                            "2024-06-01T09:00,customer,c\n2024-06-09T09:00,churned,c\n" // too young
                            "2024-07-20T09:00,call,\n";
    CHECK(told(report_on(log), "churn_by_age") == "1/2");
    CHECK(told(report_on(log, window(365, 7, 2)), "churn_by_age") == "1/2");
    CHECK(told(report_on(log, window(365, 7, 1)), "churn_by_age") == "left out"); // a day too few
}

TEST_CASE(
    "a loss on the day of the gain is one, whatever the clock says, where a date orders the day by cause") {
    const sheet s = report_on("at,kind,customer\n2024-01-01T12:30,churned,a\n2024-01-01T23:59,customer,a\n"
                              "2024-01-01,renewal_due,a\n2024-12-01,call,\n");
    CHECK(told(s, "churn_by_age") == "1/1");
}

TEST_CASE("renewals count customers, each once; without an id, contracts") {
    const sheet s = report_on("at,kind,customer\n2024-01-05,renewal_due,a\n2024-01-09,renewed,a\n"
                              "2024-01-20,renewal_due,a\n2024-01-05,renewal_due,b\n");
    CHECK(told(s, "renewal_rate") == "1/2");
    const sheet contracts =
        report_on("at,kind,count\n2024-01-05,renewal_due,5\n2024-01-09,renewed,3\n2024-02-05,renewal_due,1\n",
                  by("month"));
    CHECK(told(contracts, "renewal_rate") == "3/6");
    CHECK(told(contracts, "renewal_rate", "2024-02") == "0/1");
}

TEST_CASE("times in seconds are of pairs that have them; dates stand beside them, or for them") {
    const std::string timed = "2024-01-02T09:00,mql,x\n2024-01-02T09:10,first_response,x\n";
    const std::string dated = "2024-01-02,mql,y\n2024-01-04,first_response,y\n";
    const sheet s = report_on("at,kind,lead\n" + timed + dated);
    CHECK(told(s, "response_time") == "600/1");
    CHECK(told(s, "handover_response_time") == "600/1");
    CHECK(beside(s, "response_time", "by_date") == 1);
    CHECK(told(report_on("at,kind,lead\n" + dated), "response_time") == "172800/1");
}

TEST_CASE("deals without an id that share a row are a deal each: the first one has the touches") {
    const sheet s = report_on("at,kind,prospect,count\n2024-01-02,call,p,4\n2024-01-03,deal_won,p,2\n");
    CHECK(told(s, "deals_won") == "2/1");
    CHECK(told(s, "touches_per_won_deal") == "4/2");
}

TEST_CASE("a row names what it carries the id of; what a deal hands on is under the deal's name") {
    // the lead's own rows name fair; its deal, linked by another row, was web's
    const std::string log = "at,kind,lead,deal,source\n2024-01-01,mql,l,,fair\n2024-01-02,opportunity,l,d,\n"
                            "2024-01-03,deal_won,,d,web\n";
    const sheet s = report_on(log, by("source"));
    CHECK(told(s, "leads_arrived", "web") == "1/1"); // the last one named
    CHECK(told(s, "deals_won", "web") == "1/1");
    // a win that counts for nothing names its customer all the same
    const sheet repeated = report_on("at,kind,deal,customer,source\n2024-01-03,deal_won,d,,web\n"
                                     "2024-01-05,deal_won,d,c,fair\n",
                                     by("source"));
    CHECK(told(repeated, "new_customers", "fair") == "1/1");
}

TEST_CASE("a first period is read as a period: nobody was there at its start") {
    const sheet s = report_on("at,kind,customer\n2024-01-05,customer,a\n2024-01-09,churned,a\n"
                              "2024-02-05,customer,b\n",
                              by("month"));
    CHECK(told(s, "churn_rate", "2024-01") == "0/0");
    CHECK(told(s, "churn_rate") == "1/2");
}

TEST_CASE("on a day of dates alone, won and lost go by time first") {
    const sheet s = report_on("at,kind,deal\n2024-01-02,opportunity,d\n2024-01-02T09:00,deal_won,d\n"
                              "2024-01-02T10:00,deal_lost,d\n");
    CHECK(told(s, "win_rate") == "0/1"); // lost an hour later
}

TEST_CASE("a deal that any row links to a lead is that lead's opportunity and win") {
    const sheet s = report_on("at,kind,lead,deal\n2024-01-01,mql,l,\n2024-01-02,opportunity,,d\n"
                              "2024-01-03,deal_won,,d\n2024-01-04,proposal_sent,l,d\n");
    CHECK(told(s, "mql_to_opportunity") == "1/1");
    CHECK(told(s, "lead_conversion_rate") == "1/1");
}

TEST_CASE("a prospect is of the source that its rows name last") {
    const sheet s =
        report_on("at,kind,prospect,source\n2024-01-01,call,p,web\n2024-01-02,email_opened,p,fair\n"
                  "2024-01-03,call,p,\n",
                  by("source"));
    CHECK(told(s, "prospects_tried", "fair") == "1/1");
    CHECK(told(s, "prospects_tried", "web") != "1/1");
}

TEST_CASE("by channel an act is of the one by which its kind travels") {
    const sheet s = report_on("at,kind,channel\n2024-01-01,email_sent,\n2024-01-01,call,\n"
                              "2024-01-01,reply_positive,video\n",
                              by("channel"));
    CHECK(told(s, "emails", "email") == "1/1");
    CHECK(told(s, "calls", "phone") == "1/1");
}

TEST_CASE("a lead that goes out twice is one that went out; one without an id is a lead") {
    const sheet s =
        report_on("at,kind,lead,count\n2024-01-01,mql,l,1\n2024-01-02,out,l,1\n2024-01-03,mql,l,1\n"
                  "2024-01-04,out,l,1\n2024-01-05,mql,,3\n");
    CHECK(told(s, "leads_out") == "1/1");
    CHECK(told(s, "leads_arrived") == "4/1");
}

TEST_CASE("what a log had before a window is not unheard of") {
    request asked = window(30, 3, 31);
    const sheet s = report_on("at,kind,deal\n2024-01-01,opportunity,a\n2024-01-05,deal_lost,a\n"
                              "2024-03-10,opportunity,b\n2024-03-20,deal_won,b\n",
                              asked);
    CHECK(told(s, "win_rate") == "1/1");
    for (const std::string &note : s.notes)
        CHECK(note.find("no deal_lost") == std::string::npos);
}

TEST_CASE("the age of a survey is as of each period's end") {
    const sheet s = report_on("at,kind,customer\n2024-01-11,nps_promoter,a\n2024-02-10,call,\n", by("month"));
    CHECK(told(s, "survey_age", "2024-01") != told(s, "survey_age", "2024-02"));
}

TEST_CASE("a deal whose rows name two leads has the location of the last one") {
    const std::string log = "at,kind,location,lead,deal\n2024-01-02,mcl,north,a,\n2024-01-05,deal_won,,a,x\n";
    CHECK(told(report_on(log, by("location")), "deals_won", "north") == "1/1");
    const sheet s = report_on(log + "2024-01-04,mcl,,b,\n2024-01-09,proposal_sent,,b,x\n", by("location"));
    CHECK(told(s, "deals_won", "north") == "0/1");
    CHECK(told(s, "deals_won", "(none)") == "1/1");
}

} // namespace rules_test
