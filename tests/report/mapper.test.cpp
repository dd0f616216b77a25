// SPDX-License-Identifier: MIT
// From rows to events, seen in what the report says of them.
#include "profile/mapper.hpp"

#include "reports.hpp"
#include "support/random.hpp"

namespace mapper_test {
namespace {

using namespace report;
using namespace report::test;

/// The events that a row of this log makes.
std::vector<made_event> made_of(const std::string &log, std::string_view profile) {
    const plan p = read_profile(profile, "p.json");
    known_names known{p.dimensions()};
    known.least_decimals = p.decimals_of_amounts();
    mapper m{p, {}, known};
    csv_reader reader{text_source(log), "log.csv", p.text};
    csv_row row;
    if (p.header) {
        REQUIRE(reader.next(row));
        m.bind_header(row, "log.csv");
    }
    REQUIRE(reader.next(row));
    mapped_row made;
    const auto fault = m.map(row, made);
    if (fault) FAIL_CHECK(fault->reason);
    return made.events;
}

/// The reasons for which rows are refused, each with how many: "2 x reason".
std::vector<std::string> refusals_of(const sheet &s) {
    std::vector<std::string> told;
    for (const refusal &r : s.rows.files[0].refusals)
        told.push_back(std::to_string(r.rows) + " x " + r.reason);
    return told;
}
using list = std::vector<std::string>;

constexpr std::string_view crm = R"({
    "rep": "agent", "deal": "id", "customer": "account", "stage": "stage", "dates": "%d-%m-%Y",
    "events": [
        {"kind": "opportunity", "at": {"column": "opened", "optional": true}},
        {"kind": {"column": "stage", "map": {"Won": "deal_won", "Lost": "deal_lost", "Open": null}},
         "at": "closed", "value": {"column": "value", "decimals": 2}, "elapsed": {"from": "opened", "to": "closed"}}]})";
const std::string crm_header = "id,agent,account,stage,opened,closed,value\n";

} // namespace

