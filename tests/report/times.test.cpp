// SPDX-License-Identifier: MIT
// Time and identity: what is looked at, periods, cohorts, times between events, people, teams.
#include "reports.hpp"
#include "show/text.hpp"
#include "support/random.hpp"
#include <kpi/time/civil.hpp>

#include <algorithm>
#include <sstream>
#include <vector>

namespace times_test {
namespace {

using namespace report;
using namespace report::test;

std::int64_t day(std::int32_t year, int month, int date) {
    return kpi::at({year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(date)}).seconds;
}
bool has_note(const sheet &s, std::string_view part) {
    return std::any_of(s.notes.begin(), s.notes.end(),
                       [&](const std::string &note) { return note.find(part) != std::string::npos; });
}
request by(std::string part) {
    request asked;
    asked.by = std::move(part);
    return asked;
}

/// The words of the line that the text report begins with this name: of the whole, and behind it of a group.
std::string read(const sheet &s, std::string_view name, std::string_view group = {}) {
    std::stringstream text;
    print_text(text, s, {.all = true});
    bool is_its = false;
    for (std::string one; std::getline(text, one);) {
        std::stringstream words{one};
        std::string all, word;
        while (words >> word)
            all += (all.empty() ? "" : " ") + word;
        const std::string first = all.substr(0, all.find(' '));
        is_its = is_its ? one.starts_with("    ") : first == name;
        if (is_its && first == (group.empty() ? name : group)) return all;
    }
    return "left out";
}

const std::string deals = "at,kind,deal\n"
                          "2024-01-01,opportunity,a\n2024-01-31,deal_won,a\n"
                          "2024-02-29,opportunity,b\n2024-03-31,deal_lost,b\n"
                          "2024-03-01,opportunity,c\n2024-03-15,deal_won,c\n"
                          "2024-03-31T23:59:59,opportunity,d\n";

} // namespace

TEST_CASE("without a time on the row, it is found out from the rows of the case") {
    const sheet s = report_on(deals);
    CHECK(told(s, "sales_cycle_length") == "44/2"); // 30 and 14 days
    CHECK(told(s, "lost_cycle_length") == "31/1");  // over a leap day, and never mixed in
    CHECK(told(s, "sales_cycle_extremes") == "14/1");
    CHECK(beside(s, "sales_cycle_extremes", "greatest") == 30);
}

TEST_CASE("a time that a row tells counts for that row; other cases are paired by their dates") {
    const sheet s = report_on("at,kind,deal,elapsed\n2024-01-01,opportunity,a,\n2024-01-31,deal_won,a,86400\n"
                              "2024-01-01,opportunity,b,\n2024-01-31,deal_won,b,\n"
                              "2024-01-01,opportunity,c,\n2024-01-11,deal_lost,c,\n");
    CHECK(told(s, "sales_cycle_length") == "31/2"); // 1 and 30 days
    CHECK(told(s, "lost_cycle_length") == "10/1");
}

TEST_CASE("a response in rows out of order is that to the first arrival") {
    const sheet s =
        report_on("at,kind,lead\n2024-01-02,first_response,x\n2024-01-01,mcl,x\n2024-01-01T12:00,mql,x\n"
                  "2024-01-05,first_response,y\n2024-01-06,mcl,z\n");
    CHECK(told(s, "response_time") == "86400/1"); // the rows came in the wrong order
}

TEST_CASE("a time of dates alone is counted in seconds, and told in days") {
    std::string log = "at,kind,rep,lead\n";
    const auto add = [&](int lead, std::string_view arrival, std::string_view answer, std::string_view rep) {
        log.append(arrival).append(",mql,,").append(std::to_string(lead)).append("\n");
        log.append(answer).append(",first_response,").append(rep).append(",");
        log.append(std::to_string(lead)).append("\n");
    };
    for (int days = 1; days <= 10; ++days)
        add(days, "2024-01-01", iso_day(day(2024, 1, 1 + days)), "Ann");
    request asked = by("rep");
    asked.wanted = read_targets({"response_time=172800"});
    const sheet s = report_on(log, asked);
    CHECK(told(s, "response_time") == "4752000/10");
    CHECK(read(s, "response_time") == "response_time 5.5 days 55/10 10 2.0 275.0 %");
    CHECK(read(s, "response_time", "Ann") == "Ann 5.5 days 55/10 10 2.0 275.0 %");
    CHECK(read(s, "handover_response_time") == "handover_response_time 5.5 days 55/10 10");
    CHECK(read(s, "response_time_quantiles") == "response_time_quantiles 5.5 days 10 p90 9, max 10");
    CHECK(beside(s, "response_time_quantiles", "max") >= 10 * 86400 * 0.992); // a bucket of seconds
    CHECK(beside(s, "response_time_quantiles", "half_width") > 0);

    add(11, "2024-01-01", "2024-09-02", "Ann"); // 245 days: a bucket holds several
    CHECK(read(report_on(log), "response_time_quantiles") ==
          "response_time_quantiles 6 days 11 p90 10, max 244");
    const std::string one = "at,kind,lead\n2024-01-01,mql,x\n2024-09-02,first_response,x\n";
    CHECK(read(report_on(one), "response_time_quantiles") ==
          "response_time_quantiles 244 days 1 within 243..245, max 244");

    add(12, "2024-01-01T09:00", "2024-01-01T09:10", "Ben"); // a pair with times
    const sheet both = report_on(log, asked);
    CHECK(read(both, "response_time") == "response_time 600.0 s 600/1 1 172800.0 0.35 % 11 by date");
    CHECK(read(both, "response_time", "Ben") == "Ben 600.0 s 600/1 1 172800.0 0.35 %");
    CHECK(read(both, "response_time", "Ann") == "Ann 27.3 days 300/11 11 2.0 1363.6 %");
}

TEST_CASE("a number that no row has makes no figure of zeros") {
    const sheet s = report_on("at,kind\n2024-01-01,picked_up\n2024-01-01,deal_won\n");
    for (const char *name : {"talk_time", "talk_time_quantiles", "zero_second_pick_ups", "revenue_won",
                             "deals_without_value", "units_sold", "sales_cycle_length"})
        CHECK(told(s, name) == "left out");
    const sheet some = report_on("at,kind,elapsed,value\n2024-01-01,picked_up,0,\n2024-01-01,picked_up,,\n"
                                 "2024-01-01,deal_won,,10\n2024-01-01,deal_won,,\n");
    CHECK(told(some, "talk_time") == "0/1");
    CHECK(told(some, "zero_second_pick_ups") == "1/1");
    CHECK(told(some, "average_deal_size") == "10/1");
    CHECK(told(some, "deals_without_value") == "1/1");
}

TEST_CASE("periods: growth from one complete one to the next, never with the running one") {
    request asked = by("month");
    asked.as_of = day(2024, 3, 30);
    const sheet s = report_on("at,kind\n2024-01-01,call\n2024-01-31,call\n2024-02-01,call\n2024-02-29,call\n"
                              "2024-02-29T23:59:59,call\n2024-03-01,call\n2024-03-31,call\n",
                              asked);
    CHECK(s.groups == std::vector<std::string>{"2024-01", "2024-02", "2024-03"});
    CHECK(told(s, "calls", "2024-02") == "3/1");
    CHECK(told(s, "calls", "2024-03") == "1/1"); // that of the 31st is later than what is looked at
    CHECK(s.rows.events_after == 1);
    CHECK(s.rows.out_of_frame == 1);
    CHECK(s.rows.closes());
    CHECK(s.group_marks[2] == "running");
    const line &calls = *find(s, "calls");
    CHECK(aside_of(calls.groups[0], "growth") == nullptr);
    CHECK(aside_of(calls.groups[1], "growth")->text == "+50.0 %");
    CHECK(aside_of(calls.groups[2], "growth") == nullptr);
    CHECK(has_note(s, "2024-03 is still running"));
}

TEST_CASE("a period in which the log begins is compared with nothing, one without an event is shown") {
    const sheet s = report_on("at,kind\n2024-01-15,call\n2024-02-01,call\n2024-04-01,call\n2024-04-30,call\n",
                              by("month"));
    CHECK(s.groups == std::vector<std::string>{"2024-01", "2024-02", "2024-03", "2024-04"});
    CHECK(aside_of(find(s, "calls")->groups[1], "growth") == nullptr);
    CHECK(told(s, "calls", "2024-03") == "0/1");
    CHECK(s.group_marks == std::vector<std::string>{"log begins in it", "", "", ""});
}

TEST_CASE("of what the log covers, periods are shown of what is looked at alone") {
    request asked = by("month");
    asked.covers = {day(2023, 11, 1), day(2024, 6, 1)};
    asked.as_of = day(2024, 3, 30);
    const std::string log = "at,kind\n2024-01-05,call\n2024-03-05,call\n";
    CHECK(report_on(log, asked).groups ==
          std::vector<std::string>{"2023-11", "2023-12", "2024-01", "2024-02", "2024-03"});
    asked.window = 60 * 86400; // from January 31
    const sheet s = report_on(log, asked);
    CHECK(s.groups == std::vector<std::string>{"2024-01", "2024-02", "2024-03"});
    CHECK(s.group_marks == std::vector<std::string>{"log begins in it", "", "running"});
    CHECK(told(s, "calls", "2024-03") == "1/1");
}

TEST_CASE("weeks begin where the user's do, and are numbered as ISO has them where they begin on Monday") {
    const std::string log =
        "at,kind\n2023-12-31,call\n2024-01-01,call\n2024-01-07T23:59:59,call\n2024-01-08,call\n";
    const sheet iso = report_on(log, by("week"));
    CHECK(iso.groups == std::vector<std::string>{"2023-W52", "2024-W01", "2024-W02"});
    CHECK(iso.group_marks == std::vector<std::string>{"log begins in it", "", "running"});
    CHECK(told(iso, "calls", "2024-W01") == "2/1");
    request from_sunday = by("week");
    from_sunday.starts.weekday = 6;
    const sheet s = report_on(log, from_sunday);
    CHECK(s.groups == std::vector<std::string>{"week of 2023-12-31", "week of 2024-01-07"});
    CHECK(told(s, "calls", "week of 2023-12-31") == "2/1");
    CHECK(told(s, "calls", "week of 2024-01-07") == "2/1");
}

TEST_CASE("a fiscal year is called after the year in which it ends") {
    const std::string log = "at,kind\n2024-03-31,call\n2024-04-01,call\n2024-12-31,call\n2025-01-01,call\n"
                            "2025-03-31,call\n2025-04-01,call\n";
    request asked = by("fiscal_year");
    asked.starts.month = 4;
    const sheet years = report_on(log, asked);
    CHECK(years.groups == std::vector<std::string>{"FY2024", "FY2025", "FY2026"});
    CHECK(told(years, "calls", "FY2025") == "4/1");
    asked.by = "fiscal_quarter";
    const sheet quarters = report_on(log, asked);
    CHECK(quarters.groups ==
          std::vector<std::string>{"FY2024Q4", "FY2025Q1", "FY2025Q2", "FY2025Q3", "FY2025Q4", "FY2026Q1"});
    CHECK(told(quarters, "calls", "FY2025Q4") == "2/1");
    asked.starts.month = 1;
    CHECK(report_on(log, asked).groups.front() == "FY2024Q1");
    asked.starts.month = 12; // December 2024 is of the year that ends in November 2025
    CHECK(report_on(log, asked).groups.front() == "FY2024Q2");
}

TEST_CASE("one date, the first event ever, and events without a date") {
    const sheet one = report_on("at,kind\n1969-12-31T23:59:59,call\n", by("quarter"));
    CHECK(one.groups == std::vector<std::string>{"1969Q4"});
    CHECK(iso_day(*one.as_of) == "1969-12-31");
    constexpr std::string_view no_dates =
        R"({"at": {"column": "at", "optional": true}, "deal": "d", "prospect": {"row": true},
            "events": [{"kind": {"column": "k", "map": {"O": "opportunity", "W": "deal_won", "C": "call"}},
                        "undated": true}]})";
    const sheet s = report_on("at,k,d\n,O,a\n,W,a\n,C,\n", no_dates, by("month"));
    CHECK(s.groups.empty());
    CHECK_FALSE(s.as_of);
    CHECK(told(s, "sales_cycle_length") == "left out");
    CHECK(told(s, "attempts_per_prospect") == "1/1");
}

