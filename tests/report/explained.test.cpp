// SPDX-License-Identifier: MIT
// --explain: the rows behind a figure, by what each is to it, and why some are out of it.
#include "program.hpp"
#include "reports.hpp"

namespace explained_test {
namespace {

using namespace report;
using namespace report::test;

/// "role why kind file:line" of each row, in the order in which they are told.
std::vector<std::string> explained(const std::string &rows, const std::string &what, request asked = {}) {
    asked.explain = what;
    const sheet s = report_on("at,kind,rep,deal,lead,prospect,value,elapsed\n" + rows, asked);
    std::vector<std::string> all;
    REQUIRE(s.explained);
    for (const explained_event &each : s.explained->events)
        all.push_back(each.role() + (each.why.empty() ? "" : " [" + each.why + ']') + ' ' +
                      std::string{each.kind} + ' ' + each.file + ':' + std::to_string(each.line));
    return all;
}
using list = std::vector<std::string>;

const std::string deals = "2024-01-01,opportunity,Ann,d1,,,,\n2024-01-05,deal_won,Ann,d1,,,50,\n"
                          "2024-02-01,deal_lost,Ben,d2,,,,\n2024-02-02,opportunity,Ben,d3,,,,\n";

request by_rep() {
    request asked;
    asked.by = "rep";
    return asked;
}

} // namespace

TEST_CASE("a share is explained by its part, its whole, and what is in neither") {
    CHECK(explained(deals, "win_rate") ==
          list{"part and whole deal_won log.csv:3", "whole deal_lost log.csv:4",
               "out [none of its rows is deal_won or deal_lost] opportunity log.csv:5"});
    CHECK(explained(deals, "win_rate:Ben", by_rep()) ==
          list{"whole deal_lost log.csv:4", "out [in another group: Ann] deal_won log.csv:3",
               "out [none of its rows is deal_won or deal_lost] opportunity log.csv:5"});
    request window;
    window.as_of = 1706659200 + 2 * a_day, window.window = 20 * a_day; // up to 2024-02-02
    CHECK(explained(deals, "win_rate", window) ==
          list{"whole deal_lost log.csv:4",
               "out [none of its rows is deal_won or deal_lost] opportunity log.csv:5",
               "out [outside of the window] deal_won log.csv:3"});
    request some;
    some.where = {"rep=Ann"};
    CHECK(explained(deals, "deals_won", some) == list{"counted deal_won log.csv:3"});
}

TEST_CASE("a deal that was won is told by the row of its win, though others come after it") {
    CHECK(explained("2024-01-01,deal_won,Ann,d1,,,50,\n2024-01-09,proposal_sent,Ann,d1,,,,\n", "deals_won") ==
          list{"counted deal_won log.csv:2"});
}

TEST_CASE("of a level it is what is still there") {
    CHECK(explained(deals, "open_deals") == list{"counted came_in log.csv:5"});
}

TEST_CASE("who is young, or does not tell what is measured, is said to") {
    request young;
    young.maturity = 20 * a_day;
    const list told = explained(deals, "cohort_win_rate", young);
    CHECK(std::find(told.begin(), told.end(), "out [younger than --maturity] deal_opened log.csv:5") !=
          told.end());
    CHECK(explained("2024-01-01,deal_won,Ann,d1,,,50,\n2024-01-02,deal_won,Ann,d2,,,,\n",
                    "average_deal_size") == list{"counted deal_won log.csv:2", "untold deal_won log.csv:3"});
}

TEST_CASE("what cannot be explained is refused in a sentence") {
    const auto failure_of = [](const std::string &what, const request &asked = {}) {
        try {
            static_cast<void>(explained(deals, what, asked));
        } catch (const failure &why) {
            return std::string{why.what()};
        }
        return std::string{"none"};
    };
    CHECK(failure_of("win_rat") == "--explain win_rat: is no metric, did you mean \"win_rate\"?");
    CHECK(failure_of("win_rate:Ann") == "--explain win_rate:Ann: groups are made by --by");
    CHECK(failure_of("win_rate:An", by_rep()) ==
          "--explain win_rate:An: there is no group \"An\", did you mean \"Ann\"?");
    CHECK(failure_of("lead_velocity_rate") ==
          "--explain lead_velocity_rate: it is made of two periods' counts; explain these");
}

TEST_CASE("a text tells times as the report does; CSV tells seconds") {
    const folder here;
    here.write("leads.csv",
               "at,kind,lead,deal\n2024-01-01T09:00:00,mql,a,\n2024-01-02T02:26:10,conversation,a,\n"
               "2024-01-01T09:00:00,mql,b,\n2024-01-25T11:24:00,conversation,b,\n"
               "2024-01-01,opportunity,,d1\n2024-01-08,deal_won,,d1\n");
    const std::string text = here.run("leads.csv --explain response_time").out;
    CAPTURE(text);
    CHECK(text.find("\nresponse_time: 12.4 days (n 2)\n") != std::string::npos);
    CHECK(text.find("  took 17 h 26 min  leads.csv:3\n") != std::string::npos);
    CHECK(text.find("  took 24.1 days  leads.csv:5\n") != std::string::npos);
    const std::string cycle = here.run("leads.csv --explain sales_cycle_length").out;
    CAPTURE(cycle);
    CHECK(cycle.find("\nsales_cycle_length: 7.0 days (n 1)\n") != std::string::npos);
    CHECK(cycle.find("  took 7 days  leads.csv:7\n") != std::string::npos);
    CHECK(here.run("leads.csv --explain response_time --format csv").out.find(",62770,") !=
          std::string::npos);
}

TEST_CASE("a case that told nothing of it was read all the same, and says what it lacks") {
    CHECK(explained("2024-01-01,opportunity,Ann,d1,,,,\n2024-01-02,deal_won,Ann,d1,,,5,\n"
                    "2024-01-03,opportunity,Ann,d1,,,,\n2024-01-04,deal_won,Ann,d2,,,5,\n",
                    "deals_won") ==
          list{"counted deal_won log.csv:5", "out [its rows tell nothing of it] opportunity log.csv:4"});
    CHECK(explained(
              "2024-01-01,mql,,,l1,,,\n2024-01-02,conversation,,,l1,,,\n2024-01-02,conversation,,,l2,,,\n",
              "lead_response_rate") == list{"part lead_answered log.csv:3", "whole lead_arrived log.csv:2",
                                            "out [none of its rows is mcl or mql] conversation log.csv:4"});
    CHECK(explained("2024-01-01,customer,,,c,,,\n2024-01-02,satisfied,,,,,,\n", "customer_satisfaction") ==
          list{"part and whole satisfied log.csv:3",
               "out [none of its rows is satisfied or not_satisfied] customer log.csv:2"});
    request asked = by_rep();
    CHECK(explained("2024-01-01,opportunity,Ann,d1,,,,\n2024-01-02,opportunity,Ben,d2,,,,\n"
                    "2024-01-03,deal_won,Ann,d3,,,,\n",
                    "deals_won:Ann", asked) ==
          list{"counted deal_won log.csv:4", "out [in another group: Ben] opportunity log.csv:3",
               "out [none of its rows is deal_won] opportunity log.csv:2"});
}

TEST_CASE("a time in whole days is out where others are known to the second") {
    const std::string dates = "2024-01-01,mql,,,l1,,,\n2024-01-03,conversation,,,l1,,,\n";
    CHECK(explained(dates, "response_time") == list{"counted first_response log.csv:3"});
    CHECK(explained(dates + "2024-01-01T09:00:00,mql,,,l2,,,\n2024-01-01T10:00:00,conversation,,,l2,,,\n",
                    "response_time") ==
          list{"counted first_response log.csv:5",
               "out [known in whole days, and others to the second] first_response log.csv:3"});
}

TEST_CASE("as CSV each row has a line, with times in seconds") {
    const folder here;
    here.write("deals.csv",
               "at,kind,deal,value\n2024-01-01,opportunity,\"a,b\",\n2024-01-03,deal_won,\"a,b\",5\n");
    const outcome ran = here.run("deals.csv --explain sales_cycle_length --format csv");
    CHECK(ran.out == "role,why,at,kind,what,count,elapsed,value,file,line\n"
                     "counted,,2024-01-03,deal_won,\"deal a,b\",1,172800,5,deals.csv,3\n");
    CHECK(here.run("deals.csv --explain win_rate --format json").code == 2);
}

} // namespace explained_test
