// SPDX-License-Identifier: MIT
// What of a file is the table: titles, totals, empty marks, headings, rows of another width.
#include "reports.hpp"

namespace table_test {
namespace {

using namespace report;
using namespace report::test;

request by_rep() {
    request asked;
    asked.by = "rep";
    return asked;
}

constexpr std::string_view deals =
    R"("rep": "Owner", "events": [{"kind": {"column": "Stage", "map": {"Won": "deal_won", "Lost": "deal_lost"}}}])";
std::string with(std::string_view keys) { return "{" + std::string{keys} + ", " + std::string{deals} + "}"; }

} // namespace

TEST_CASE("a tab-separated file that never quotes loses no row to a quote") {
    const sheet s = report_on("Owner\tStage\n\"A\tWon\nB\tLost\nC\"\tWon\n",
                              with(R"("separator": "tab", "quoting": "none")"), by_rep());
    CHECK(told(s, "win_rate") == "2/3");
    CHECK(s.groups == std::vector<std::string>{"\"A", "B", "C\""});
}

TEST_CASE("a backslash before a quote in quotes costs no row where the profile says so") {
    const sheet s = report_on(
        "Owner,Stage,Note\nA,Won,\"say \\\"hi\\\"\"\n=\"0012\",Lost,\\N\n",
        with(R"("escape": "\\", "only": {"column": "Note", "is": ["say \"hi\"", "\\N"]})"), by_rep());
    CHECK(told(s, "win_rate") == "1/2");
    CHECK(s.rows.refused == 0);
    CHECK(s.groups == std::vector<std::string>{"0012", "A"});
}

TEST_CASE("lines above the table are skipped, and what follows it is left out and counted") {
    const sheet s =
        report_on("Deals of a \"team\nOwner,Stage\nA,Won\nB,Lost\nTotal,2\nanything\n\"\nC,Won\n",
                  with(R"("skip_lines": 1, "end_at": {"column": "Owner", "is": "Total"})"), by_rep());
    CHECK(told(s, "win_rate") == "1/2");
    CHECK(s.rows.read == 6);
    CHECK(s.rows.used == 2);
    CHECK(s.rows.passed_over == 4);
    CHECK(s.rows.refused == 0);
    CHECK(s.rows.closes());
    CHECK(told(s, "deals_won", "Total") == "left out");
}

TEST_CASE("cells that say nothing are empty, whatever stands in them") {
    constexpr std::string_view profile =
        R"({"empty": ["NULL", "N/A", "0000-00-00"], "rep": "Owner", "events": [
        {"kind": "deal_won", "at": {"column": "Closed", "optional": true},
         "value": {"column": "Amount", "optional": true}, "when": {"column": "Owner", "is_not": ""}},
        {"kind": "call"}]})";
    const sheet s = report_on(
        "Owner,Closed,Amount\nA,2024-01-05,NULL\nB,2024-01-05,5\nC,0000-00-00,7\nNULL,2024-01-05,9\n",
        profile, by_rep());
    CHECK(s.rows.refused == 0);
    CHECK(told(s, "deals_won") == "2/1");
    CHECK(told(s, "revenue_won") == "5/1");
    CHECK(told(s, "calls", "(none)") == "1/1");
}

TEST_CASE("a heading may have other names, of which a file has one") {
    constexpr std::string_view profile = R"({"rep": ["Owner", "Deal owner"], "events": [{"kind": "call"}]})";
    CHECK(told(report_on("Owner\nA\n", profile, by_rep()), "calls", "A") == "1/1");
    CHECK(told(report_on("Deal owner\nA\n", profile, by_rep()), "calls", "A") == "1/1");
    CHECK(failure_of([&] { static_cast<void>(report_on("Owner,Deal owner\nA,B\n", profile)); }) ==
          "log.csv:1: the header has both \"Owner\" and \"Deal owner\", which are one column in the profile "
          "profile.json (/rep)");
    CHECK(failure_of([&] {
              static_cast<void>(report_on("Ownr\nA\n", profile));
          }).find("did you mean \"Ownr\"?") != std::string::npos);
    CHECK_FALSE(failure_of([] {
                    static_cast<void>(read_profile(R"({"rep": [], "events": [{"kind": "call"}]})", "p"));
                }).empty());
}

TEST_CASE("short and long rows are taken where the profile says so") {
    const std::string log = "Owner,Stage,Note\nA,Won,x\nB,Lost\nC,Won,y,,\n";
    CHECK(report_on(log, with(R"("about": "")")).rows.refused == 2);
    const sheet either = report_on(log, with(R"("short_rows": true)"));
    CHECK(either.rows.refused == 1);
    CHECK(told(either, "win_rate") == "1/2");
    const sheet both = report_on(log, with(R"("short_rows": true, "long_rows": true)"));
    CHECK(both.rows.refused == 0);
    CHECK(told(both, "win_rate") == "2/3");
    CHECK(report_on("Owner,Stage\nA\n", with(R"("short_rows": true)")).rows.refused == 1); // "" is no stage
}

TEST_CASE("a heading that comes again, as in files pasted together, is no row") {
    const sheet s = report_on("Owner,Stage\nA,Won\nOwner,Stage\nB,Lost\n", with(R"("about": "")"), by_rep());
    CHECK(s.rows.read == 2);
    CHECK(s.rows.refused == 0);
    CHECK(s.groups == std::vector<std::string>{"A", "B"});
}