TEST_CASE("a window: the last days up to the one it is seen from; the rest is counted") {
    request asked;
    asked.as_of = day(2024, 1, 31);
    asked.window = 2 * 86400;
    const sheet s = report_on(
        "at,kind\n2024-01-29T23:59:59,call\n2024-01-30,call\n2024-01-31T23:59:59,call\n2024-02-01,call\n",
        asked);
    CHECK(told(s, "calls") == "2/1");
    CHECK(s.rows.events_before == 1);
    CHECK(s.rows.events_after == 1);
    CHECK(s.rows.closes());
    CHECK(read_length("30d") == 30 * 86400);
    CHECK(read_length("4w") == 28 * 86400);
    for (const char *wrong : {"", "d", "30", "0d", "-1d", "1.5d", "30 d", "999999d"})
        CHECK_FALSE(read_length(wrong));
    std::vector<source> log;
    log.push_back(
        source_of("log.csv", "at,kind\n2024-01-05T10:00,call\n2024-01-04,call\n", load_profile("native")));
    CHECK(last_day(std::move(log)) == day(2024, 1, 5));
}

TEST_CASE("the offset moves times that carry a zone, and no others") {
    const auto moved = [](const std::string &at) {
        return iso_day(*report_on(source_of("log.csv", "at,kind\n" + at + ",call\n",
                                            load_profile("native", zone{2 * 3600})))
                            .rows.first);
    };
    CHECK(moved("2024-01-31T23:00Z") == "2024-02-01");
    CHECK(moved("2024-01-31T23:00") == "2024-01-31");
}

