// SPDX-License-Identifier: MIT
// --inspect: what a file is, and whether the profile that it prints reads the file to the right figures.
#include "inspect/inspect.hpp"

#include "reports.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace inspect_test {
namespace {

using namespace report;
using test::told;

struct inspected {
    std::string said, profile, file;

    [[nodiscard]] sheet report(request asked = {}) const {
        asked.most_refused = {1, 1};
        return test::report_on(file, profile, asked);
    }
    [[nodiscard]] std::size_t questions() const {
        std::size_t n = 0;
        for (std::size_t at = profile.find("\"// question"); at != std::string::npos;
             at = profile.find("\"// question", at + 1))
            ++n;
        return n;
    }
};

inspected look(const std::string &file, const std::string &name = "x.csv") {
    std::ostringstream said, profile;
    inspect([&] { return input{name, text_source(file), {}}; }, said, profile);
    return {said.str(), profile.str(), file};
}

bool holds(const std::string &text, std::string_view part) {
    CAPTURE(text);
    CAPTURE(part);
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("deals: stages by their words, amounts with signs, and which currency a sign means is asked") {
    const inspected x =
        look("Deal,Owner,Stage,MRR,Since,Created\n1,A,2. Talks (Main),$12000,2024-01-20,2024-01-05\n"
             "2,C,5. Won (Main),\"$8,500\",2024-01-25,2024-01-12\n"
             "3,A,5. Won (Main),$15000,2024-01-30,2024-01-08\n"
             "4,B,5. Lost (Main),$3000.00,2024-02-01,2024-01-28\n"
             "5,B,\"5. Won, no effort (Main)\",5000,2024-02-02,2024-01-28\n");
    const sheet s = x.report();
    CHECK(told(s, "win_rate") == "3/4");
    CHECK(told(s, "revenue_won") == "2850000/100");
    CHECK(told(s, "sales_cycle_length") == "40/3");
    CHECK(told(s, "open_pipeline_value") == "1200000/100");
    CHECK(x.questions() == 1);
    CHECK(holds(x.said, "MRR has \"$\": \"currency\": \"USD\", or \"CAD\""));
    CHECK(holds(x.said, "  MRR      number: \"$12000\", \"$8,500\", \"$15000\"  -> the amount?\n"));
    CHECK(holds(x.profile, "\"// guess 2\": \"Created is when a deal was opened\""));
}

TEST_CASE("other languages: months, decimal commas, words for won and lost") {
    const inspected x = look("Verk\u00E4ufer;Phase;Betrag;Geschlossen am\nA;Gewonnen;1.234,50;05. Okt 2024\n"
                             "A;Gewonnen;1234,5;05. M\u00E4r 2024\nA;Verloren;10;31. Dez 2024\n");
    const sheet s = x.report({.by = "month", .wanted = {}, .given = {}});
    CHECK(told(s, "revenue_won") == "246900/100");
    CHECK(told(s, "win_rate") == "2/3");
    CHECK(told(s, "deals_won", "2024-03") == "1/1");
    CHECK(x.questions() == 0);
    CHECK(holds(x.said, "months are named in German"));
}

TEST_CASE("day and month: a row decides, another column decides, or it is asked with both readings") {
    const std::string heading = "Deal,Stage,Created,Closed\n";
    const inspected by_row = look(heading + "1,Won,02-03-2024,25-03-2024\n2,Lost,01-03-2024,26-03-2024\n");
    CHECK(by_row.questions() == 0);
    CHECK(holds(by_row.said, "Closed is %d-%m-%Y: line 2, \"25-03-2024\", can be nothing else"));
    CHECK(holds(by_row.said, "Created is %d-%m-%Y as Closed is"));
    CHECK(told(by_row.report(), "sales_cycle_length") == "23/1");
    const inspected open = look(heading + "1,Won,02/03/2024,02/05/2024\n");
    CHECK(open.questions() == 1);
    CHECK(holds(open.said, "Created \"02/03/2024\" (line 2) is 2024-03-02 by \"%d/%m/%Y\", and 2024-02-03 by "
                           "\"%m/%d/%Y\": no row decides; the profile says the first"));
    const inspected american = look(heading + "1,Won,2/13/2024,02/15/2024\n");
    CHECK(holds(american.profile, "\"dates\": \"%m/%d/%Y\""));
}

TEST_CASE("thousands or decimals: asked with both readings, unless a value decides") {
    const inspected x = look("Owner;Amount;Day\nA;1.000;2024-01-05\nA;2.500;2024-01-06\nA;700;2024-01-07\n");
    CHECK(x.questions() == 1);
    CHECK(holds(x.said, "Amount 1.000 is 1 or 1000 (line 2)"));
    CHECK(told(x.report(), "revenue_won") == "420000/100");
    const inspected decided = look("Owner;Amount;Day\nA;1.000;2024-01-05\nA;2.500,5;2024-01-06\n");
    CHECK(decided.questions() == 0);
    CHECK(told(decided.report(), "revenue_won") == "350050/100");
}

TEST_CASE("dialects: tabs that never quote, titles above, totals below, short rows, marks for nothing") {
    const inspected tabs =
        look("when\tstatus\tagent\tnote\tseconds\n2024-03-04 09:00:01\tNA\tR0\t\"starts\t0\n"
             "2024-03-04 09:05:00\tSALE\tR1\ttook two\t420\n"
             "2024-03-04 09:06:00\tSALE\tR1\tends with 24\"\t310\n"
             "2024-03-04 09:07:00\tNI\tR2\tnot today\t30\n");
    CHECK(told(tabs.report(), "conversations") == "3/1");
    CHECK(told(tabs.report(), "deals_won") == "2/1");
    CHECK(tabs.report().rows.read == 4);
    const inspected titles = look("# deals\n# January\nOwner,Stage,Amount,Closed\nA,Won,1,2024-01-01\n"
                                  "B,Lost,N/A,2024-01-02\nC,Won,3\nTotal,,4,\n");
    const sheet s = titles.report();
    CHECK(told(s, "win_rate") == "2/3");
    CHECK(told(s, "revenue_won") == "4/1");
    CHECK(s.rows.refused == 0);
    CHECK(s.rows.passed_over == 1);
    CHECK(holds(titles.said, "the table begins in line 3"));
    CHECK(holds(titles.said, "the table ends before line 7, \"Total\""));
    CHECK(holds(titles.profile, "\"empty\": [\"N/A\"]"));
}

TEST_CASE("bytes that are no UTF-8 are read as Windows-1252, and that is said") {
    const inspected x = look("Owner;Stage;Closed\nS\xFC"
                             "d;Won;2024-01-05\n");
    CHECK(holds(x.profile, "\"encoding\": \"windows-1252\""));
    CHECK(x.report({.by = "rep", .wanted = {}, .given = {}}).groups == std::vector<std::string>{"Süd"});
}

TEST_CASE("phone systems: outcomes by their words, or by a duration that is there; legs are asked about") {
    const sheet s = look("id,start,seconds,status\nc1,\"Tue, 31 Aug 2010 20:36:29 +0000\",15,completed\n"
                         "c2,\"Wed, 01 Sep 2010 00:40:28 +0200\",0,no-answer\n")
                        .report();
    CHECK(told(s, "pick_up_rate") == "1/2");
    CHECK(iso_day(*s.rows.last) == "2010-08-31"); // in UTC
    const sheet nameless =
        look("Call 1,00:05:36,2023/09/19 13:33:55,2023/09/19 13:39:31,504\n"
             "Call 2,,,2023/09/19 13:40:20,\nCall 3,00:01:10,2023/09/19 23:59:40,2023/09/20 00:00:50,1\n")
            .report();
    CHECK(told(nameless, "pick_up_rate") == "2/3");
    CHECK(told(nameless, "talk_time") == "406/2");
    const inspected legs =
        look("211,\"2024-01-27 15:07:24\",27,ANSWERED,c1\n211,\"2024-01-27 16:16:36\",0,\"NO ANSWER\",c2\n"
             "211,\"2024-01-27 16:16:36\",0,\"NO ANSWER\",c2\n");
    CHECK(holds(legs.said, "rows with the same column 5, such as \"c1\" (line 1), may be legs of one call"));
    CHECK(told(legs.report(), "calls") == "2/1");
}

TEST_CASE("calls of a CRM: who was assigned, blank outcomes, and what came in is asked about") {
    const inspected calls = look(
        "Record ID,Activity date,Activity assigned to,Call outcome,Call direction\n"
        "1,2026-03-02 08:36,Ann,Left voicemail,OUTBOUND\n2,2026-03-02 08:43,Ben,Left live message,OUTBOUND\n"
        "3,2026-03-02 09:00,Ann,,INBOUND\n4,2026-03-02 09:10,Ann,Connected,OUTBOUND\n"
        "5,2026-03-02 09:20,Ben,No answer,OUTBOUND\n");
    request by_rep;
    by_rep.by = "rep";
    CHECK(told(calls.report(by_rep), "calls", "Ann") == "3/1");
    CHECK(calls.report().rows.events[static_cast<std::size_t>(activity::call)] == 1);
    CHECK(holds(calls.said, "whether calls that came in count, too"));
    CHECK_FALSE(holds(calls.said, "who called"));
    CHECK(
        holds(look("when,outcome,seconds\n2026-03-02 08:36,Connected,5\n2026-03-02 08:39,No answer,0\n").said,
              "who called: no column is taken for that"));
}

TEST_CASE("leads and tickets: who waits, since when, and for how long") {
    const inspected tickets =
        look("Id,Agent,Status,Created,Solved,Score,\"First reply, minutes\",\"Full resolution, minutes\"\n"
             "101,A,Closed,2024-02-28 23:50,2024-03-01 00:20,Good,12,1470\n"
             "102,A,Solved,2024-03-02 08:00,2024-03-02 09:00,Bad,5,60\n"
             "103,B,Open,2024-03-02 08:30,,,40,\n");
    const sheet s = tickets.report();
    CHECK(told(s, "response_time") == "3420/3");
    CHECK(told(s, "tickets_within_service_level") == "1/2");
    CHECK(told(s, "customer_satisfaction") == "1/2");
    const sheet zero = look("lead,came,answered\n1,2024-03-04 09:00:00,2024-03-04 09:02:00\n"
                            "2,2024-03-04 09:10:00,0000-00-00 00:00:00\n")
                           .report();
    CHECK(told(zero, "lead_response_rate") == "1/2");
    const sheet clocks =
        look("id,in_day,in_clock,out_day,out_clock\n1,2024-07-31,23:50:00,2024-08-01,00:10:00\n"
             "2,2024-08-01,09:00:00,2024-08-01,09:04:00\n3,2024-08-02,10:00:00,,\n")
            .report();
    CHECK(told(clocks, "response_time") == "1440/2");
}

TEST_CASE("histories, emails, spreadsheets' days") {
    const sheet history =
        look("Id,From,To,Amount,When\nD1,,Prospect,10,2022-06-01\nD1,Prospect,Won,10,2022-06-03\n"
             "D2,,Prospect,5,2022-06-01\nD2,Prospect,Lost,5,2022-06-04\n")
            .report();
    CHECK(told(history, "win_rate") == "1/2");
    CHECK(told(history, "opportunities_created") == "2/1");
    CHECK(told(look("\"\"\"mail\"\"\"\n2\n5\n2\n", "mails_opened.csv").report(), "emails_opened") ==
          told(look("mail\n2\n5\n", "opened.csv").report(), "emails_opened"));
    const sheet serial =
        look("Deal,Stage,Opened,Closed\n1,Won,45292,45296.5\n2,Lost,45292.25,45297.25\n").report();
    CHECK(told(serial, "lost_cycle_length") == "5/1");
    CHECK(iso_day(*serial.rows.first) == "2024-01-01");
}

TEST_CASE("tickets that are closed again: the last closing counts, whatever the order of rows") {
    const std::string heading = "ticket,closed,late\n";
    const inspected x = look(heading + "T1,2024-01-05,no\nT1,2024-01-09,yes\nT2,2024-01-06,no\n"
                                       "T3,2024-01-08,yes\nT3,2024-01-07,no\n");
    CHECK(told(x.report(), "tickets_within_service_level") == "1/3");
    CHECK(told(x.report(), "tickets_closed") == "3/1");
    CHECK(told(x.report(), "deals_won") == "left out");
    CHECK(holds(x.said, "of rows with the same ticket the last by closed counts"));
    CHECK(told(look(heading + "T1,2024-01-05,?\nT2,2024-01-06,no\n").report(), "tickets_closed") == "1/1");
}

TEST_CASE("a campaign: opens, clicks, bounces, and what replies say") {
    const inspected x = look("email,sent,opens,clicks,replies,bounced,status\n"
                             "a@x.example,2024-02-01T09:00:00.000Z,14,0,0,false,\n"
                             "b@x.example,2024-02-01T09:01:00.000Z,3,1,2,false,yes\n"
                             "c@x.example,2024-02-01T09:02:00.000Z,0,0,0,true,\n"
                             "d@x.example,2024-02-01T09:03:00.000Z,0,0,1,false,away\n"
                             "e@x.example,2024-02-01T09:04:00.000Z,0,0,0,false,\n");
    const sheet s = x.report();
    CHECK(told(s, "open_rate") == "2/5");
    CHECK(told(s, "click_through_rate") == "1/5");
    CHECK(told(s, "bounce_rate") == "1/5");
    CHECK(told(s, "reply_rate") == "1/5");
    CHECK(told(s, "positive_reply_rate") == "1/4");
    CHECK(holds(x.said, "a reply is what status says"));
    CHECK(told(look("email,sent,replies\na@x,2024-02-01,1\nb@x,2024-02-02,0\n").report(), "reply_rate") ==
          "1/2");
}

TEST_CASE("quotes behind a backslash are found, and guessed aloud") {
    const inspected x =
        look("id,stage,note,closed\n1,Won,\"say \\\"hi\\\", he\",2024-01-05\n2,Lost,x,2024-01-06\n");
    CHECK(holds(x.profile, R"("escape": "\\")"));
    CHECK(told(x.report(), "win_rate") == "1/2");
    CHECK(x.report().rows.refused == 0);
}

TEST_CASE("a file that a built-in profile reads is named, and that profile is printed") {
    const inspected x = look("at,kind\n2024-01-01,call\n");
    CHECK(holds(x.said, "The built-in profile native reads it"));
    CHECK(holds(x.said, "kpi-report x.csv --profile native\n"));
    CHECK(holds(x.profile, "The native log"));
}

TEST_CASE("what cannot be told is said; names and cells bring no control characters to the screen") {
    const inspected x = look("a\x1B[2J,day\nq\x1B[2J,2024-01-01\nr\x07,2024-01-02\n");
    CHECK(holds(x.said, "what a row is cannot be told"));
    CHECK(x.said.find('\x1B') == std::string::npos);
    CHECK(x.said.find('\x07') == std::string::npos);
    CHECK(x.report().rows.count(activity::interaction) == 2);
    CHECK_FALSE(test::failure_of([] { static_cast<void>(look("")); }).empty());
    CHECK_FALSE(look("\"").said.empty());
    CHECK_FALSE(look(std::string(1000, ',') + '\n').said.empty());
}

} // namespace inspect_test
