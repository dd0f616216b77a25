// SPDX-License-Identifier: MIT
// What waits at the end of the log: deals that are too old or overdue, and leads without an answer.
#include "figures/open_cases.hpp"
#include "reports.hpp"
#include "show/acts_wanted.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace to_act_on_test {
namespace {

using namespace report;
using namespace report::test;
using why = to_act_on::why;

const std::string heading = "at,kind,deal,lead,rep,value,due\n";
std::string day(int n) { return iso_day(kpi::at({2024, 1, 1}).seconds + n * a_day); }
/// So many deals that took 1, 2, 3, ... days.
std::vector<std::string> won(int n) {
    std::vector<std::string> rows;
    for (int i = 1; i <= n; ++i) {
        const std::string behind = ",w" + std::to_string(i) + ",,Ann,10,\n";
        rows.push_back(day(0) + ",opportunity" + behind), rows.push_back(day(i) + ",deal_won" + behind);
    }
    return rows;
}
std::string opened(int on, const std::string &id, const std::string &value, int due = -1) {
    return day(on) + ",opportunity," + id + ",,Ben," + value + ',' + (due < 0 ? "" : day(due)) + '\n';
}
/// As of day 100.
std::string log_of(const std::vector<std::string> &rows) {
    std::string text = heading + day(100) + ",call,,,Ann,,\n";
    for (const std::string &row : rows)
        text += row;
    return text;
}
std::vector<std::string> some_rows() {
    std::vector<std::string> rows = won(30);
    for (const std::string &row : {opened(73, "young", "1000"), opened(72, "old", "500"),
                                   opened(10, "oldest", ""), opened(50, "late", "700", 90)})
        rows.push_back(row);
    return rows;
}
sheet listed(const std::string &log, request asked = {}) {
    asked.to_act_on = true;
    return report_on(log, asked);
}
const to_act_on *of(const sheet &s, why what) {
    const auto found =
        std::find_if(s.to_act.begin(), s.to_act.end(), [&](const auto &act) { return act.what == what; });
    return found != s.to_act.end() ? &*found : nullptr;
}
std::string ids(const to_act_on &act) {
    std::string text;
    for (const case_to_act_on &one : act.first)
        text += (text.empty() ? "" : " ") + one.id;
    return text;
}
std::string printed(const sheet &s) {
    std::ostringstream text;
    print_to_act_on(text, s, {});
    return text.str();
}

} // namespace

TEST_CASE("deals that are open for longer than nine in ten of the won ones took") {
    const sheet s = listed(log_of(some_rows()));
    const to_act_on *const stale = of(s, why::stale_deal);
    REQUIRE(stale != nullptr);
    CHECK(stale->longer_than == 27 * a_day); // "young" is 27 days old
    CHECK(stale->n == 3);
    CHECK(ids(*stale) == "late old oldest"); // by value, and what has none comes last
    CHECK(told(*stale->value) == "1200/1");
    CHECK(stale->first[1].rep == "Ben");
    CHECK(stale->first[1].seconds == 28 * a_day);
    CHECK(spoken(*stale) == "3 open deals, worth 1,200, are older than 27 days: nine in ten of the won "
                            "deals took no longer.");
    CHECK(of(s, why::unanswered_lead) == nullptr);
}

TEST_CASE("... are not told of too few won deals") {
    std::vector<std::string> rows = won(28);
    rows.push_back(opened(0, "old", "5"));
    CHECK(of(listed(log_of(rows)), why::stale_deal) == nullptr);
    rows = won(29);
    rows.push_back(opened(0, "old", "5"));
    CHECK(of(listed(log_of(rows)), why::stale_deal) != nullptr);
}

TEST_CASE("deals past their due date, however few deals were won") {
    const sheet s = listed(log_of(
        {opened(50, "late", "700", 90), opened(60, "today", "1", 100), opened(70, "later", "1", 120)}));
    const to_act_on *const overdue = of(s, why::overdue_deal);
    REQUIRE(overdue != nullptr);
    CHECK(ids(*overdue) == "late");
    CHECK(spoken(*overdue) == "1 open deal, worth 700, is past its due date.");
}