TEST_CASE("a cohort: those too young to be judged are out of it, and shown") {
    request asked;
    asked.maturity = 20 * 86400;
    asked.as_of = day(2024, 3, 31);
    const sheet s = report_on(deals, asked);
    CHECK(told(s, "cohort_win_rate") == "1/3"); // a took 30 days, c 14, b was lost, d is a second old
    const sheet sofar = report_on(deals);
    CHECK(told(sofar, "cohort_win_rate") == "2/4");
    CHECK(told(sofar, "cohort_win_rate_closed") == "2/3");
}

TEST_CASE("lead velocity: of leads that got there first, between complete months") {
    const std::string leads =
        "at,kind,lead\n2024-01-01,mql,a\n2024-01-31,mql,b\n2024-02-01,mql,b\n2024-02-02,sql,c\n"
        "2024-02-03,mql,d\n2024-02-29,mql,e\n2024-03-01,mql,f\n";
    CHECK(told(report_on(leads), "lead_velocity_rate") == "1/2"); // from 2 to 3; March is running
    const sheet s = report_on(leads, by("month"));
    CHECK(told(s, "lead_velocity_rate", "2024-02") == "1/2");
    CHECK(told(s, "lead_velocity_rate", "2024-01") == "0/0");
    CHECK(told(s, "lead_velocity_rate", "2024-03") == "0/0");
}