TEST_CASE("a row makes several events, each with its own date") {
    const auto made = made_of(crm_header + "1,Ann,Acme,Won,02-01-2018,05-01-2018,10.5\n", crm);
    REQUIRE(made.size() == 2);
    CHECK(made[0].what.kind == activity::opportunity);
    CHECK(iso_day(made[0].what.at.seconds) == "2018-01-02");
    CHECK(made[1].what.kind == activity::deal_won);
    CHECK(iso_day(made[1].what.at.seconds) == "2018-01-05");
    CHECK(made[1].what.value == 1050);
    CHECK(made[1].what.elapsed == 3 * 86'400);
    CHECK(made[0].what.deal == made[1].what.deal);
    CHECK(made[0].what.deal != 0);
}

TEST_CASE("a word that means nothing makes no event; a word that nobody knows refuses the row") {
    const sheet s = report_on(crm_header + "1,Ann,Acme,Open,,,\n2,Ann,Acme,Wonn,01-01-2018,05-01-2018,1\n3,"
                                           "Ann,Acme,Wonn,01-01-2018,05-01-2018,1\n",
                              crm);
    CHECK(s.rows.used == 1);          // it says which stage its deal is in
    CHECK(s.rows.all_undated() == 0); // what was not opened on any day was not opened
    CHECK(refusals_of(s) == list{"2 x stage \"Wonn\" is not in the profile's map"});
    CHECK(s.rows.files[0].refusals.front().lines == std::vector<std::uint64_t>{3, 4});
}

TEST_CASE("a row is used as a whole or not at all") {
    const sheet s = report_on(crm_header + "1,Ann,Acme,Won,02-01-2018,31-02-2018,1\n", crm);
    CHECK(s.rows.all_events() == 0); // the opportunity's date is good
    CHECK(s.stages.lines.empty());
    CHECK(refusals_of(s) == list{"1 x closed is no date of the form %d-%m-%Y"});
    CHECK(s.rows.files[0].refusals.front().text == "31-02-2018");
}

TEST_CASE("numbers and dates are read strictly, and what is missing is said") {
    const sheet s = report_on(crm_header + "1,Ann,Acme,Won,02-01-2018,05-01-2018,\n"
                                           "1,Ann,Acme,Won,02-01-2018,05-01-2018,-\n"
                                           "1,Ann,Acme,Won,02-01-2018,05-01-2018,90000000000000000\n"
                                           "1,Ann,Acme,Won,02-01-2018,,5\n"
                                           "1,Ann,Acme,Won,05-01-2018,02-01-2018,5\n"
                                           "1,Ann,Acme,Won,05-01-1800,02-01-2018,5\n"
                                           "1,Ann,Acme,Won,,02-01-2018,5\n",
                              crm);
    CHECK(refusals_of(s) == list{"1 x value is empty", "1 x value is no number",
                                 "1 x value is greater than 900000000000000000 in its smallest unit",
                                 "1 x closed is empty", "1 x closed is before opened",
                                 "1 x closed is more than 136 years after opened", "1 x opened is empty"});
    CHECK(s.rows.closes());
}

TEST_CASE("short and long rows are refused") {
    const sheet s = report_on(crm_header + "1,Ann\n1,Ann,Acme,Open,,,,,\n,\n", crm);
    CHECK(refusals_of(s) ==
          list{"2 x 2 columns where there should be 7", "1 x 9 columns where there should be 7"});

    constexpr std::string_view by_number = R"({"header": false, "events": [{"kind": {"column": 3}}]})";
    const sheet t = report_on("a,b\na,b,call\na,b,call,d\n", by_number);
    CHECK(refusals_of(t) == list{"1 x 2 columns where there should be at least 3"});
    CHECK(told(t, "calls") == "2/1");
}

TEST_CASE("counts come from a column; none of something is no event") {
    constexpr std::string_view profile = R"({"events": [{"kind": "call", "count": "n"}]})";
    const sheet s = report_on("n\n3\n0\n4294967295\n4294967296\nx\n", profile);
    CHECK(told(s, "calls") == "4294967298/1"); // and no 32-bit sum
    CHECK(s.rows.used == 2);
    CHECK(s.rows.without_event == 1);
    CHECK(s.rows.refused == 2);
}

TEST_CASE("conditions choose rows, and events of a row") {
    constexpr std::string_view profile = R"({
        "only": {"column": "team", "is": ["A", "B"]},
        "events": [{"kind": "call", "when": [{"column": "what", "is": "dial"}, {"column": "team", "is_not": "B"}]},
                   {"kind": "email_sent", "when": {"column": "what", "is_not": ["dial", ""]}}]})";
    const sheet s = report_on("team,what\nA,dial\nB,dial\nC,dial\nA,mail\nA,\n", profile);
    CHECK(s.rows.passed_over == 1);
    CHECK(s.rows.without_event == 2);
    CHECK(s.rows.used == 2);
    CHECK(s.rows.count(activity::call) == 1);
    CHECK(s.rows.count(activity::email_sent) == 1);
    CHECK(s.rows.closes());
}

TEST_CASE("an event overrides what the profile says for all") {
    constexpr std::string_view profile = R"({"rep": "a", "channel": {"constant": "phone"}, "events": [
        {"kind": "call"}, {"kind": "email_sent", "rep": "b", "channel": {"column": "c", "map": {"@": "email"}, "otherwise": "other"}}]})";
    const sheet s =
        report_on("a,b,c\nAnn,Ben,@\nAnn,Ben,?\n", profile, {.by = "rep", .wanted = {}, .given = {}});
    CHECK(told(s, "calls", "Ann") == "2/1");
    CHECK(told(s, "emails", "Ben") == "2/1");
    const sheet c =
        report_on("a,b,c\nAnn,Ben,@\nAnn,Ben,?\n", profile, {.by = "channel", .wanted = {}, .given = {}});
    CHECK(c.groups == list{"phone", "email", "other"});
}

