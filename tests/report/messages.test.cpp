// SPDX-License-Identifier: MIT
// Emails with an id: their opens, clicks, bounces and replies count once each, in the window of the sending
// (METRICS.md, section 9, "An email").
#include "rows.hpp"

#include <algorithm>

namespace messages_test {
namespace {

using namespace report;
using namespace report::test;

constexpr std::int64_t end_of_january = 1706659200; // 2024-01-31

/// Rows of "day,kind,message,rep,channel".
sheet of_rows(const list &rows, const request &asked = {}) {
    return report_on_rows("at,kind,message,rep,channel", rows, asked);
}
request by(std::string what) {
    request asked;
    asked.by = std::move(what);
    return asked;
}

/// Of two emails of January one was opened three times, twice of them in February, and clicked and answered
/// in February.
const list two_emails{"2024-01-30,email_sent,m1,Ann,",       "2024-01-30,email_sent,m2,Ben,",
                      "2024-01-31,email_opened,m1,,",        "2024-02-01,email_opened,m1,,",
                      "2024-02-03,email_opened,m1,,",        "2024-02-03,email_clicked,m1,,",
                      "2024-02-04,reply_negative,m1,,email", "2024-02-05,reply_positive,m1,,email",
                      "2024-02-06,email_bounced,m2,,",       "2024-02-07,email_bounced,m2,,",
                      "2024-02-08,email_sent,m3,Ben,"};

void check_two_emails(const sheet &s) {
    CHECK(told(s, "emails") == "3/1");
    CHECK(told(s, "open_rate") == "1/3");
    CHECK(told(s, "click_through_rate") == "1/3");
    CHECK(told(s, "bounce_rate") == "1/3");
    CHECK(told(s, "reply_rate") == "1/3");
    CHECK(told(s, "positive_replies_per_email") == "1/3"); // and the negative one is none
}

} // namespace

TEST_CASE("an email is opened, clicked, bounced and answered once, whatever the order of the rows") {
    check_two_emails(of_rows(two_emails));
    list rows = two_emails;
    std::reverse(rows.begin(), rows.end());
    check_two_emails(of_rows(rows));
    std::rotate(rows.begin(), rows.begin() + 4, rows.end());
    request on_threads;
    on_threads.threads = 3, on_threads.slice = 40;
    check_two_emails(of_rows(rows, on_threads));
}

TEST_CASE("what becomes of an email is of the period, and of the window, of its sending") {
    const sheet s = of_rows(two_emails, by("month"));
    CHECK(told(s, "open_rate", "2024-01") == "1/2");
    CHECK(told(s, "open_rate", "2024-02") == "0/1");
    CHECK(told(s, "reply_rate", "2024-01") == "1/2");
    CHECK(told(s, "bounce_rate", "2024-02") == "0/1");
    request february;
    february.as_of = end_of_january + 8 * a_day, february.window = 8 * a_day;
    CHECK(told(of_rows(two_emails, february), "open_rate") == "0/1");
}

TEST_CASE("what becomes of an email is in the group of who sent it") {
    const sheet s = of_rows(two_emails, by("rep"));
    CHECK(told(s, "open_rate", "Ann") == "1/1");
    CHECK(told(s, "bounce_rate", "Ben") == "1/2");
    const sheet other =
        of_rows({"2024-01-01,email_sent,m1,Ann,", "2024-01-02,email_opened,m1,Ben,"}, by("rep"));
    CHECK(told(other, "open_rate", "Ann") == "1/1");
}

TEST_CASE("an opening that is dated before the sending, and one of an email that the log does not know") {
    const sheet early = of_rows({"2024-01-31,email_opened,m1,,", "2024-02-01,email_sent,m1,,"}, by("month"));
    CHECK(told(early, "open_rate", "2024-02") == "1/1");
    const sheet unknown =
        of_rows({"2024-01-31,email_opened,m9,,", "2024-02-01,email_sent,m1,,"}, by("month"));
    CHECK(told(unknown, "open_rate") == "1/1");
    CHECK(told(unknown, "open_rate", "2024-02") == "0/1");
}

TEST_CASE("without an id each row counts on its own day, and that is said") {
    const auto note = [](const sheet &s) {
        const auto found = std::find_if(s.notes.begin(), s.notes.end(), [](const std::string &n) {
            return n.find("no message") != std::string::npos;
        });
        return found != s.notes.end() ? *found : std::string{};
    };
    const sheet some =
        of_rows({"2024-01-01,email_sent,,,", "2024-01-01,email_sent,m2,,", "2024-01-02,email_opened,,,",
                 "2024-01-03,email_opened,,,", "2024-01-03,email_opened,m2,,"});
    CHECK(told(some, "open_rate") == "3/2");
    CHECK(note(some) ==
          "2 of 3 opens, clicks and bounces have no message: each of them counts, on its own day");
    CHECK(note(of_rows(two_emails)).empty());
    CHECK(note(report_on("at,kind\n2024-01-01,email_opened\n")) ==
          "1 of 1 opens, clicks and bounces have no message: each of them counts, on its own day");
}

TEST_CASE("a profile says where the ids of messages stand; a row that stands for several is opened once") {
    const sheet s = report_on("Id,What,When,Times\nx,sent,2024-01-01,1\nx,open,2024-01-02,5\n",
                              R"({"message": "Id", "events": [{"kind": {"column": "What", "map":
        {"sent": "email_sent", "open": "email_opened"}}, "at": "When", "count": "Times"}]})");
    CHECK(told(s, "open_rate") == "1/1");
}

TEST_CASE("the emails behind a figure are told by --explain") {
    request asked;
    asked.explain = "open_rate";
    const sheet s = of_rows({"2024-01-01,email_sent,m1,,", "2024-01-02,email_sent,m2,,",
                             "2024-01-05,email_opened,m1,,", "2024-01-06,email_opened,m1,,"},
                            asked);
    REQUIRE(s.explained);
    list all;
    for (const explained_event &each : s.explained->events)
        all.push_back(each.role() + ' ' + std::string{each.kind} + ' ' + each.what + ' ' +
                      std::to_string(each.line));
    CHECK(all == list{"part email_opened message m1 4", "whole email_sent message m1 2",
                      "whole email_sent message m2 3"});
}

} // namespace messages_test