TEST_CASE("people: each once, and in every group that touched them") {
    const std::string log =
        "at,kind,rep,prospect\n2024-01-01,call,Ann,p\n2024-01-02,call,Ann,p\n2024-01-03,call,Ben,p\n"
        "2024-01-04,customer,Ben,p\n2024-01-01,call,Ben,q\n2024-01-09,call,Ben,\n";
    const sheet s = report_on(log, by("rep"));
    CHECK(told(s, "prospect_acquisition_rate") == "1/2");
    CHECK(told(s, "prospect_acquisition_rate", "Ann") == "1/1");
    CHECK(told(s, "prospect_acquisition_rate", "Ben") == "1/2");
    CHECK(told(s, "share_touched_twice") == "1/2");
    CHECK(told(s, "touches_per_customer") == "3/1");
    CHECK(told(s, "attempts_per_prospect") == "4/2");
    CHECK(has_note(s, "1 of 5 touches have no prospect"));
}

TEST_CASE("any number of people is counted exactly") {
    std::string log = "at,kind,prospect\n";
    for (int i = 0; i < 90000; ++i)
        log += "2024-01-01,call,p" + std::to_string(i) + '\n';
    CHECK(told(report_on(std::move(log)), "share_touched_twice") == "0/90000");
}

TEST_CASE("touches until a deal is won") {
    const std::string log =
        "at,kind,channel,prospect\n2024-01-01,call,phone,p\n2024-01-02,email_sent,email,p\n"
        "2024-01-03,email_sent,email,p\n2024-01-04,deal_won,,p\n2024-01-04,deal_won,,q\n";
    const sheet s = report_on(log);
    CHECK(told(s, "touches_per_won_deal") == "3/2");
    CHECK(beside(s, "touches_per_won_deal", "untouched") == 1);
}