TEST_CASE("a file that is not what the profile says ends the run with the nearest names") {
    const auto failure_with = [&](const std::string &log, const request &asked = {}) {
        return failure_of([&] { static_cast<void>(report_on(log, crm, asked)); });
    };
    CHECK(failure_with("id,agent,account,stage,opend,closed,value\n") ==
          "log.csv:1: the header has no column \"opened\", which the profile profile.json asks for "
          "(/events/1/elapsed/from), did you mean \"opend\"?");
    CHECK(failure_with("id,agent,account,stage,opened,closed,value,value\n") ==
          "log.csv:1: the header has two columns \"value\"");
    CHECK(failure_with("") == "log.csv: is empty, and a header was expected");
    CHECK(failure_with("\"id\n") == "log.csv:1: the header cannot be read: a quote is never closed");
    CHECK(failure_with(crm_header, {.by = "location", .wanted = {}, .given = {}}) ==
          "--by location: no column of log.csv says it: the profile would have to name one");
}

TEST_CASE("the native format refuses a heading that it does not know, and needs no optional ones") {
    CHECK(failure_of([] { static_cast<void>(report_on("at,kind,reps\n")); }) ==
          "log.csv:1: the profile native knows no column \"reps\", did you mean \"rep\"?");
    CHECK(failure_of([] {
              static_cast<void>(report_on("at,kind\n", {.by = "rep", .wanted = {}, .given = {}}));
          }) == "--by rep: no column of log.csv says it: the profile would have to name one");
    const sheet s = report_on("kind;at\ndeal_won;2024-01-01\ndeal_lost;2024-01-01\n");
    CHECK(told(s, "win_rate") == "1/2");
}

TEST_CASE("any number of names is a group each, and names of refused rows are none") {
    std::string log = "at,kind,rep\n";
    for (int i = 0; i < 300; ++i)
        log += "never,call,bad" + std::to_string(i) + '\n';
    for (int i = 0; i < 300; ++i)
        log += "2024-01-01,call,rep" + std::to_string(1000 + i) + '\n';
    log += "2024-01-01,call," + std::string(257, 'x') + '\n';
    const sheet s = report_on(log, {.by = "rep", .wanted = {}, .given = {}});
    CHECK(s.groups.size() == 300);
    CHECK(told(s, "calls") == "300/1");
    CHECK(told(s, "calls", "rep1000") == "1/1");
    CHECK(told(s, "calls", "rep1299") == "1/1");
    CHECK(refusals_of(s) == list{"300 x at is no date of the form iso", "1 x rep is longer than 256 bytes"});
}

TEST_CASE("reasons beyond the table are counted together, and the sum still closes") {
    std::string log = "at,kind\n";
    for (int i = 0; i < 100; ++i)
        log += "2024-01-01,kind" + std::to_string(i) + '\n';
    const sheet s = report_on(log);
    CHECK(s.rows.refused == 100);
    REQUIRE(s.rows.files[0].refusals.size() == account::most_reasons + 1);
    CHECK(s.rows.files[0].refusals.back().reason == "other reasons");
    CHECK(s.rows.files[0].refusals.back().rows == 100 - account::most_reasons);
}

TEST_CASE("every row is somewhere, every event is somewhere, whatever the file holds") {
    const list cells{"2024-01-01", "call",     "deal_won",   "nonsense",   "",
                     "\"",         "\"a\nb\"", "email_sent", "2024-13-01", "7"};
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        kpi::test::random random{seed};
        std::string log = "at,kind,rep\n";
        for (std::uint64_t row = random.below(20); row > 0; --row) {
            for (std::uint64_t n = random.below(5); n > 0; --n)
                log += (random.below(3) == 0 ? "2024-01-01,call"
                                             : cells[random.pick<std::size_t>(cells.size())]) +
                       ',';
            log += "Ann\n";
        }
        const sheet s = report_on(log, {.by = "rep", .wanted = {}, .given = {}});
        REQUIRE(s.rows.closes());
        REQUIRE(s.rows.used == s.rows.all_events()); // one event a row
        std::uint64_t refused = 0;
        for (const refusal &r : s.rows.files[0].refusals)
            refused += r.rows;
        REQUIRE(refused == s.rows.refused);
        if (const line *calls = find(s, "calls")) {
            std::uint64_t of_groups = 0;
            for (const figure &f : calls->groups)
                of_groups += f.n;
            REQUIRE(calls->total.n == of_groups);
            REQUIRE(calls->total.n == s.rows.count(activity::call));
        }
    }
}

} // namespace mapper_test
