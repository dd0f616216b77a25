// SPDX-License-Identifier: MIT
// Hours of work: how long leads wait by them, beside the time by the wall clock.
#include "profile/business_hours.hpp"

#include "program.hpp"
#include "reports.hpp"
#include "show/json.hpp"
#include "show/text.hpp"
#include <kpi/time/civil.hpp>

#include <nlohmann/json.hpp>

#include <sstream>

namespace business_hours_test {
namespace {

using namespace report;
using namespace report::test;

business_hours hours(std::string_view text, std::string holidays = {}) {
    business_hours all = business_hours::read(text);
    if (!holidays.empty()) all.read_holidays({"days.txt", text_source(std::move(holidays)), {}});
    return all;
}
std::string hours_refused(std::string_view text) {
    return failure_of([&] { static_cast<void>(hours(text)); });
}
std::string holidays_refused(const std::string &text) {
    return failure_of([&] { static_cast<void>(hours("Mon 9:00-17:00", text)); });
}
request in(business_hours open, std::string by = {}) {
    request asked;
    asked.by = std::move(by);
    asked.hours = std::move(open);
    return asked;
}
constexpr std::string_view office = "Mon-Fri 09:00-17:30";
const std::string columns = "at,kind,lead,rep\n";
/// Arrives at one time, and is called at another one: how long it waited in the office's hours.
std::string waited(const std::string &from, const std::string &until, business_hours open) {
    return told(
        report_on(columns + from + ",mql,a,\n" + until + ",conversation,a,Ann\n", in(std::move(open))),
        "response_time_in_business_hours");
}

} // namespace

TEST_CASE("business hours are read: days, ranges of them, several stretches, as they are told again") {
    CHECK(hours(office).text() == office);
    CHECK(hours("mon-fri 9:00-17:30,SAT 10:00-14:00").text() == "Mon-Fri 09:00-17:30, Sat 10:00-14:00");
    CHECK(hours("Mon-Thu 13:00-17:00, Mon-Fri 09:00-12:00").text() ==
          "Mon-Thu 09:00-12:00, 13:00-17:00, Fri 09:00-12:00");
    CHECK(hours("Mon-Tue 09:00-12:00, 13:00 - 17:00").text() == "Mon-Tue 09:00-12:00, 13:00-17:00");
    CHECK(hours("Sat-Mon 00:00-24:00").text() == "Mon 00:00-24:00, Sat-Sun 00:00-24:00");
    CHECK(hours("Sun-Thu 22:00-06:00").text() == "Mon-Thu 22:00-06:00, Sun 22:00-06:00");
}

TEST_CASE("business hours that cannot be read are refused with what is expected") {
    const std::string wanted = ": days and hours are wanted here, such as \"Mon-Fri 09:00-17:30\"";
    CHECK(hours_refused("") == "--business-hours \"\"" + wanted);
    CHECK(hours_refused("  ") == "--business-hours \"  \"" + wanted);
    const auto why = [](const std::string &text) {
        const std::string all = hours_refused(text), before = "--business-hours \"" + text + "\": ";
        return all.starts_with(before) ? all.substr(before.size()) : all;
    };
    CHECK(why("Mon-Fri") == "\"Mon-Fri\" is no day and hours such as Mon-Fri 09:00-17:30");
    CHECK(why("09:00-17:30") == "\"09:00-17:30\" is no day and hours such as Mon-Fri 09:00-17:30");
    CHECK(why("Mon 9-17") == "\"9-17\" are no hours such as 09:00-17:30");
    CHECK(why("Mon 09:00-25:00") == "\"09:00-25:00\" are no hours such as 09:00-17:30");
    CHECK(why("Mon 09:00-09:00") == "\"09:00-09:00\" are no hours such as 09:00-17:30");
    CHECK(why("Mon 09:60-17:00") == "\"09:60-17:00\" are no hours such as 09:00-17:30");
    CHECK(why("Mon-Fry 09:00-17:00") == "\"Fry\" is no day of the week, did you mean \"Fri\"?");
    CHECK(why("Mon 08:00-10:00, Mon 11:00-12:00, Mon 13:00-14:00") ==
          "Mon has more than two stretches of work");
    CHECK(why("Mon-Fri 09:00-17:00, Fri 16:00-18:00") == "two stretches have a time in common");
    CHECK(why("Mon 22:00-06:00, Tue 05:00-14:00") == "two stretches have a time in common");
}

TEST_CASE(
    "holidays are days, one a line, with comments, a heading and names; a bad line is told with its place") {
    const business_hours all =
        hours(office, "day,name\n# of 2024\n2024-12-25,Christmas Day\n\n 2024-12-26 # too\n"
                      "2024-12-25\n1999-01-01\n");
    CHECK(all.holidays() == 3);
    CHECK(all.source() == "days.txt");
    CHECK(hours(office, "2024-12-25").holidays() == 1);
    CHECK(holidays_refused("2024-12-25\n2024-13-01\n") ==
          "days.txt:2: is no day such as 2024-12-25: \"2024-13-01\"");
    CHECK(holidays_refused("# off\n\nday\nnext\n") == "days.txt:4: is no day such as 2024-12-25: \"next\"");
    CHECK(holidays_refused("25.12.2024\n") == "days.txt:1: is no day such as 2024-12-25: \"25.12.2024\"");
}

TEST_CASE("a lead of Friday evening that is answered on Monday morning has waited for minutes") {
    const std::string log = columns + "2024-03-01T17:20:00,mql,a,\n2024-03-04T09:10:00,conversation,a,Ann\n";
    const sheet s = report_on(log, in(hours(office)));
    CHECK(told(s, "response_time_in_business_hours") == "1200/1"); // 10 minutes, and 10 minutes
    CHECK(told(s, "response_time") == "229800/1");                 // by the wall: 2 days 15 h 50 min
    CHECK(told(s, "handover_response_time_in_business_hours") == "1200/1");
    CHECK(told(s, "handover_response_time") == "229800/1");
    CHECK(told(s, "response_time_quantiles_in_business_hours") == "2415/2"); // of a bucket from 1200 to 1215
    CHECK(find(s, "response_time_in_business_hours")->how.title == "Response time, in business hours");
    CHECK(find(s, "response_time")->how.title == "Response time");
    CHECK(find(report_on(log), "response_time_in_business_hours") == nullptr);
}

TEST_CASE("time out of hours is none: before, after, at noon, on a day off, on a holiday") {
    CHECK(waited("2024-03-01T18:00:00", "2024-03-04T09:00:00", hours(office)) == "0/1");
    CHECK(waited("2024-03-02T12:00:00", "2024-03-02T13:00:00", hours(office)) == "0/1"); // both on Saturday
    CHECK(waited("2024-03-04T17:00:00", "2024-03-04T22:00:00", hours(office)) == "1800/1");
    CHECK(waited("2024-03-04T11:30:00", "2024-03-04T13:30:00", hours("Mon 09:00-12:00, 13:00-17:00")) ==
          "3600/1");
    CHECK(waited("2024-03-01T17:00:00", "2024-03-05T09:30:00", hours(office)) ==
          "34200/1"); // 0:30, 8:30, 0:30
    CHECK(waited("2024-03-01T17:00:00", "2024-03-05T09:30:00", hours(office, "2024-03-04\n1970-01-01\n")) ==
          "3600/1");
    CHECK(waited("2024-02-29T17:00:00", "2024-03-01T09:30:00", hours(office)) ==
          "3600/1"); // over a month's end
}

TEST_CASE("a stretch over midnight is of the day on which it begins") {
    const char *const nights = "Mon-Fri 22:00-06:00";
    CHECK(waited("2024-03-01T23:00:00", "2024-03-02T12:00:00", hours(nights)) == "25200/1");
    CHECK(waited("2024-03-03T23:00:00", "2024-03-04T12:00:00", hours(nights)) == "0/1"); // of Sunday
    CHECK(waited("2024-03-01T23:00:00", "2024-03-02T12:00:00", hours(nights, "2024-03-01")) == "0/1");
    CHECK(waited("2024-03-01T23:00:00", "2024-03-02T12:00:00", hours(nights, "2024-03-02")) == "25200/1");
}

TEST_CASE("the office is open by the clocks of where the user lives, summer and winter") {
    const std::string log =
        columns + "2024-03-29T15:30:00Z,mql,a,\n2024-04-01T07:10:00Z,conversation,a,Ann\n";
    const auto in_berlin = [&](business_hours open) {
        return told(
            report_on(source_of("log.csv", log, load_profile("native", *zone::named("Europe/Berlin"))),
                      in(std::move(open))),
            "response_time_in_business_hours");
    };
    // until 17:30 one hour on Friday, in winter; from 09:00 ten minutes on Monday, in summer
    CHECK(in_berlin(hours(office)) == "4200/1");
    CHECK(in_berlin(hours(office, "2024-04-01,Easter Monday\n")) == "3600/1");
}

TEST_CASE("answered within five minutes, of responses and of leads, is by hours of work too") {
    const std::string log =
        columns + "2024-03-01T17:29:00,mql,a,\n2024-03-04T09:04:00,conversation,a,Ann\n" // five minutes
                  "2024-03-01T17:29:00,mql,b,\n2024-03-04T09:04:01,conversation,b,Ben\n"
                  "2024-03-04T23:59:00,mql,c,\n"; // nobody was there for five minutes since then
    const sheet s = report_on(log, in(hours(office), "rep"));
    CHECK(told(s, "answered_in_five_minutes") == "0/2");
    CHECK(told(s, "answered_in_five_minutes_in_business_hours") == "1/2");
    CHECK(told(s, "answered_in_five_minutes_in_business_hours", "Ann") == "1/1");
    CHECK(told(s, "speed_to_lead_in_business_hours") == "1/2");
    CHECK(told(s, "speed_to_lead") == "0/2");
    CHECK(told(s, "response_time_in_business_hours", "Ben") == "301/1");
    CHECK(told(s, "lead_response_rate") == "2/3"); // is no time, and stands once
    CHECK(find(s, "lead_response_rate_in_business_hours") == nullptr);
}

TEST_CASE("a mark is timed from its lead's arrival; without a lead it waited as long as its row says") {
    const sheet s = report_on(
        "at,kind,lead,elapsed\n2024-03-01T17:00:00,mcl,a,\n2024-03-04T09:10:00,first_response,a,50\n"
        "2024-03-04T09:10:00,first_response,,3600\n",
        in(hours(office)));
    CHECK(told(s, "response_time") == "3650/2");
    CHECK(told(s, "response_time_in_business_hours") == "3000/2"); // 30 and 10 minutes, and 10 minutes
}

TEST_CASE("dates without a time take no time of work, and are counted") {
    const sheet s =
        report_on(columns + "2024-03-01,mql,a,\n2024-03-04,conversation,a,Ann\n"
                            "2024-03-04T09:00:00,mql,b,\n2024-03-04T10:00:00,conversation,b,Ann\n",
                  in(hours(office)));
    CHECK(told(s, "response_time_in_business_hours") == "3600/1");
    CHECK(beside(s, "response_time", "by_date") == 1);
    CHECK(beside(s, "response_time_in_business_hours", "untold") == 1);
    const sheet dates =
        report_on(columns + "2024-03-01,mql,a,\n2024-03-04,conversation,a,Ann\n", in(hours(office)));
    CHECK(find(dates, "response_time_in_business_hours") == nullptr);
    CHECK(told(dates, "response_time") == "259200/1");
}

TEST_CASE("business hours by month, window and thread are those of the whole") {
    std::string log = columns;
    for (int lead = 0; lead < 40; ++lead) {
        const std::string id = "," + std::to_string(lead);
        log += (lead < 20 ? "2024-03-" : "2024-04-") + std::string{lead % 20 < 9 ? "0" : ""} +
               std::to_string(lead % 20 + 1) + "T08:00:00,mql" + id + ",\n";
        log += (lead < 20 ? "2024-03-" : "2024-04-") + std::string{lead % 20 < 9 ? "0" : ""} +
               std::to_string(lead % 20 + 1) + "T10:00:00,conversation" + id + ",Ann\n";
    }
    request asked = in(hours(office), "month");
    asked.threads = 3, asked.slice = 64;
    const sheet s = report_on(log, asked);
    // March has weekdays on 1, 4-8, 11-15, 18-20; April on 1-5, 8-12, 15-19: an hour each
    CHECK(told(s, "response_time_in_business_hours", "2024-03") == "50400/20");
    CHECK(told(s, "response_time_in_business_hours", "2024-04") == "54000/20");
    CHECK(told(s, "response_time_in_business_hours") == "104400/40");
    request window = in(hours(office));
    window.as_of = kpi::at({2024, 4, 20}).seconds, window.window = 20 * a_day;
    CHECK(told(report_on(log, window), "response_time_in_business_hours") == "54000/20");
}

TEST_CASE("a target of a time in business hours has its own name, and is wanted with these hours alone") {
    const std::string log = columns + "2024-03-01T17:20:00,mql,a,\n2024-03-04T09:10:00,conversation,a,Ann\n";
    request asked = in(hours(office));
    asked.wanted = read_targets({"response_time_in_business_hours=1500"}, true);
    const sheet s = report_on(log, asked);
    REQUIRE(find(s, "response_time_in_business_hours")->target);
    CHECK_FALSE(find(s, "response_time")->target);
    CHECK(failure_of([] { static_cast<void>(read_targets({"response_time_in_business_hours=1500"})); }) ==
          "--target: \"response_time_in_business_hours\" is known with --business-hours alone");
    CHECK(failure_of([] {
              static_cast<void>(read_targets({"win_rate_in_business_hours=9%"}, true));
          }).starts_with("--target: \"win_rate_in_business_hours\" is no metric"));
}

TEST_CASE("a file of targets names times in business hours, where these are known") {
    const std::string log = columns + "2024-03-01T17:20:00,mql,a,\n2024-03-04T09:10:00,conversation,a,Ann\n";
    const auto targets_of = [](const std::string &metric, bool by_hours) {
        return dated_targets{
            {"targets.csv", text_source("metric,target,to\n" + metric + ",90%,2024-12-31\n"), {}},
            {},
            by_hours};
    };
    request asked = in(hours(office));
    asked.dated = targets_of("speed_to_lead_in_business_hours", true);
    const sheet s = report_on(log, asked);
    REQUIRE(find(s, "speed_to_lead_in_business_hours")->target);
    CHECK(*find(s, "speed_to_lead_in_business_hours")->target == fraction{90, 100});
    CHECK_FALSE(find(s, "speed_to_lead")->target);
    CHECK(failure_of([&] { static_cast<void>(targets_of("speed_to_lead_in_business_hours", false)); }) ==
          "targets.csv:2: metric is known with --business-hours alone: \"speed_to_lead_in_business_hours\"");
}

TEST_CASE("a time in business hours is explained by the rows that took it") {
    const std::string log = columns + "2024-03-01T17:20:00,mql,a,\n2024-03-04T09:10:00,conversation,a,Ann\n"
                                      "2024-03-01T17:20:00,mql,b,\n2024-03-04T08:00:00,conversation,b,Ben\n"
                                      "2024-03-01,mql,c,\n2024-03-04,conversation,c,Ann\n";
    const auto explained = [&](const std::string &what, request asked) {
        asked.explain = what;
        std::string all;
        const sheet s = report_on(log, asked);
        for (const explained_event &each : s.explained->events)
            all += each.role() + ' ' + each.why + (each.elapsed ? std::to_string(*each.elapsed) : "-") + ' ' +
                   each.file + ':' + std::to_string(each.line) + '\n';
        return all;
    };
    CHECK(explained("response_time_in_business_hours", in(hours(office))) ==
          "counted 1200 log.csv:3\ncounted 600 log.csv:5\nuntold - log.csv:7\n");
    CHECK(explained("response_time", in(hours(office))) ==
          "counted 229800 log.csv:3\ncounted 225600 log.csv:5\n"
          "out known in whole days, and others to the second259200 log.csv:7\n");
    CHECK(explained("response_time_in_business_hours:Ben", in(hours(office), "rep"))
              .starts_with("counted 600 log.csv:5\nout in another group: Ann"));
    CHECK(explained("answered_in_five_minutes_in_business_hours", in(hours("Mon 09:06-10:00"))) ==
          "part and whole 240 log.csv:3\npart and whole 0 log.csv:5\n"
          "out does not meet the metric's condition- log.csv:7\n");
    CHECK(failure_of([&] { static_cast<void>(explained("response_time_in_business_hours", {})); }) ==
          "--explain response_time_in_business_hours: is known with --business-hours alone");
}

TEST_CASE("text and JSON state the policy: hours, holidays and zone") {
    const std::string log = columns + "2024-03-01T17:20:00,mql,a,\n2024-03-04T09:10:00,conversation,a,Ann\n";
    const auto texts = [&](const request &asked) {
        const sheet s = report_on(log, asked);
        std::stringstream text, json;
        print_text(text, s), print_json(json, s);
        return std::pair{text.str(), nlohmann::json::parse(json.str())};
    };
    request asked = in(hours(office, "2024-12-25\n2024-12-26\n"));
    asked.zone = "Europe/Berlin";
    const auto [text, json] = texts(asked);
    CHECK(text.find("\nbusiness hours Mon-Fri 09:00-17:30, less 2 holidays of days.txt, by the clocks of "
                    "Europe/Berlin\n") != std::string::npos);
    CHECK(json["business_hours"] == nlohmann::json{{"hours", "Mon-Fri 09:00-17:30"},
                                                   {"holidays", 2},
                                                   {"holidays_from", "days.txt"},
                                                   {"zone", "Europe/Berlin"}});
    const auto [plain, plain_json] = texts(in(hours("Sat 10:00-14:00")));
    CHECK(plain.find("\nbusiness hours Sat 10:00-14:00, by the times that the log shows\n") !=
          std::string::npos);
    CHECK(plain_json["business_hours"]["zone"].is_null());
    const auto [without, without_json] = texts({});
    CHECK(without.find("business hours") == std::string::npos);
    CHECK_FALSE(without_json.contains("business_hours"));
}

TEST_CASE("the program takes hours, repeated too, a file of holidays and a zone, and says what is wrong with "
          "them") {
    const folder here;
    here.write("log.csv", columns + "2024-03-29T15:30:00Z,mql,a,\n2024-04-01T07:10:00Z,conversation,a,Ann\n");
    here.write("off.txt", "2024-04-01 Easter Monday\n");
    const std::string asked = "log.csv --zone Europe/Berlin --business-hours 'Mon-Fri 09:00-17:30' "
                              "--business-hours 'Sat 10:00-14:00' --format json ";
    const auto answered = [&](const std::string &options) {
        const auto json = nlohmann::json::parse(here.run(asked + options).out);
        for (const auto &metric : json["metrics"])
            if (metric["name"] == "response_time_in_business_hours") return metric["value"].get<double>();
        return -1.0;
    };
    CHECK(answered("") == 3600 + 4 * 3600 + 600); // Friday, Saturday, Monday
    CHECK(answered("--holidays off.txt") == 5 * 3600);
    const auto refused = [&](const std::string &options) {
        const outcome ran = here.run("log.csv " + options);
        return std::to_string(ran.code) + ' ' + ran.err;
    };
    CHECK(refused("--business-hours ''") == "2 kpi-report: --business-hours \"\": days and hours are wanted "
                                            "here, such as \"Mon-Fri 09:00-17:30\"\n");
    CHECK(refused("--holidays off.txt") ==
          "2 kpi-report: --holidays off.txt: --business-hours are wanted with it\n");
    here.write("bad.txt", "day\n2024-04-01\n1 May\n");
    CHECK(refused("--business-hours 'Mon 9:00-10:00' --holidays bad.txt") ==
          "2 kpi-report: bad.txt:3: is no day such as 2024-12-25: \"1 May\"\n");
}

} // namespace business_hours_test
