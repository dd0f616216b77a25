// SPDX-License-Identifier: MIT
// Periods of so many days: a limit that holds for 30 days, campaign by campaign, the worst first.
#include "profile/periods.hpp"
#include "program.hpp"
#include "reports.hpp"
#include "run.hpp"
#include "show/group_table.hpp"
#include <kpi/time/civil.hpp>
#include <kpi/time/period.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace days_test {
namespace {

using namespace report;
using namespace report::test;

std::int32_t day(int month, int date) {
    return kpi::days<1>::index(
        kpi::at({2024, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(date)}));
}
request by(std::string groups, std::int32_t first_day) {
    request asked;
    asked.by = std::move(groups), asked.starts.day = first_day;
    return asked;
}
std::string refused(const std::string &groups) {
    return failure_of([&] { static_cast<void>(report_on("at,kind\n2024-01-01,call\n", by(groups, 0))); });
}

/// So many calls that a person answered, and how many of them no rep took.
std::string calls(const std::string &on, const std::string &campaign, int answered, int abandoned) {
    const std::string behind = ',' + campaign + '\n';
    return on + ",conversation," + std::to_string(answered - abandoned) + behind + on + ",abandoned," +
           std::to_string(abandoned) + behind;
}
const std::string dialed = "at,kind,count,campaign\n" + calls("2024-01-10", "spring", 100, 3) +
                           calls("2024-02-08", "spring", 100, 3) + calls("2024-02-09", "spring", 200, 1) +
                           calls("2024-01-20", "autumn", 50, 4) + calls("2024-02-09", "autumn", 1000, 31);

} // namespace

TEST_CASE("so many days are a period, counted from a day, before it too, and named by their first and last") {
    const calendar thirty{30, {.day = day(1, 10)}};
    CHECK(thirty.label(thirty.period_of({(std::int64_t{day(1, 10)}) * a_day})) == "2024-01-10..2024-02-08");
    CHECK(thirty.label(thirty.period_of({(std::int64_t{day(2, 9)}) * a_day - 1})) ==
          "2024-01-10..2024-02-08");
    CHECK(thirty.label(thirty.period_of({(std::int64_t{day(2, 9)}) * a_day})) == "2024-02-09..2024-03-09");
    CHECK(thirty.label(thirty.period_of({(std::int64_t{day(1, 9)}) * a_day})) == "2023-12-11..2024-01-09");
    const calendar one{1, {.day = day(1, 10)}};
    CHECK(one.label(one.period_of({(std::int64_t{day(3, 1)}) * a_day})) == "2024-03-01..2024-03-01");
}

TEST_CASE("abandon rate by campaign in periods of 30 days, the worst first, against its limit") {
    request asked = by("campaign,30d", day(1, 10));
    asked.wanted = read_targets({"abandon_rate=3%"});
    const sheet s = report_on(dialed, asked);
    CHECK(s.groups ==
          std::vector<std::string>{"autumn, 2024-01-10..2024-02-08", "autumn, 2024-02-09..2024-03-09",
                                   "spring, 2024-01-10..2024-02-08", "spring, 2024-02-09..2024-03-09"});
    CHECK(told(s, "abandon_rate", "autumn, 2024-01-10..2024-02-08") == "4/50");    // 8 %
    CHECK(told(s, "abandon_rate", "autumn, 2024-02-09..2024-03-09") == "31/1000"); // 3.1 %: beyond
    CHECK(told(s, "abandon_rate", "spring, 2024-01-10..2024-02-08") == "6/200");   // 3 %: not beyond
    CHECK(told(s, "abandon_rate", "spring, 2024-02-09..2024-03-09") == "1/200");
    CHECK(s.group_marks == std::vector<std::string>{"", "running", "", "running"});
    CHECK(s.notes.back() == "Groups are in the order of their abandon_rate, the worst first");
    REQUIRE(table_of(s).size() > 1);
    CHECK(table_of(s)[0]->how.name == "abandon_rate");
    CHECK(table_of(s)[1]->column == 2);
    const line &rate = *find(s, "abandon_rate");
    CHECK(compare(attainment(rate.groups[2].exact, *rate.target_of(2)), {1, 1}) == 0);
    CHECK(told(s, "conversations", "autumn, 2024-01-10..2024-02-08") == "46/1"); // its figures came along
}

