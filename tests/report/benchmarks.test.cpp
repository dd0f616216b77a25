// SPDX-License-Identifier: MIT
// What OpenView and FrontSpin publish, as targets of whoever has none of their own.
#include "figures/benchmarks.hpp"

#include "program.hpp"
#include "reports.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace benchmarks_test {
namespace {

using namespace report;
using namespace report::test;

request held_to(std::string_view names, std::string by = {}) {
    request asked;
    asked.held_to = benchmarks{names};
    asked.by = std::move(by);
    return asked;
}
/// Five working days: Ann made 300 calls, 60 of them conversations, and Ben 100.
const std::string a_week = "at,kind,rep,count\n2024-01-01,conversation,Ann,60\n2024-01-05,voicemail,Ann,240\n"
                           "2024-01-03,voicemail,Ben,100\n";
std::string target_of(const sheet &s, std::string_view name, std::string_view group = {}) {
    const line *l = find(s, name);
    std::optional<fraction> target = l != nullptr ? l->target : std::nullopt;
    for (std::size_t g = 0; l != nullptr && g < s.groups.size(); ++g)
        if (s.groups[g] == group) target = l->target_of(g);
    return target ? told(figure{*target}) : "none";
}
bool is_noted(const sheet &s, std::string_view part) {
    return std::any_of(s.notes.begin(), s.notes.end(),
                       [&](const std::string &note) { return note.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("every published target is of a metric, says whose it is and where it stands") {
    const metrics_known metrics;
    CHECK(published_benchmarks().size() == 8);
    for (const benchmark &each : published_benchmarks()) {
        CAPTURE(std::string{each.metric});
        const named_metric found = metrics.find(each.metric);
        REQUIRE(found.metric != nullptr);
        CHECK(found.metric->how.better == kpi::better::more);
        CHECK(found.metric->how.adds_up() == (each.each != period_kind::none));
        CHECK_FALSE(each.of.empty());
        CHECK_FALSE(each.source.empty());
        CHECK((!each.up_to || compare(each.amount, *each.up_to) < 0));
    }
}

TEST_CASE("a benchmark that there is not is refused with the nearest name") {
    CHECK(failure_of([] { benchmarks{"openview,frontspn"}; }) ==
          "--benchmarks frontspn: is no benchmark, did you mean \"frontspin\"?");
    CHECK(failure_of([] { benchmarks{","}; }).starts_with("--benchmarks : is no benchmark"));
    CHECK(failure_of([] { benchmarks{"openview,frontspin,frontspin-bant"}; }).empty());
}

TEST_CASE("a count is held to each rep's working days, and all reps together to their sum") {
    const sheet s = report_on(a_week, held_to("openview", "rep"));
    CHECK(target_of(s, "calls", "Ann") == "300/1"); // 60 a day
    CHECK(target_of(s, "calls", "Ben") == "300/1");
    CHECK(target_of(s, "calls") == "600/1");
    CHECK(target_of(s, "conversations", "Ann") == "50/1");
    CHECK(told(s, "share_of_reps_at_target_of_calls") == "1/2");
    CHECK(is_noted(s, "Targets published by OpenView, KPI examples for inside sales, 2010: "
                      "calls (one lead qualifier), conversations (one lead qualifier)"));
    CHECK(find(s, "opportunities_created") == nullptr); // the log does not feed it
    CHECK(target_of(s, "touches") == "none");           // FrontSpin's
}

TEST_CASE("one rep who alone is looked at is held to it period by period") {
    request asked = held_to("openview", "week");
    asked.where = {"rep=Ann"};
    const sheet s = report_on(a_week + "2024-01-09,voicemail,Ann,1\n", asked);
    CHECK(target_of(s, "calls", "2024-W01") == "300/1");
    CHECK(target_of(s, "calls", "2024-W02") == "120/1"); // Monday and Tuesday
    CHECK(target_of(s, "calls") == "420/1");
}

TEST_CASE("a count of nobody knows how many reps is held to nothing, and that is said") {
    const sheet s = report_on(a_week, held_to("openview"));
    CHECK(target_of(s, "calls") == "none");
    CHECK(is_noted(s, "Published targets of calls, conversations are for one rep"));
    const sheet some = report_on(a_week + "2024-01-03,voicemail,,5\n", held_to("openview", "rep"));
    CHECK(target_of(some, "calls", "Ann") == "300/1");
    CHECK(target_of(some, "calls") == "none"); // some of them are nobody's
    CHECK(told(some, "share_of_reps_at_target_of_calls") == "1/2");
    const sheet nobody = report_on("at,kind,rep\n2024-01-03,voicemail,\n", held_to("openview", "rep"));
    CHECK(target_of(nobody, "calls") == "none");
    CHECK(is_noted(nobody, "Published targets of calls"));
}

TEST_CASE("by a roster, reps who were there in part are held to nothing, and quotas outrank benchmarks") {
    request asked = held_to("openview", "rep");
    asked.team = read_roster({"team.csv",
                              text_source("rep,from,quota,quota_unit\nAnn,,,\nBen,2024-01-03,,\n"
                                          "Ann,,9,conversations a day\n"),
                              {}},
                             metrics_known{}.counted_names());
    const sheet s = report_on(a_week, asked);
    CHECK(target_of(s, "calls", "Ann") == "300/1");
    CHECK(target_of(s, "calls", "Ben") == "none");
    CHECK(target_of(s, "calls") == "none");
    CHECK(target_of(s, "conversations", "Ann") == "45/1");
    CHECK(told(s, "share_of_reps_at_target_of_calls") == "1/1"); // Ann's 300
    CHECK(told(s, "capacity_check_of_calls") == "0/1");
}

TEST_CASE("a share is held to a published share, or to a band, in every group") {
    const std::string log = "at,kind,rep,lead\n2024-01-01,sql,Ann,a\n2024-01-02,customer,Ann,a\n"
                            "2024-01-01,sql,Ben,b\n2024-01-01,deal_won,Ann,\n2024-01-02,deal_lost,Ann,\n";
    const sheet s = report_on(log, held_to("frontspin", "rep"));
    CHECK(target_of(s, "win_rate") == "1/5");
    CHECK(target_of(s, "win_rate", "Ann") == "1/5");
    CHECK(target_of(s, "sql_to_customer", "Ben") == "1/10");
    CHECK(find(s, "sql_to_customer")->target_to == fraction{1, 5});
    const sheet bant = report_on(log, held_to("frontspin,frontspin-bant"));
    CHECK(find(bant, "sql_to_customer")->target == fraction{1, 4});
    CHECK(find(bant, "sql_to_customer")->target_to == fraction{7, 20});
    CHECK(target_of(bant, "win_rate") == "1/5");
}

TEST_CASE("a target of the user's own takes the place of a published one") {
    request asked = held_to("openview,frontspin", "rep");
    asked.wanted = read_targets({"calls=500", "win_rate=30%"});
    const sheet s = report_on(a_week + "2024-01-03,deal_won,Ann,1\n2024-01-03,deal_lost,Ann,1\n", asked);
    CHECK(target_of(s, "calls") == "500/1");
    CHECK(target_of(s, "calls", "Ann") == "none");
    CHECK(target_of(s, "win_rate") == "30/100");
    CHECK(target_of(s, "conversations", "Ann") == "50/1");
    request dated = held_to("openview", "rep");
    dated.dated = dated_targets{{"targets.csv", text_source("metric,target\ncalls a day,20\n"), {}}, {}};
    CHECK(target_of(report_on(a_week, dated), "calls") == "100/1");
}

TEST_CASE("the program takes benchmarks by name, and README shows what it prints and every one of them") {
    const folder here;
    here.write("day.csv", "at,kind,rep,count\n2024-01-02,conversation,Ann,12\n2024-01-02,voicemail,Ann,55\n"
                          "2024-01-02,conversation,Ben,6\n2024-01-02,voicemail,Ben,30\n");
    std::istringstream printed{here.run("day.csv --by rep --benchmarks openview --verdicts").out};
    std::ostringstream readme;
    readme << std::ifstream{KPI_ROOT "/examples/report/README.md"}.rdbuf();
    std::string table, line;
    while (std::getline(printed, line))
        if (line.starts_with("Verdicts ") || (!table.empty() && !line.empty()))
            table += "    " + line + '\n';
        else if (!table.empty())
            break;
    CHECK(table.find("Ben") != std::string::npos);
    CHECK(readme.str().find('\n' + table + '\n') != std::string::npos);
    for (const benchmark &each : published_benchmarks())
        CHECK(readme.str().find("| `" + std::string{each.metric} + "` | ") != std::string::npos);

    const outcome wrong = here.run("day.csv --benchmarks openvew");
    CHECK(wrong.code == 2);
    CHECK(wrong.err == "kpi-report: --benchmarks openvew: is no benchmark, did you mean \"openview\"?\n");
}

} // namespace benchmarks_test
