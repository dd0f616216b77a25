// SPDX-License-Identifier: MIT
#include "program.hpp"
#include "reports.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace files_test {

// A log of several files: cases are joined by their ids, rows are accounted for file by file, and the
// sequence of the files says nothing.

namespace {

using namespace report;
using namespace report::test;
using json = nlohmann::json;

constexpr const char *leads = "id,origin,arrived\n"
                              "m1,paid,2024-01-01\n"
                              "m2,organic,2024-01-02\n";
constexpr const char *deals = "contact;stage;day\n"
                              "m1;Won;05.01.2024\n"
                              "m2;Lost;06.01.2024\n"
                              "m2;Lsot;06.01.2024\n";
constexpr const char *leads_profile =
    R"({"lead": "id", "source": "origin", "events": [{"kind": "mql", "at": "arrived"}]})";
constexpr const char *deals_profile =
    R"({"separator": ";", "dates": "%d.%m.%Y", "deal": "contact", "lead": "contact",
        "events": [{"kind": {"column": "stage", "map": {"Won": "deal_won", "Lost": "deal_lost"}}, "at": "day"}]})";

std::vector<source> both(bool turned = false) {
    std::vector<source> log;
    log.push_back(source_of("leads.csv", leads, read_profile(leads_profile, "leads.json")));
    log.push_back(source_of("deals.csv", deals, read_profile(deals_profile, "deals.json")));
    if (turned) std::swap(log[0], log[1]);
    return log;
}
request by(std::string part) {
    request asked;
    asked.by = std::move(part);
    asked.most_refused = {1, 1};
    return asked;
}

TEST_CASE("what one file says of a case groups what another one tells of it") {
    const sheet s = run(both(), by("source"));
    CHECK(told(s, "deals_won", "paid") == "1/1");
    CHECK(told(s, "win_rate") == "1/2");
    CHECK(told(s, "win_rate", "organic") == "0/1");
    CHECK(s.source == "deals.csv, leads.csv");
    CHECK(s.profile == "deals.json, leads.json");

    std::vector<source> more = both();
    more.push_back(source_of("more.csv", leads, read_profile(leads_profile, "leads.json")));
    more.push_back(source_of("other.csv", leads, read_profile(leads_profile, "json")));
    CHECK(run(std::move(more), by("")).profile == "deals.json, json, leads.json");
}

TEST_CASE("each file has its account, and they add up") {
    const sheet s = run(both(), by(""));
    CHECK(s.rows.read == 5);
    CHECK(s.rows.used == 4);
    REQUIRE(s.rows.files.size() == 2);
    CHECK(s.rows.files[0].source == "deals.csv");
    CHECK(s.rows.files[0].refused == 1);
    CHECK(s.rows.files[0].refusals[0].lines == std::vector<std::uint64_t>{4});
    CHECK(s.rows.files[1].read == 2);
    CHECK(s.rows.files[1].refusals.empty());
}

TEST_CASE("a group that no file tells is a failure, and one that a single file tells is none") {
    CHECK(failure_of([] { static_cast<void>(run(both(), by("rep"))); }) ==
          "--by rep: no column of deals.csv, leads.csv says it: the profile would have to name one");
    CHECK(run(both(), by("source")).groups == std::vector<std::string>{"organic", "paid"});
}

TEST_CASE("rows that are cases of their own are not taken for each other's") {
    constexpr const char *profile = R"({"deal": {"row": true}, "events": [{"kind": "deal_won"}]})";
    std::vector<source> log;
    log.push_back(source_of("a.csv", "x\n1\n2\n", read_profile(profile, "p.json")));
    log.push_back(source_of("b.csv", "x\n1\n2\n", read_profile(profile, "p.json")));
    CHECK(told(run(std::move(log), by("")), "deals_won") == "4/1");
}