TEST_CASE("names are mapped and folded, and the words of a map are in any case where that is said") {
    const sheet s = report_on("who,what\nGoogle,CALL\ngoogle,call\nGOOG,Call\n,call\nbing,call\n",
                              R"({"source": {"column": "who", "map": {"Goog": "google"}, "any_case": true},
                                  "events": [{"kind": {"column": "what", "map": {"call": "call"}, "any_case": true}}]})",
                              [] {
                                  request asked;
                                  asked.by = "source";
                                  return asked;
                              }());
    CHECK(told(s, "calls", "google") == "3/1");
    CHECK(told(s, "calls", "bing") == "1/1");
    CHECK(told(s, "calls", "(none)") == "1/1");
    const sheet t = report_on("who\na\nb\n\"\"\n",
                              R"({"rep": {"column": "who", "map": {"a": "Ann"}, "otherwise": "others"},
                                             "events": [{"kind": "call"}]})",
                              by_rep());
    CHECK(t.groups == std::vector<std::string>{"(none)", "Ann", "others"});
    CHECK(failure_of([] {
              static_cast<void>(
                  read_profile(R"({"rep": {"column": "a", "map": {"x": "1", "X": "2"}, "any_case": true},
                                                             "events": [{"kind": "call"}]})",
                               "p"));
          }) == "p: /rep/map/x: stands here in another case, too");
}

TEST_CASE("a count that may be blank is none then, unless the profile says another") {
    const std::string log = "n,x\n3,\n,\n";
    CHECK(
        told(report_on(log, R"({"events": [{"kind": "call", "count": {"column": "n", "optional": true}}]})"),
             "calls") == "3/1");
    CHECK(
        told(
            report_on(
                log,
                R"({"events": [{"kind": "call", "count": {"column": "n", "optional": true, "if_blank": 1}}]})"),
            "calls") == "4/1");
    CHECK(told(report_on("x\n1\n",
                         R"({"events": [{"kind": "call", "count": {"column": "n", "optional": true}}]})"),
               "calls") == "1/1");
}

TEST_CASE("amounts, and times that something took, are read as their columns say") {
    const sheet s = report_on("amount,took\n\"$1,234.50\",2:13\n(34.50),1:00:05\n2k,5m\n",
                              R"({"currency": "USD", "thousands": ",", "events": [{"kind": "deal_won",
                                  "value": {"column": "amount", "multiples": {"k": 1000}},
                                  "elapsed": {"column": "took", "in": ["h:mm:ss", "m:ss", "words"]}}]})");
    CHECK(s.rows.refused == 0);
    CHECK(told(s, "revenue_won") == "320000/100");
    const sheet t =
        report_on("took\n2:13\nnever\n",
                  R"({"events": [{"kind": "picked_up", "elapsed": {"column": "took", "in": "m:ss"}}]})");
    CHECK(told(t, "talk_time") == "133/1");
    CHECK(t.rows.files[0].refusals.front().reason == "took is no time of the form m:ss");
    CHECK(t.rows.files[0].refusals.front().text == "never");
}

TEST_CASE("a whole thousand with a point is refused with both readings, until the profile says which") {
    const std::string log = "Amount\n1.000\n700\n";
    const sheet s = report_on(log, R"({"events": [{"kind": "deal_won", "value": "Amount"}]})");
    CHECK(s.rows.files[0].refusals.front().text == "1.000 (1 or 1000)");
    CHECK(told(s, "revenue_won") == "700/1");
    CHECK(told(report_on(log, R"({"thousands": ".", "events": [{"kind": "deal_won", "value": "Amount"}]})"),
               "revenue_won") == "1700/1");
    CHECK(told(report_on(log, R"({"decimal": ".", "events": [{"kind": "deal_won", "value": "Amount"}]})"),
               "revenue_won") == "701/1");
    CHECK(told(report_on(
                   log,
                   R"({"events": [{"kind": "deal_won", "value": {"column": "Amount", "thousands": ""}}]})"),
               "revenue_won") == "701/1");
}

TEST_CASE("a date and a time in two columns are one moment, of several formats the first that fits") {
    constexpr std::string_view profile =
        R"({"zone": "Europe/Berlin", "dates": ["%d.%m.%Y", "iso"], "lead": "id", "events": [
        {"kind": "mql", "at": {"date": {"column": "day", "zone": "UTC"}, "time": {"column": "clock", "format": ["iso", "%I:%M %p"]}}},
        {"kind": "first_response", "at": "answered"}]})";
    const sheet s = report_on(
        "id,day,clock,answered\n1,31.07.2024,22:10,2024-08-01 00:20:00\n"
        "2,2024-07-01,10:00 am,2024-07-01 12:01:00\n3,1.7.2024,,2024-07-01\n4,1/7/2024,10:00,2024-07-01\n",
        profile);
    CHECK(told(s, "response_time") == "660/2");
    REQUIRE(s.rows.files[0].refusals.size() == 2);
    CHECK(s.rows.files[0].refusals[0].reason == "clock is empty");
    CHECK(s.rows.files[0].refusals[1].reason == "day is no date of the form %d.%m.%Y or iso");
}

} // namespace table_test
