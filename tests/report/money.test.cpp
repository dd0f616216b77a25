// SPDX-License-Identifier: MIT
// Amounts: exact in 64 bits and below 0, in the unit of their currency, and never added to those of another.
#include "reports.hpp"

#include <algorithm>

namespace money_test {
namespace {

using namespace report;
using namespace report::test;

const line *find_in(const sheet &s, std::string_view name, std::string_view currency) {
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.how.name == name && l.how.currency == currency) return &l;
    return nullptr;
}
std::string told_in(const sheet &s, std::string_view name, std::string_view currency) {
    const line *const l = find_in(s, name, currency);
    return l == nullptr ? "left out" : value_text(l->total, l->how);
}
std::string told_in(const sheet &s, std::string_view name, std::string_view currency,
                    std::string_view group) {
    const line *const l = find_in(s, name, currency);
    for (std::size_t g = 0; l != nullptr && g < l->groups.size(); ++g)
        if (s.groups[g] == group) return value_text(l->groups[g], l->how);
    return "left out";
}
sheet in_euros(const std::string &log, const request &asked = {}) {
    return report_on(log,
                     R"({"currency": "EUR", "at": "at", "deal": "deal", "customer": "deal", "value": "value",
                         "events": [{"kind": {"column": "kind"}}]})",
                     asked);
}

const std::string of_two = "at,kind,deal,rep,value,currency\n"
                           "2024-01-05,deal_won,D1,Ann,100.25,EUR\n2024-01-06,deal_won,D2,Ann,250,usd\n"
                           "2024-01-07,deal_won,D3,Ben,40,EUR\n2024-01-08,opportunity,D4,Ben,500,USD\n"
                           "2024-01-09,deal_lost,D5,Ben,,\n";

} // namespace

TEST_CASE("amounts have 64 bits, and a credit is taken off") {
    const sheet s = report_on("at,kind,deal,value\n2024-01-01,deal_won,a,5000000000\n"
                              "2024-01-02,deal_won,b,6000000000\n2024-01-03,deal_won,c,-1000000000\n");
    CHECK(told(s, "revenue_won") == "10000000000/1");
    CHECK(told(s, "average_deal_size") == "10000000000/3");
    CHECK(find(s, "revenue_won")->total.n == 3);
    const sheet credits =
        report_on("at,kind,deal,value\n2024-01-01,deal_won,a,10\n2024-01-02,deal_won,b,-30\n");
    CHECK(told(credits, "revenue_won") == "-20/1");
    CHECK(told(credits, "average_deal_size") == "-20/2");
    const sheet refused = report_on("at,kind,deal,value\n2024-01-01,deal_won,a,900000000000000001\n"
                                    "2024-01-01,deal_won,b,--1\n2024-01-01,deal_won,c,1.5\n");
    CHECK(refused.rows.refused == 3);
}

TEST_CASE("a credit on an open deal is in the pipeline, and goes with it") {
    const std::string open =
        "at,kind,deal,value\n2024-01-01,opportunity,a,-50\n2024-01-01,opportunity,b,70\n";
    CHECK(told(report_on(open), "open_pipeline_value") == "20/1");
    CHECK(told(report_on(open + "2024-01-02,deal_lost,a,\n"), "open_pipeline_value") == "70/1");
}

TEST_CASE("amounts are read in the currency's smallest unit, and shown in the unit") {
    request asked;
    asked.given = {{"quota", {2000, 1}}};
    asked.wanted = {{"revenue_won", {{2601, 1}, {}}}};
    const sheet s = in_euros("at,kind,deal,value\n2024-01-01,opportunity,c,350.25\n"
                             "2024-01-02,deal_won,a,999.99\n2024-01-03,deal_won,b,300.51\n",
                             asked);
    CHECK(told_in(s, "revenue_won", "EUR") == "1300.50");
    CHECK(told_in(s, "average_deal_size", "EUR") == "650.25");
    CHECK(told_in(s, "open_pipeline_value", "EUR") == "350.25");
    CHECK(told(s, "open_to_quota") == "35025/69950"); // what is given is in the unit, too
    CHECK(find(s, "open_to_quota")->how.currency.empty());
    CHECK(compare(find(s, "revenue_won")->total.exact, {13005, 10}) == 0);
    CHECK(compare(attainment(find(s, "revenue_won")->total.exact, *find(s, "revenue_won")->target), {1, 2}) ==
          0);
}