TEST_CASE("what has no date in its column did not happen, unless the profile says so") {
    const auto won = [](const char *more) {
        return report_on("opened,closed\n2024-01-01,2024-01-09\n2024-01-02,\n",
                         R"({"deal": {"row": true}, "events": [{"kind": "opportunity", "at": "opened"},
                             {"kind": "deal_won", "at": {"column": "closed", "optional": true})" +
                             std::string{more} + "}]}");
    };
    CHECK(told(won(""), "deals_won") == "1/1");
    CHECK(won("").rows.all_undated() == 0);
    CHECK(told(won(R"(, "undated": true)"), "deals_won") == "2/1");
    CHECK(won(R"(, "undated": true)").rows.all_undated() == 1);
}

TEST_CASE("the sequence of the files changes no byte") {
    const folder here;
    here.write("leads.csv", leads), here.write("deals.csv", deals);
    here.write("leads.json", leads_profile), here.write("deals.json", deals_profile);
    const std::string one = "--read leads.json=leads.csv", other = "--read deals.json=deals.csv",
                      rest = " --by source --format json --rows-max-refused 100%";
    const outcome ran = here.run(one + ' ' + other + rest);
    CHECK(ran.code == 0);
    CHECK(here.run(other + ' ' + one + rest).out == ran.out);
    CHECK(here.run("leads.csv --profile leads.json " + other + rest).out == ran.out);
    CHECK(json::parse(ran.out)["files"].size() == 2);
    CHECK(here.run("--read leads.csv").err ==
          "kpi-report: --read leads.csv: a profile and a file are wanted here, as maven=deals.csv\n");
    CHECK(here.run("- --read native=-").code == 2);
    CHECK(here.run(one + ' ' + one).err ==
          "kpi-report: leads.csv: is named twice, and every row would count twice\n");
}

TEST_CASE("a file of which more is refused than is allowed has an account, and no figures") {
    const folder here;
    here.write("deals.csv", deals), here.write("deals.json", deals_profile);
    const outcome ran = here.run("deals.csv --profile deals.json --format json");
    CHECK(ran.code == 3);
    const json report = json::parse(ran.out);
    CHECK(report["metrics"].empty());
    CHECK(report["rows"]["refused"] == 1);
    CHECK(report["unfit"] ==
          "deals.csv: 1 of 3 rows cannot be read, which is more than --rows-max-refused allows; "
          "no figure is shown");
    CHECK(here.run("deals.csv --profile deals.json").code == 3);
    CHECK(here.run("deals.csv --profile deals.json --rows-max-refused 34%").code == 0);
    CHECK(here.run("deals.csv --profile deals.json --rows-max-refused 0.33").code == 3);
    CHECK(here.run("deals.csv --profile deals.json --rows-max-refused 2").code == 2);
}

TEST_CASE("a window of standard input needs no end") {
    const folder here;
    const std::string log = "at,kind\n2024-01-01,call\n2024-03-01,call\n";
    here.write("log.csv", log);
    const json piped = json::parse(here.run("- --window 7d --format json", log).out);
    const json named = json::parse(here.run("log.csv --window 7d --format json").out);
    CHECK(piped["metrics"] == named["metrics"]);
    CHECK(piped["from"] == "2024-02-24");
}

TEST_CASE("what a log covers makes its first and last months complete, and shows the empty ones") {
    request asked = by("month");
    const std::string log = "at,kind\n2024-01-20,call\n2024-03-05,call\n2024-03-06,call\n";
    const sheet alone = report_on(log, asked);
    CHECK(alone.groups == std::vector<std::string>{"2024-01", "2024-02", "2024-03"});
    CHECK(alone.group_marks[0] == "log begins in it");
    CHECK(alone.group_marks[2] == "running");
    constexpr std::int64_t first = 1'704'067'200, day = 86'400; // 2024-01-01
    asked.covers = day_span{first, first + 121 * day};          // to the end of April
    const sheet covered = report_on(log, asked);
    CHECK(covered.groups.back() == "2024-04");
    CHECK(std::all_of(covered.group_marks.begin(), covered.group_marks.end(),
                      [](const std::string &mark) { return mark.empty(); }));
    CHECK(told(covered, "calls", "2024-04") == "0/1");
}

} // namespace

} // namespace files_test
