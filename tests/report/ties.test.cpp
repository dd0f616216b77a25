// SPDX-License-Identifier: MIT
// What decides where neither time nor cause does: what the rows say, and never which one was read first.
#include "reports.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace ties_test {
namespace {

using namespace report;
using namespace report::test;

/// A log of these rows, and the same read the other way round.
std::pair<sheet, sheet> both_ways(const std::string &columns, std::vector<std::string> rows,
                                  const request &asked = {}) {
    const auto read = [&] {
        std::string log = columns + '\n';
        for (const std::string &row : rows)
            log += row + '\n';
        return report_on(std::move(log), asked);
    };
    sheet forwards = read();
    std::reverse(rows.begin(), rows.end());
    return {std::move(forwards), read()};
}
request by(std::string part) {
    request asked;
    asked.by = std::move(part);
    return asked;
}

} // namespace

TEST_CASE("of two settlements at once the ids decide which one counts, before what they are worth") {
    const auto won = [](const std::string &value_without, const std::string &value_with) {
        const auto [one, other] =
            both_ways("at,kind,deal,customer,value",
                      {"2024-01-28,deal_won,b,," + value_without, "2024-01-28,deal_won,b,kb," + value_with});
        CHECK(told(one, "revenue_won") == told(other, "revenue_won"));
        return told(one, "revenue_won");
    };
    const bool first_counts = won("1", "250") == "1/1";
    CHECK(won("250", "1") == (first_counts ? "250/1" : "1/1"));
    CHECK(won("", "1") == (first_counts ? "0/1" : "1/1"));
}

TEST_CASE("of two answers at once the ids decide which one is the last") {
    const auto promoters = [](const std::string &without_a_deal, const std::string &with_a_deal) {
        const auto [one, other] = both_ways("at,kind,deal,customer", {"2024-09-27," + without_a_deal + ",,kc",
                                                                      "2024-09-27," + with_a_deal + ",c,kc"});
        CHECK(told(one, "net_promoter_score") == told(other, "net_promoter_score"));
        return told(one, "net_promoter_score");
    };
    CHECK(promoters("nps_promoter", "nps_passive") != promoters("nps_passive", "nps_promoter"));
}

TEST_CASE("what the groups are made by decides nothing about the whole") {
    const auto revenue = [](const std::string &of_deal, const std::string &of_none, const request &asked) {
        return told(report_on("at,kind,product,deal,customer,value\n2024-09-29,deal_won,,a,a," + of_deal +
                                  "\n2024-09-29,deal_won,,,a," + of_none +
                                  "\n2024-10-01,proposal_sent,basic,a,,\n",
                              asked),
                    "new_customer_revenue");
    };
    CHECK(revenue("1", "250", by("product")) == revenue("1", "250", {}));
    CHECK(revenue("250", "1", by("product")) == revenue("250", "1", {}));
}

TEST_CASE("a number that a row does not tell comes before any, a credit too") {
    const auto [one, other] =
        both_ways("at,kind,deal,value,units", {"2024-01-28,deal_won,b,,5", "2024-01-28,deal_won,b,-3,1"});
    CHECK(told(one, "units_sold") == "5/1");
    CHECK(told(other, "units_sold") == "5/1");
}

TEST_CASE("touches at one time that name no channel are in the order of their kinds, whatever they imply") {
    const std::vector<std::string> touches{"2024-08-28T09:02:00,social_touch,a,",
                                           "2024-08-28T09:02:00,conversation,a,"};
    const auto [one, other] = both_ways("at,kind,prospect,channel", touches, by("channel"));
    for (const sheet *s : {&one, &other}) {
        CHECK(told(*s, "follow_ups", "phone") == "0/1");
        CHECK(told(*s, "follow_ups", "social") == "1/1");
    }
}

TEST_CASE(
    "a customer who is lost on the day of the gain is lost within six months, whatever the clock says") {
    // the renewal is a date alone: its day is in order of cause
    const sheet s =
        report_on("at,kind,customer\n2024-04-01T12:30:00,churned,a\n2024-04-01T23:59:59,customer,a\n"
                  "2024-04-01,renewal_due,a\n2024-10-18,interaction,b\n");
    CHECK(told(s, "churn_by_age") == "1/1");
}

TEST_CASE("a lead that goes out several times on the day on which its deal is lost is not recycled") {
    const sheet s = report_on("at,kind,lead,count\n2025-01-31T09:00:00,sal,b,\n2025-02-04T00:00:00,out,b,3\n"
                              "2025-02-04T09:05:00,deal_lost,b,\n");
    CHECK(told(s, "recycled_share") == "0/1");
}

TEST_CASE("a lead belongs to the customer that its rows or those of its deals name last") {
    const std::string columns = "at,kind,lead,deal,customer";
    const std::vector<std::string> rows{"2024-02-12,presentation,b,b,x", "2024-02-14,presentation,,b,y",
                                        "2024-02-29,customer,b,,", "2024-03-01,interaction,,,x",
                                        "2024-03-01,interaction,,,y"};
    const auto [one, other] =
        both_ways(columns + ",location",
                  {rows[0] + ",", rows[1] + ",", rows[2] + ",", rows[3] + ",north", rows[4] + ",south"},
                  by("location"));
    for (const sheet *s : {&one, &other}) {
        CHECK(told(*s, "new_customers", "north") == "0/1");
        CHECK(told(*s, "new_customers", "south") == "1/1");
    }
    // the lead's own row is the later one
    const sheet own =
        report_on(columns + ",location\n2024-02-12,presentation,,b,y,\n2024-02-13,proposal_sent,b,b,,\n"
                            "2024-02-14,mql,b,,x,\n2024-02-29,customer,b,,,\n"
                            "2024-03-01,interaction,,,x,north\n2024-03-01,interaction,,,y,south\n",
                  by("location"));
    CHECK(told(own, "new_customers", "north") == "1/1");
    CHECK(told(own, "new_customers", "south") == "0/1");
}

TEST_CASE("a win at midnight has a time, though a row that repeats it is a date alone") {
    const auto [one, other] =
        both_ways("at,kind,deal,customer", {"2023-08-31T00:00:00,deal_won,b,kb", "2023-08-31,deal_won,b,kb",
                                            "2023-09-01T10:00:00,upsell,,kb"});
    CHECK(told(one, "time_to_upsell") == "122400/86400");
    CHECK(told(other, "time_to_upsell") == "122400/86400");
}

} // namespace ties_test