TEST_CASE("each currency has its own decimals") {
    const auto read = [](const std::string &currency, const std::string &amount) {
        const sheet s =
            report_on("at,kind,deal,value,currency\n2024-01-01,deal_won,a," + amount + ',' + currency + '\n');
        return s.rows.refused == 1 ? s.rows.files.front().refusals.front().reason
                                   : told_in(s, "revenue_won", currency);
    };
    CHECK(read("JPY", "1050") == "1050");
    CHECK(read("JPY", "10.5") == "value is no whole number");
    CHECK(read("KWD", "10.505") == "10.505");
    CHECK(read("CHF", "10.505") == "value has more than 2 decimals");
    CHECK(read("Euro", "10") == "currency is no currency of three letters, such as EUR");
}

TEST_CASE("without a currency amounts are shown in the unit all the same") {
    const sheet s = report_on("at,kind,deal,value\n2024-01-01,deal_won,a,10.5\n",
                              R"({"at": "at", "deal": "deal", "value": {"column": "value", "decimals": 2},
                                  "events": [{"kind": {"column": "kind"}}]})");
    CHECK(told_in(s, "revenue_won", "") == "10.50");
}

TEST_CASE("amounts of different currencies are never added") {
    request asked;
    asked.by = "rep";
    const sheet s = report_on(of_two, asked);
    CHECK(told_in(s, "revenue_won", "EUR") == "140.25");
    CHECK(told_in(s, "revenue_won", "USD") == "250.00");
    CHECK(told_in(s, "revenue_won", "EUR", "Ann") == "100.25");
    CHECK(told_in(s, "revenue_won", "USD", "Ann") == "250.00");
    CHECK(told_in(s, "revenue_won", "EUR", "Ben") == "40.00");
    CHECK(told_in(s, "average_deal_size", "EUR") == "70.13");
    CHECK(told_in(s, "open_pipeline_value", "USD") == "500.00");
    CHECK(find_in(s, "revenue_won", "") == nullptr);
    CHECK(told(s, "deals_won") == "3/1"); // of all currencies
    CHECK(told(s, "win_rate") == "3/4");
    CHECK(told(s, "deals_without_value") == "0/1");
    CHECK(std::any_of(s.notes.begin(), s.notes.end(), [](const std::string &note) {
        return note.find("Amounts are in EUR, USD") != std::string::npos;
    }));
}

TEST_CASE("a settlement that says the same again gives a deal no currency, and its units no price") {
    const std::string heading = "at,kind,deal,currency,value,units\n2024-01-01,deal_won,other,BHD,5,1\n"
                                "2024-01-02,deal_won,a,,,3\n";
    const sheet again = report_on(heading + "2024-01-03,deal_won,a,JPY,100,\n");
    CHECK(find_in(again, "average_retail_price", "JPY") == nullptr);
    CHECK(told(again, "units_sold") == "4/1");
    const sheet on_one_day =
        report_on(heading + "2024-01-02,deal_won,a,JPY,100,\n"); // the row without comes first
    CHECK(find_in(on_one_day, "average_retail_price", "JPY") == nullptr);
    const sheet reopened = report_on(heading + "2024-01-01,opportunity,a,,,\n2024-01-03,opportunity,a,,,\n"
                                               "2024-01-04,deal_won,a,JPY,100,2\n");
    CHECK(told_in(reopened, "average_retail_price", "JPY") == "50");
    const sheet opened_for = report_on(heading + "2024-01-01,opportunity,a,JPY,90,\n");
    CHECK(told_in(opened_for, "average_retail_price", "JPY") == "30");
}

