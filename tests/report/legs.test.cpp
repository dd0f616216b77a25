// SPDX-License-Identifier: MIT
// The legs of one call: the same whatever their order.
#include "story/legs.hpp"

#include "reports.hpp"
#include "support/random.hpp"

#include <algorithm>
#include <vector>

namespace legs_test {
namespace {

using namespace report;
using namespace report::test;

constexpr std::string_view profile = R"({
    "header": false, "at": 2, "rep": 3, "elapsed": 5, "channel": {"constant": "phone"},
    "events": [{"kind": {"column": 4}, "once_per": 1}]})";

std::string log_of(const std::vector<std::string> &rows) {
    std::string log;
    for (const std::string &row : rows)
        log += row + '\n';
    return log;
}

} // namespace

TEST_CASE("a call has the highest outcome of its legs") {
    const sheet s = report_on(
        log_of({"a,2024-01-01,Ann,no_answer,0", "a,2024-01-01,Ben,picked_up,30", "b,2024-01-01,Ben,busy,0",
                "a,2024-01-02,Ann,voicemail,9", "b,2024-01-01,Ann,call,0", "b,2024-01-01,Ben,busy,0"}),
        profile, {.by = "rep", .wanted = {}, .given = {}});
    CHECK(s.rows.read == 6);
    CHECK(s.rows.used == 2);
    CHECK(s.rows.repeated == 4);
    CHECK(s.rows.all_events() == 2);
    CHECK(told(s, "pick_up_rate") == "1/2");
    CHECK(told(s, "calls", "Ben") == "2/1"); // who came furthest
}

TEST_CASE("the order of the legs never matters, also of legs that are alike") {
    std::vector<std::string> rows{"a,2024-01-01,Ann,no_answer,0",  "a,2024-01-01,Ben,no_answer,0",
                                  "a,2024-01-01,Cleo,no_answer,0", "b,2024-01-01,Ann,picked_up,5",
                                  "b,2024-01-01,Ben,picked_up,50", "c,2024-01-02,Ann,hang_up,1",
                                  "c,2024-01-01,Ben,hang_up,1",    "c,2024-01-01,Cleo,call,1"};
    const auto summary = [&] {
        const sheet s = report_on(log_of(rows), profile, {.by = "rep", .wanted = {}, .given = {}});
        std::string text = std::to_string(s.rows.used) + ' ' + told(s, "pick_up_rate");
        for (const std::string &rep : s.groups)
            text += ' ' + rep + ' ' + told(s, "calls", rep) + ' ' + told(s, "pick_up_rate", rep);
        return text;
    };
    std::sort(rows.begin(), rows.end());
    const std::string first = summary();
    CHECK(first.starts_with("3 2/3"));
    kpi::test::random random{1};
    for (int i = 0; i < 40; ++i) {
        random.shuffle(rows);
        // who never has a call of their own may or may not have been met: both say the same
        REQUIRE(summary() == first);
    }
}

TEST_CASE("the outcome decides before the time does") {
    for (const char *first : {"a,2024-01-01,Ann,no_answer,0", "a,2024-01-03,Ann,voicemail,0"})
        CHECK(told(report_on(log_of({first, "a,2024-01-02,Ben,picked_up,30"}), profile,
                             {.by = "rep", .wanted = {}, .given = {}}),
                   "calls", "Ben") == "1/1");
}

TEST_CASE("keys are told apart by rule, and a row without one is refused") {
    constexpr std::string_view two_rules = R"({"header": false, "events": [
        {"kind": "opportunity", "once_per": 1}, {"kind": "deal_won", "once_per": 1}]})";
    const sheet s = report_on("a,1\na,2\n,3\n", two_rules);
    CHECK(s.rows.count(activity::opportunity) == 1);
    CHECK(s.rows.count(activity::deal_won) == 1);
    CHECK(s.rows.refused == 1);
    CHECK(s.rows.files[0].refusals.front().reason == "column 1 is empty, and rows are told apart by it");
}

TEST_CASE("any number of keys is kept, in memory or not") {
    std::vector<std::string> rows;
    for (int key = 0; key < 300'000; ++key)
        rows.push_back(std::to_string(key) + ",2024-01-01,Ann,call,0");
    rows.push_back(rows.front());
    request little;
    little.memory = 1 << 20;
    for (const request &asked : {request{}, little}) {
        const sheet s = report_on(log_of(rows), profile, asked);
        CHECK(s.rows.used == 300'000);
        CHECK(s.rows.repeated == 1);
        CHECK(told(s, "calls") == "300000/1");
    }
}

TEST_CASE("of two answered legs the one without seconds does not hide the talk") {
    CHECK(told(report_on(log_of({"a,2024-01-01,Ann,picked_up,0", "a,2024-01-02,Ben,picked_up,17"}), profile),
               "talk_time") == "17/1");
}

TEST_CASE("the last row of a key counts, or the first, or the highest, wherever it stands") {
    std::vector<std::string> rows{"a,2024-01-05,closed,10", "a,2024-01-09,late,20",  "b,2024-01-06,closed,30",
                                  "c,2024-01-08,late,5",    "c,2024-01-07,closed,8", "d,2024-01-01,closed,1",
                                  "d,2024-01-02,open,"};
    const auto summary = [&](const std::string &which) {
        const sheet s =
            report_on(log_of(rows), R"({"header": false, "at": 2, "value": {"column": 4, "optional": true},
            "events": [{"kind": {"column": 3, "map": {"closed": "ticket_closed_in_time", "late": "ticket_closed", "open": null}}, ")" +
                                        which + R"(": 1}]})");
        CHECK(s.rows.closes());
        return std::to_string(s.rows.count(activity::ticket_closed_in_time)) + " in time, " +
               std::to_string(s.rows.count(activity::ticket_closed)) + " late, " +
               std::to_string(s.rows.used) + " used";
    };
    kpi::test::random random{2};
    for (int i = 0; i < 20; ++i) {
        REQUIRE(summary("last_per") == "1 in time, 2 late, 4 used"); // d was opened again
        REQUIRE(summary("first_per") == "4 in time, 0 late, 4 used");
        REQUIRE(summary("highest_per") == "3 in time, 1 late, 4 used");
        random.shuffle(rows);
    }
}

TEST_CASE("of rows of one key at the same time the same one is the last, whatever their order") {
    std::vector<std::string> rows{"a,2024-01-05,Ann", "a,2024-01-05,Ben", "a,2024-01-05,Cleo",
                                  "a,2024-01-04,Di"};
    const auto who = [&] {
        const sheet s =
            report_on(log_of(rows),
                      R"({"header": false, "at": 2, "rep": 3, "events": [{"kind": "call", "last_per": 1}]})",
                      {.by = "rep", .wanted = {}, .given = {}});
        for (const std::string &rep : s.groups)
            if (told(s, "calls", rep) == "1/1") return rep;
        return std::string{};
    };
    const std::string first = who();
    CHECK_FALSE(first.empty());
    CHECK(first != "Di");
    kpi::test::random random{3};
    for (int i = 0; i < 20; ++i) {
        random.shuffle(rows);
        REQUIRE(who() == first);
    }
}

} // namespace legs_test