TEST_CASE(
    "without a target the first share of which less is better puts groups in order; alone they are in time") {
    CHECK(report_on(dialed, by("campaign,30d", day(1, 10))).groups.front() ==
          "autumn, 2024-01-10..2024-02-08");
    CHECK(report_on(dialed, by("30d,campaign", day(1, 10))).groups.back() ==
          "spring, 2024-02-09..2024-03-09");
    CHECK(report_on(dialed, by("30d", day(1, 10))).groups ==
          std::vector<std::string>{"2024-01-10..2024-02-08", "2024-02-09..2024-03-09"});
    CHECK(report_on(dialed, by("campaign,month", {})).groups.front() == "autumn, 2024-01");
    request more = by("campaign,30d", day(1, 10)); // of conversations the fewest are the worst
    more.wanted = read_targets({"conversations>=100"});
    CHECK(report_on(dialed, more).groups.front() == "autumn, 2024-01-10..2024-02-08");
    CHECK(report_on(dialed, more).groups.back() == "autumn, 2024-02-09..2024-03-09");
}

TEST_CASE("where nobody knows who picked up, there is no abandon rate, whatever its period") {
    const sheet s = report_on(dialed + "2024-02-10,picked_up,1,spring\n", by("campaign,30d", day(1, 10)));
    CHECK(told(s, "abandon_rate", "spring, 2024-02-09..2024-03-09") == "0/0");
    CHECK(told(s, "abandon_rate", "autumn, 2024-02-09..2024-03-09") == "31/1000");
}

TEST_CASE("opens and replies by campaign") {
    const sheet s = report_on("at,kind,count,channel,campaign\n2024-01-01,email_sent,10,email,a\n"
                              "2024-01-01,email_sent,20,email,b\n2024-01-02,email_opened,4,email,a\n"
                              "2024-01-02,email_opened,15,email,b\n2024-01-03,reply_positive,1,email,a\n"
                              "2024-01-03,reply_negative,3,email,b\n2024-01-03,reply_positive,1,phone,b\n",
                              by("campaign", {}));
    CHECK(s.groups == std::vector<std::string>{"a", "b"});
    CHECK(told(s, "open_rate", "a") == "4/10");
    CHECK(told(s, "open_rate", "b") == "15/20");
    CHECK(told(s, "reply_rate", "a") == "1/10");
    CHECK(told(s, "reply_rate", "b") == "3/20");
}

TEST_CASE("a number of days that is none is refused with what is wanted") {
    CHECK(refused("campaign,0d") ==
          "--by campaign,0d: \"0d\" is no number of days or weeks, such as 30d or 4w");
    CHECK(refused("30") == "--by 30: \"30\" is no number of days or weeks, such as 30d or 4w");
    CHECK(refused("30days") == "--by 30days: \"30days\" is no number of days or weeks, such as 30d or 4w");
    CHECK(refused("30d,month") == "--by 30d,month: one stretch of the calendar is enough");
}

TEST_CASE("days are counted from the first one that is looked at, and of each group from its first call") {
    const auto found = [](const std::string &text, std::vector<std::string> where, std::string groups,
                          std::int32_t as_of = day(12, 31)) {
        request asked = by(std::move(groups), {});
        asked.as_of = as_of * a_day;
        asked.where = std::move(where), asked.threads = 2, asked.slice = 32;
        find_first_days(
            [&] {
                std::vector<source> log;
                log.push_back(source_of("log.csv", text, load_profile("native")));
                return log;
            },
            asked);
        return asked;
    };
    CHECK(found(dialed, {}, "campaign,30d").starts.day == day(1, 10));
    CHECK(found(dialed, {}, "campaign,30d").first_days ==
          first_days_of_groups{{"spring", day(1, 10)}, {"autumn", day(1, 20)}});
    CHECK(found(dialed, {"campaign=autumn"}, "30d").starts.day == day(1, 20));
    CHECK(found(dialed, {}, "30d").first_days.empty());
    CHECK(found("at,kind\n", {}, "30d").starts.day == 0);
    CHECK(
        found("at,kind,campaign\n2024-01-05,email_sent,a\n2024-03-02,call,a\n", {}, "campaign,30d", day(2, 1))
            .first_days == first_days_of_groups{{"a", day(1, 5)}}); // nobody looks at the call
    const request mailed = found(dialed + "2024-01-02,email_sent,1,spring\n2024-01-05,email_sent,1,mail\n"
                                          "2024-01-06,call,1,\n,call,1,mail\n",
                                 {}, "campaign,30d");
    CHECK(mailed.starts.day == day(1, 2));
    CHECK(mailed.first_days ==
          first_days_of_groups{
              {"", day(1, 6)}, {"spring", day(1, 10)}, {"autumn", day(1, 20)}, {"mail", day(1, 5)}});
}