TEST_CASE("what is given or wanted in money needs one currency") {
    request asked;
    asked.given = {{"quota", {1000, 1}}};
    CHECK(told(report_on(of_two, asked), "open_to_quota") == "left out");
    request wanted;
    wanted.wanted = {{"revenue_won", {{1000, 1}, {}}}};
    CHECK(failure_of([&] { static_cast<void>(report_on(of_two, wanted)); }).find("in one currency") !=
          std::string::npos);
    request exact;
    exact.given = {{"cost", {1, 3}}};
    CHECK(failure_of([&] { static_cast<void>(report_on(of_two, exact)); }).find("cost") != std::string::npos);
}

TEST_CASE("by month, each month's amounts are of their currency") {
    request asked;
    asked.by = "month";
    const sheet s = report_on("at,kind,deal,value,currency\n2024-01-01,opportunity,a,10,EUR\n"
                              "2024-02-02,deal_won,a,,\n2024-02-03,deal_won,b,7,USD\n2024-03-01,call,,,\n",
                              asked);
    CHECK(told_in(s, "revenue_won", "EUR", "2024-01") == "0.00");
    CHECK(told_in(s, "revenue_won", "EUR", "2024-02") == "10.00"); // the last amount that its rows name
    CHECK(told_in(s, "revenue_won", "USD", "2024-02") == "7.00");
    CHECK(told_in(s, "open_pipeline_value", "EUR", "2024-01") == "10.00");
    CHECK(told_in(s, "open_pipeline_value", "EUR", "2024-02") == "0.00");
}

TEST_CASE("a deal is of the currency of its settlement, or else of the amount that it names last") {
    const sheet s = report_on("at,kind,deal,value,currency\n2024-01-01,opportunity,a,10,EUR\n"
                              "2024-01-02,deal_won,a,12,USD\n2024-01-03,deal_won,b,5,EUR\n");
    CHECK(told_in(s, "revenue_won", "USD") == "12.00");
    CHECK(told_in(s, "revenue_won", "EUR") == "5.00");

    const sheet later = report_on("at,kind,deal,value,currency\n2024-01-01,deal_won,a,70,EUR\n"
                                  "2024-01-05,proposal_sent,a,55,USD\n2024-01-02,deal_won,b,,\n"
                                  "2024-01-03,proposal_sent,b,8,EUR\n2024-01-04,proposal_sent,b,9,USD\n");
    CHECK(told_in(later, "revenue_won", "EUR") == "70.00");
    CHECK(told_in(later, "revenue_won", "USD") == "9.00");
}

TEST_CASE("what an open deal was worth in another currency is in the pipeline of none") {
    request asked;
    asked.by = "month";
    const sheet s = report_on("at,kind,deal,value,currency\n2024-01-01,opportunity,a,10,EUR\n"
                              "2024-02-02,proposal_sent,a,12,USD\n2024-02-03,opportunity,b,1,EUR\n",
                              asked);
    CHECK(told_in(s, "open_pipeline_value", "USD", "2024-01") == "0.00");
    CHECK(told_in(s, "open_pipeline_value", "USD", "2024-02") == "12.00");
    CHECK(told_in(s, "open_pipeline_value", "EUR", "2024-02") == "1.00");
}

TEST_CASE("what a customer spent is asked for in the unit, and in one currency") {
    const std::string log =
        "at,kind,deal,value\n2024-01-01,deal_won,a,9999.99\n2024-01-01,deal_won,b,10000\n";
    CHECK(told(in_euros(log), "clients_over_a_spend") == "1/2");
    const sheet s = report_on("at,kind,customer,value,currency\n2024-01-01,upsell,a,6000,EUR\n"
                              "2024-01-02,upsell,a,6000,USD\n2024-01-03,upsell,b,10000,USD\n");
    CHECK(told_in(s, "clients_over_a_spend", "EUR") == "0.0");
    CHECK(told_in(s, "clients_over_a_spend", "USD") == "50.0");
}

} // namespace money_test