TEST_CASE("leads that wait, by the target or by how long those waited that were answered") {
    std::string log = "at,kind,lead,rep\n2024-01-10T12:00:00,call,,Ann\n";
    for (int i = 10; i < 40; ++i) {
        const std::string lead = ",a" + std::to_string(i) + ",Ann\n";
        log += "2024-01-02T09:00:00,mcl" + lead;
        log += "2024-01-02T09:" + std::to_string(i) + ":00,first_response" + lead;
    }
    log += "2024-01-10T20:00:00,mcl,latest,Ann\n2024-01-10T23:25:00,mcl,late,Ann\n2024-01-10T23:24:59,mcl,"
           "later,Ben\n"; // the day ends at 24:00
    request asked;
    const sheet by_others = listed(log);
    const to_act_on *act = of(by_others, why::unanswered_lead);
    REQUIRE(act != nullptr);
    CHECK_FALSE(act->by_target);
    CHECK(act->longer_than > 35u * 60);
    CHECK(act->longer_than < 37u * 60);
    CHECK(ids(*act) == "latest");
    asked.wanted = read_targets({"response_time=2100"});
    const sheet by_target = listed(log, asked);
    act = of(by_target, why::unanswered_lead);
    REQUIRE(act != nullptr);
    CHECK(ids(*act) == "latest later"); // 35 minutes and a second
    CHECK(spoken(*act) == "2 leads have waited for an answer for more than 35 min, the target.");
}

TEST_CASE("of many the ten greatest are named, where they are asked for") {
    std::vector<std::string> rows = won(30);
    for (int i = 10; i < 30; ++i)
        rows.push_back(opened(i, "d" + std::to_string(i), std::to_string(i % 3)));
    const sheet s = listed(log_of(rows));
    REQUIRE(of(s, why::stale_deal) != nullptr);
    CHECK(of(s, why::stale_deal)->n == 20);
    CHECK(ids(*of(s, why::stale_deal)) == "d11 d14 d17 d20 d23 d26 d29 d10 d13 d16");
    CHECK(printed(s).find("d29") != std::string::npos);

    const std::string unasked = printed(report_on(log_of(rows)));
    CHECK(unasked.find("d29") == std::string::npos);
    CHECK(unasked.find("20 open deals") != std::string::npos);
    CHECK(unasked.find("--to-act-on") != std::string::npos);
}

TEST_CASE("what waits does not hang on the order of rows, on threads, groups, windows and maturity") {
    std::vector<std::string> rows = some_rows();
    const std::string wanted = printed(listed(log_of(rows)));
    std::reverse(rows.begin(), rows.end());
    CHECK(printed(listed(log_of(rows))) == wanted);
    request asked;
    asked.by = "rep,month", asked.maturity = 60 * a_day;
    CHECK(printed(listed(log_of(rows), asked)) == wanted);
    request recent;
    recent.as_of = kpi::at({2024, 1, 1}).seconds + 100 * a_day, recent.window = 7 * a_day;
    CHECK(printed(listed(log_of(rows), recent)) == wanted);

    request threads;
    threads.threads = 3, threads.slice = 200;
    CHECK(printed(report_on(log_of(rows), threads)) == printed(report_on(log_of(rows))));
    request of_ann;
    of_ann.where = {"rep=Ann"};
    CHECK(of(listed(log_of(rows), of_ann), why::overdue_deal) == nullptr);
}

TEST_CASE("amounts of several currencies are not added up") {
    const sheet s = listed("at,kind,deal,value,currency,due\n2024-01-02,opportunity,a,5,EUR,2024-01-03\n"
                           "2024-01-02,opportunity,b,7,USD,2024-01-03\n2024-01-09,call,,,,\n");
    REQUIRE(of(s, why::overdue_deal) != nullptr);
    CHECK(of(s, why::overdue_deal)->n == 2);
    CHECK_FALSE(of(s, why::overdue_deal)->value);
    CHECK_FALSE(of(s, why::overdue_deal)->first[0].value);
}

TEST_CASE("piles by time: of seconds, minutes and days") {
    piles_by_time piles;
    for (const std::uint32_t seconds : {0u, 3599u, 3600u, 3601u, 172'800u, 172'801u, 900'000u})
        piles.add({1, 0, seconds}, 1);
    CHECK(piles.all().n == 7);
    CHECK(piles.above(3599).n == 5);
    CHECK(piles.above(3600).n == 4);
    CHECK(piles.above(3660).n == 3);
    CHECK(piles.above(172'800).n == 2);
    CHECK(piles.above(11 * 86'400).n == 0);
    CHECK(piles_by_time::rounded_up(3600) == 3600);
    CHECK(piles_by_time::rounded_up(3601) == 3660);
    CHECK(piles_by_time::rounded_up(172'801) == 259'200);
}

} // namespace to_act_on_test
