// SPDX-License-Identifier: MIT
// Periods of so many days: a limit that holds for 30 days, campaign by campaign, the worst first.
#include "profile/periods.hpp"
#include "program.hpp"
#include "reports.hpp"
#include "show/group_table.hpp"
#include <kpi/time/civil.hpp>
#include <kpi/time/period.hpp>

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

TEST_CASE("days are counted from the first one that is looked at") {
    const auto first = [](std::vector<std::string> where) {
        request asked = by("campaign,30d", {});
        asked.where = std::move(where), asked.threads = 2, asked.slice = 32;
        std::vector<source> log;
        log.push_back(source_of("log.csv", dialed, load_profile("native")));
        return first_day(std::move(log), asked);
    };
    CHECK(first({}) == day(1, 10));
    CHECK(first({"campaign=autumn"}) == day(1, 20)); // from its own first call
    std::vector<source> dateless;
    dateless.push_back(source_of("log.csv", "at,kind\n", load_profile("native")));
    CHECK_FALSE(first_day(std::move(dateless), by("30d", {})));
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
    CHECK(first_group("--by 4w --covers 2024-01-01..2024-03-31") == "2024-01-01..2024-01-28");
    CHECK(first_group("--by 4w --covers 2024-02-01..2024-03-31") ==
          "2024-01-10..2024-02-06"); // it covers more
    CHECK(first_group("--by 7d --window 20d") ==
          "2024-02-04..2024-02-10"); // the third one has the first event
}