TEST_CASE("context switches: each rep's own steps, where the log says who") {
    const std::string log =
        "at,kind,channel,rep\n2024-01-01T09:00,call,phone,Ann\n2024-01-01T09:10,email_sent,email,Ben\n"
        "2024-01-01T09:30,email_sent,email,Ann\n2024-01-01T09:40,email_sent,email,Ben\n";
    const sheet s = report_on(log, by("rep"));
    CHECK(told(s, "context_switches") == "1/3600");
    CHECK(told(s, "context_switches", "Ann") == "1/1800");
    CHECK(told(s, "context_switches", "Ben") == "0/1800");
    CHECK(told(report_on("at,kind\n2024-01-01T09:00,call\n2024-01-01T09:10,email_sent\n"),
               "context_switches") == "left out");
}

TEST_CASE("a team: how even it is, without its best, and who is at target") {
    request asked = by("rep");
    asked.wanted = {{"revenue_won", {{600, 1}, {}}}, {"win_rate", {{1, 2}, {}}}};
    asked.top = 2;
    std::string log = "at,kind,rep,value\n2024-01-01,deal_lost,e,\n";
    const int values[] = {156, 132, 96, 84, 72};
    for (int i = 0; i < 5; ++i)
        log += std::string{"2024-01-01,deal_won,"} + "abcde"[i] + ',' + std::to_string(values[i]) + '\n';
    const sheet s = report_on(log, asked);
    CHECK(told(s, "gini_of_revenue_won") == "432/2700");
    CHECK(told(s, "top_2_share_of_revenue_won") == "288/540");
    CHECK(told(s, "revenue_won_without_top_2") == "252/1");
    CHECK(told(s, "share_of_reps_at_target_of_revenue_won") == "2/5"); // 120 each
    CHECK(told(s, "share_of_reps_at_target_of_win_rate") == "5/5");
    CHECK(beside(s, "revenue_won", "rank", "e") == 5);
    CHECK(told(report_on(log, by("month")), "gini_of_revenue_won") == "left out");
}

} // namespace times_test
