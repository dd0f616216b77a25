// SPDX-License-Identifier: MIT
// The stages of a deal's own pipeline, by the names that a profile puts in order (METRICS.md, section 6).
#include "program.hpp"
#include "reports.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pipeline_test {
namespace {

using namespace report;
using namespace report::test;
using list = std::vector<std::string>;

const std::string order = R"(["Prospecting", "Demo", "Proposal"])";
const std::string profile_of_stages =
    R"({"deal": "Deal", "rep": {"column": "Owner", "optional": true}, "at": "Changed", "events": [
    {"kind": "opportunity", "first_per": "Deal"},
    {"kind": {"column": "Stage", "map": {"Won": "deal_won", "Lost": "deal_lost", "On hold": null}, "otherwise": "stage_entered"},
     "stage": {"column": "Stage", "order": )" +
    order + "}}]}";

std::string csv_of(const list &rows) {
    std::string text = "Deal,Stage,Changed,Owner\n";
    for (const std::string &row : rows)
        text += row + '\n';
    return text;
}
sheet of_rows(const list &rows, const request &asked = {}) {
    return report_on(csv_of(rows), profile_of_stages, asked);
}

/// d1 skips the demo, moves back to it and is won; d2 is lost at its demo; d3, of February, is at its demo.
const list three_deals{"d1,Prospecting,2024-01-01,Ann", "d1,Proposal,2024-01-11,Ann",
                       "d1,Demo,2024-01-15,Ann",        "d1,Won,2024-02-14,Ann",
                       "d2,Prospecting,2024-01-02,Ben", "d2,Demo,2024-01-06,Ben",
                       "d2,On hold,2024-01-08,Ben",     "d2,Lost,2024-01-16,Ben",
                       "d3,Prospecting,2024-02-01,Ben", "d3,Demo,2024-02-11,Ben"};

void check_three_deals(const sheet &s) {
    CHECK(told(s, "stage_conversion: Prospecting to Demo") == "3/3");
    CHECK(told(s, "stage_conversion: Demo to Proposal") == "1/3");
    CHECK(told(s, "stage_conversion: Proposal to won") == "1/1");
    CHECK(beside(s, "stage_conversion: Demo to Proposal", "still_open") == 1);
    CHECK(told(s, "time_in_stage: Prospecting") == "24/3"); // 10, 4 and 10 days
    CHECK(told(s, "time_in_stage: Demo") == "40/2");        // 30 and 10 days
    CHECK(beside(s, "time_in_stage: Demo", "still_open") == 1);
    CHECK(told(s, "time_in_stage: Proposal") == "4/1");
    CHECK(told(s, "time_in_stage_quantiles: Prospecting") == "20/2");
    CHECK(beside(s, "time_in_stage_quantiles: Prospecting", "max") == 10);
    CHECK(told(s, "backward_moves") == "1/1");
}

request by(std::string what) {
    request asked;
    asked.by = std::move(what);
    return asked;
}

} // namespace

TEST_CASE("figures of stages are called by the profile's names, in its order") {
    const sheet s = of_rows(three_deals);
    check_three_deals(s);
    const line *const demo = find(s, "stage_conversion: Demo to Proposal");
    REQUIRE(demo);
    CHECK(demo->how.title == "Stage conversion: Demo to Proposal");
    CHECK(demo->total.interval.has_value());
    list names;
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.how.step != 0) names.push_back(l.how.name.substr(l.how.name.find(' ') + 1));
    CHECK(names == list{"Prospecting to Demo", "Demo to Proposal", "Proposal to won", "Prospecting", "Demo",
                        "Proposal", "Prospecting", "Demo", "Proposal"});
    CHECK(told(s, "win_rate") == "1/2");
    CHECK(told(s, "opportunities_created") == "3/1");
}

TEST_CASE("rows in any order, and on several threads, tell the same") {
    list rows = three_deals;
    std::reverse(rows.begin(), rows.end());
    check_three_deals(of_rows(rows));
    std::rotate(rows.begin(), rows.begin() + 4, rows.end());
    request on_threads;
    on_threads.threads = 3, on_threads.slice = 40;
    check_three_deals(of_rows(rows, on_threads));
}

TEST_CASE("deals are of the month in which they were opened, visits of the one in which they began") {
    const sheet s = of_rows(three_deals, by("month"));
    CHECK(told(s, "stage_conversion: Prospecting to Demo", "2024-01") == "2/2");
    CHECK(told(s, "stage_conversion: Demo to Proposal", "2024-01") == "1/2");
    CHECK(told(s, "stage_conversion: Demo to Proposal", "2024-02") == "0/1");
    CHECK(told(s, "time_in_stage: Demo", "2024-01") == "40/2");
    CHECK(told(s, "time_in_stage: Prospecting", "2024-02") == "10/1");
    CHECK(told(s, "backward_moves", "2024-02") == "0/1");
}