TEST_CASE("each campaign has 30 days after 30 days from its first call on") {
    request asked = by("campaign,30d", day(1, 10));
    asked.first_days = {{"spring", day(1, 10)}, {"autumn", day(1, 20)}};
    const sheet s = report_on(dialed, asked);
    CHECK(s.groups == std::vector<std::string>{"autumn, 2024-01-20..2024-02-18",
                                               "spring, 2024-01-10..2024-02-08",
                                               "spring, 2024-02-09..2024-03-09"});
    CHECK(s.group_marks == std::vector<std::string>{"running", "", "running"});
    CHECK(told(s, "abandon_rate", "autumn, 2024-01-20..2024-02-18") == "35/1050");
    CHECK(told(s, "abandon_rate", "spring, 2024-01-10..2024-02-08") == "6/200");
    CHECK(told(s, "abandon_rate", "spring, 2024-02-09..2024-03-09") == "1/200");
    CHECK(std::any_of(s.notes.begin(), s.notes.end(), [](const std::string &note) {
        return note ==
               "Days are counted for each campaign from its first call, or where it has none from its "
               "first event; the period that is still running on 2024-02-09 is compared with nothing";
    }));
}

TEST_CASE("what a campaign was before its first call is shown where it was anything, and no case is lost") {
    request asked = by("campaign,30d", day(1, 2));
    asked.first_days = {{"spring", day(2, 20)}, {"autumn", day(1, 20)}};
    const std::string text = "at,kind,lead,deal,campaign\n2024-01-02,mql,a,,spring\n"
                             "2024-01-05,opportunity,a,d,\n2024-02-25,deal_won,,d,\n"
                             "2024-03-01,conversation,,,autumn\n2024-02-20,conversation,,,spring\n";
    const sheet s = report_on(text, asked);
    std::vector<std::string> groups = s.groups;
    std::sort(groups.begin(), groups.end());
    CHECK(groups ==
          std::vector<std::string>{"autumn, 2024-02-19..2024-03-19", "spring, 2023-12-22..2024-01-20",
                                   "spring, 2024-01-21..2024-02-19", "spring, 2024-02-20..2024-03-20"});
    CHECK(told(s, "marketing_qualified_leads", "spring, 2023-12-22..2024-01-20") == "1/1");
    CHECK(told(s, "opportunities_created", "spring, 2023-12-22..2024-01-20") == "1/1");
    CHECK(told(s, "opportunities_created", "spring, 2024-01-21..2024-02-19") == "0/1");
    CHECK(told(s, "deals_won", "spring, 2024-02-20..2024-03-20") == "1/1"); // of its lead's campaign
    CHECK(told(s, "conversations", "autumn, 2024-02-19..2024-03-19") == "1/1");
}

TEST_CASE("the program counts days from the log's first, from what it covers, or from the window") {
    const folder here;
    here.write("log.csv", dialed);
    const auto first_group = [&](const std::string &options) {
        const std::string out = here.run("log.csv --format json " + options).out;
        const std::size_t at = out.find("\"groups\": ["), name = out.find("\"name\": \"", at) + 9;
        return out.substr(name, out.find('"', name) - name);
    };
    CHECK(first_group("--by 30d") == "2024-01-10..2024-02-08");
    CHECK(first_group("--by 30d --where campaign=autumn") == "2024-01-20..2024-02-18");
    CHECK(first_group("--by campaign,30d") == "autumn, 2024-01-20..2024-02-18");
    CHECK(first_group("--by campaign,30d --window 20d") == "autumn, 2024-01-21..2024-02-19");
    CHECK(first_group("--by 4w --covers 2024-01-01..2024-03-31") == "2024-01-01..2024-01-28");
    CHECK(first_group("--by 4w --covers 2024-02-01..2024-03-31") ==
          "2024-01-10..2024-02-06"); // it covers more
    CHECK(first_group("--by 7d --window 20d") ==
          "2024-02-04..2024-02-10"); // the third one has the first event
}

} // namespace days_test
