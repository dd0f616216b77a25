// SPDX-License-Identifier: MIT
// --explain: the rows behind a figure, by what each is to it, and why some are out of it.
#include "program.hpp"
#include "reports.hpp"

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
          list{"part and whole deal_won log.csv:3", "whole deal_lost log.csv:4"});
    CHECK(explained(deals, "win_rate:Ben", by_rep()) ==
          list{"whole deal_lost log.csv:4", "out [in another group: Ann] deal_won log.csv:3"});
    request window;
    window.as_of = 1706659200 + 2 * a_day, window.window = 20 * a_day; // up to 2024-02-02
    CHECK(explained(deals, "win_rate", window) ==
          list{"whole deal_lost log.csv:4", "out [outside of the window] deal_won log.csv:3"});
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
    CHECK(failure_of("win_rat") == "--explain win_rat: there is no such metric, did you mean \"win_rate\"?");
    CHECK(failure_of("win_rate:Ann") == "--explain win_rate:Ann: groups are made by --by");
    CHECK(failure_of("win_rate:An", by_rep()) ==
          "--explain win_rate:An: there is no group \"An\", did you mean \"Ann\"?");
    CHECK(failure_of("lead_velocity_rate") ==
          "--explain lead_velocity_rate: it is made of two periods' counts; explain these");
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