TEST_CASE("a deal's stages are in the group of the deal") {
    const sheet s = of_rows(three_deals, by("rep"));
    CHECK(told(s, "stage_conversion: Demo to Proposal", "Ann") == "1/1");
    CHECK(told(s, "stage_conversion: Demo to Proposal", "Ben") == "0/2");
    CHECK(told(s, "time_in_stage: Demo", "Ben") == "10/1");
}

TEST_CASE("at one time the earlier stage comes first, after the opening and before the settlement") {
    const sheet s = of_rows({"d1,Won,2024-01-01,", "d1,Demo,2024-01-01,", "d1,Proposal,2024-01-01,",
                             "d1,Prospecting,2024-01-01,"});
    CHECK(told(s, "backward_moves") == "0/1");
    CHECK(told(s, "time_in_stage: Proposal") == "0/1");
    CHECK(told(s, "stage_conversion: Proposal to won") == "1/1");
}

TEST_CASE("with a history of stages alone there is no cohort, but the time in each") {
    const sheet s = report_on("Deal,Stage,Changed\nd1,Demo,2024-01-01\nd1,Proposal,2024-01-03\n",
                              R"({"deal": "Deal", "at": "Changed", "events": [{"kind": "stage_entered",
        "stage": {"column": "Stage", "order": ["Demo", "Proposal"]}}]})");
    CHECK(find(s, "stage_conversion: Demo to Proposal") == nullptr);
    CHECK(told(s, "time_in_stage: Demo") == "2/1");
}

TEST_CASE("the native format has the number of the stage") {
    const sheet s =
        report_on("at,kind,deal,stage\n2024-01-01,opportunity,d1,\n2024-01-01,stage_entered,d1,1\n"
                  "2024-01-05,stage_entered,d1,2\n2024-01-06,stage_entered,d1,13\n"
                  "2024-01-06,stage_entered,d1,\n2024-01-06,stage_entered,,1\n");
    CHECK(told(s, "stage_conversion: stage 1 to stage 2") == "1/1");
    CHECK(told(s, "stage_conversion: stage 2 to won") == "0/1");
    CHECK(told(s, "time_in_stage: stage 1") == "4/1");
    list reasons;
    for (const auto &each : s.rows.files[0].refusals)
        reasons.push_back(each.reason);
    CHECK(reasons == list{"stage is no number of a stage, from 1 to 12",
                          "stage is empty, and says which stage is entered"});
    CHECK(std::find(s.notes.begin(), s.notes.end(),
                    "1 of 4 events of deals have no deal, and are in no figure about deals") !=
          s.notes.end());
}

TEST_CASE("a name that the order does not have refuses the row, and the nearest one is said") {
    const sheet s = of_rows({"d1,Prospecting,2024-01-01,", "d1,Propsal,2024-01-02,"});
    REQUIRE(s.rows.files[0].refusals.size() == 1);
    CHECK(s.rows.files[0].refusals[0].reason ==
          R"(Stage "Propsal" is not in the profile's order of stages, did you mean "Proposal"?)");
    const sheet any_case = report_on("Deal,Stage,Changed\nd1,DEMO,2024-01-01\nd1,proposal,2024-01-03\n",
                                     R"({"deal": "Deal", "at": "Changed", "events": [{"kind": "stage_entered",
        "stage": {"column": "Stage", "order": ["Demo", "Proposal"], "any_case": true}}]})");
    CHECK(told(any_case, "time_in_stage: Demo") == "2/1");
}

TEST_CASE("what a profile says of stages must make sense") {
    const auto refused = [](const std::string &event) {
        return failure_of([&] {
            static_cast<void>(
                read_profile(R"({"deal": "D", "at": "T", "events": [)" + event + "]}", "p.json"));
        });
    };
    CHECK(refused(R"({"kind": "stage_entered"})") ==
          "p.json: /events/0: stage_entered needs \"stage\": the column, and the order of the stages");
    CHECK(refused(R"({"kind": "stage_entered", "stage": {"column": "S", "order": []}})") ==
          "p.json: /events/0/stage/order: from 1 to 12 stages are wanted here, the first one first");
    CHECK(refused(R"({"kind": "stage_entered", "stage": {"column": "S", "order": ["A", "B", "A"]}})") ==
          "p.json: /events/0/stage/order/2: stands in the order twice");
    CHECK(refused(R"({"kind": "stage_entered", "stage": {"constant": "C", "order": ["A", "B"]}})") ==
          "p.json: /events/0/stage/constant: is not in the order of the stages");
    CHECK(refused(R"({"kind": "stage_entered", "stage": {"column": "S", "order": ["A"]}},
                     {"kind": "stage_entered", "stage": {"column": "S", "order": ["B"]}})") ==
          "p.json: /events/1/stage/order: an event before has another order of stages, and a report has one");
}

TEST_CASE("each row is a deal, with the day on which it got to each stage") {
    const std::string of_demo = R"("order": ["Prospecting", "Demo"]}})";
    const sheet s =
        report_on("Id,Opened,Demo on,Won on\nd1,2024-01-02,2024-01-05,2024-01-20\n"
                  "d2,2024-01-03,,\n",
                  R"({"deal": "Id", "events": [{"kind": "opportunity", "at": "Opened"},
        {"kind": "stage_entered", "at": "Opened", "stage": {"constant": "Prospecting", )" +
                      of_demo +
                      R"(, {"kind": "stage_entered", "at": {"column": "Demo on", "optional": true},
         "stage": {"constant": "Demo", )" +
                      of_demo + R"(, {"kind": "deal_won", "at": {"column": "Won on", "optional": true}}]})");
    CHECK(told(s, "stage_conversion: Prospecting to Demo") == "1/2");
    CHECK(told(s, "time_in_stage: Demo") == "15/1");
}

TEST_CASE("files with different orders have no report together") {
    std::vector<source> files;
    files.push_back(source_of("a.csv", csv_of(three_deals), read_profile(profile_of_stages, "a.json")));
    files.push_back(source_of("b.csv", csv_of({}),
                              read_profile(R"({"deal": "Deal", "at": "Changed", "events": [
        {"kind": "stage_entered", "stage": {"column": "Stage", "order": ["Call", "Demo"]}}]})",
                                           "b.json")));
    CHECK(failure_of([&] { static_cast<void>(run(std::move(files), {})); }) ==
          "b.csv: its profile has the stages Call, Demo, and that of a.csv has Prospecting, Demo, Proposal: "
          "one report has one order; name the stages alike, or report on each file alone");
}

TEST_CASE("--explain lists how far each deal got, and each visit") {
    request asked;
    const auto explained = [&](const std::string &metric) {
        asked.explain = metric;
        const sheet s = of_rows(three_deals, asked);
        REQUIRE(s.explained);
        list all;
        for (const explained_event &each : s.explained->events)
            all.push_back(each.role() + ' ' + std::string{each.kind} + ' ' + each.what);
        return all;
    };
    CHECK(explained("stage_conversion") ==
          list{"opened deal_opened deal d1, Proposal", "opened deal_opened deal d2, Demo",
               "opened deal_opened deal d3, Demo", "still open still_open_of_opened deal d3, Demo",
               "won won_of_opened deal d1, Proposal"});
    CHECK(explained("time_in_stage") ==
          list{"counted in_stage deal d1, Prospecting", "counted in_stage deal d2, Prospecting",
               "counted in_stage deal d2, Demo", "counted in_stage deal d1, Proposal",
               "counted in_stage deal d1, Demo", "counted in_stage deal d3, Prospecting",
               "still open in_stage deal d3, Demo"});
    CHECK(explained("backward_moves").front() == "counted in_stage deal d1, Demo");
}

TEST_CASE(
    "the text, CSV and JSON name the stages; --list-metrics, --list-kinds and --check-profile know them") {
    const folder here;
    here.write("stages.csv", csv_of(three_deals));
    here.write("stages.json", profile_of_stages);
    const std::string with = "stages.csv --profile stages.json ";
    CHECK(here.run(with + "--all").out.find("Demo to Proposal") != std::string::npos);
    CHECK(here.run(with + "--format csv").out.find("stage_conversion: Demo to Proposal") !=
          std::string::npos);
    CHECK(here.run(with + "--format json").out.find("\"name\": \"time_in_stage: Demo\"") !=
          std::string::npos);
    CHECK(here.run("--list-metrics").out.find("needs deal_won; and opportunity; with a stage") !=
          std::string::npos);
    CHECK(here.run("--list-kinds").out.find("stage_entered") != std::string::npos);
    CHECK(here.run(with + "--check-profile").out.find("that no map has") == std::string::npos);
    CHECK(here.run(with + "--check-profile")
              .out.find("stage_entered, 2024-01-11, deal d1, rep Ann, stage Proposal") != std::string::npos);
}

} // namespace pipeline_test
