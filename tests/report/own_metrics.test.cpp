// SPDX-License-Identifier: MIT
// Metrics that a profile defines: a share, a ratio or a count of kinds behaves as the catalogue's do.
#include "reports.hpp"

#include <string>

namespace own_metrics_test {
namespace {

using namespace report;
using namespace report::test;

std::string profile_with(const std::string &metrics) {
    return R"({"at": "at", "rep": "rep", "deal": "deal", "events": [{"kind": {"column": "kind"}}], "metrics": [)" +
           metrics + "]}";
}
const std::string demo_rate = R"({"name": "demo_rate", "title": "Meetings with a demo", "better": "more",
    "share": "presentation", "of": ["presentation", "meeting_held"]})";
const std::string calls_each =
    R"({"name": "calls_each_meeting", "ratio": ["call", "no_answer"], "of": "meeting_held"})";
const std::string settled =
    R"({"name": "settled", "title": "Deals settled", "count": ["deal_won", "deal_lost"]})";

const std::string log = "at,kind,rep,deal\n2024-01-05,meeting_held,Ann,\n2024-01-05,presentation,Ann,\n"
                        "2024-01-09,meeting_held,Ben,\n2024-02-01,call,Ann,\n2024-02-01,no_answer,Ann,\n"
                        "2024-02-02,call,Ben,\n2024-02-03,meeting_held,Ann,\n"
                        "2024-02-04,deal_won,Ann,a\n2024-02-05,deal_won,Ann,a\n2024-02-05,deal_lost,Ben,b\n";

} // namespace

TEST_CASE("a profile's share, ratio and count are told as the catalogue's are") {
    const sheet s = report_on(log, profile_with(demo_rate + ',' + calls_each + ',' + settled));
    CHECK(told(s, "demo_rate") == "1/4");
    CHECK(find(s, "demo_rate")->how.title == "Meetings with a demo");
    CHECK(find(s, "demo_rate")->total.interval);
    CHECK(told(s, "calls_each_meeting") == "3/3");
    CHECK(find(s, "calls_each_meeting")->how.title == "Calls each meeting");
    CHECK(told(s, "settled") == "2/1"); // the win of a that says the same again is none
}

TEST_CASE("... of each group, in each period and in a window") {
    request asked;
    asked.by = "rep,month";
    const sheet s = report_on(log, profile_with(demo_rate + ',' + settled), asked);
    CHECK(told(s, "demo_rate", "Ann, 2024-01") == "1/2");
    CHECK(told(s, "demo_rate", "Ann, 2024-02") == "0/1");
    CHECK(told(s, "demo_rate", "Ben, 2024-02") == "0/0");
    CHECK(told(s, "settled", "Ben, 2024-02") == "1/1");
    request window;
    window.as_of = 1707004800, window.window = 86400 * 4; // 1 to 4 February
    CHECK(told(report_on(log, profile_with(demo_rate), window), "demo_rate") == "0/1");
}

TEST_CASE("... left out where the log cannot tell it") {
    const std::string deals = "at,kind,rep,deal\n2024-01-05,deal_won,Ann,a\n";
    CHECK(told(report_on(deals, profile_with(demo_rate)), "demo_rate") == "left out");
}

TEST_CASE("... with targets, columns and an explanation") {
    const std::string profile = profile_with(demo_rate + ',' + settled);
    const plan by_plan = read_profile(profile, "profile.json");
    const metrics_known known{by_plan.metrics};
    request asked;
    asked.wanted = read_targets({"demo_rate=50%", "settled>=4"}, false, known);
    const sheet s = report_on(log, profile, asked);
    CHECK(find(s, "demo_rate")->target == fraction{50, 100});
    CHECK(find(s, "settled")->target == fraction{4, 1});
    request why;
    why.explain = "demo_rate";
    const sheet explained = report_on(log, profile, why);
    REQUIRE(explained.explained);
    CHECK(explained.explained->events.size() == 4);
}

TEST_CASE("what cannot be a metric says why") {
    const auto fault_of = [](const std::string &metric) {
        return failure_of([&] { static_cast<void>(report_on(log, profile_with(metric))); });
    };
    CHECK(fault_of(R"({"name": "win_rate", "count": "call"})")
              .find("the catalogue has a metric of that name") != std::string::npos);
    CHECK(fault_of(R"({"name": "Demo rate", "count": "call"})").find("small letters, digits and _") !=
          std::string::npos);
    CHECK(fault_of(R"({"name": "x", "share": "call", "of": "no_answer"})")
              .find("call is not among the kinds") != std::string::npos);
    CHECK(fault_of(R"({"name": "x", "count": "cal"})").find("did you mean \"call\"") != std::string::npos);
    CHECK(fault_of(R"({"name": "x"})").find("\"share\", \"ratio\" or \"count\"") != std::string::npos);
    CHECK(fault_of(R"({"name": "x", "share": "call", "count": "call"})").find("and not two") !=
          std::string::npos);
    CHECK(fault_of(R"({"name": "x", "count": "call", "of": "call"})").find("a count is of no whole") !=
          std::string::npos);
    CHECK(fault_of(R"({"name": "x", "ratio": "call"})").find("\"of\" is missing") != std::string::npos);
    CHECK(fault_of(settled + ',' + settled).find("two metrics are called settled") != std::string::npos);
}

TEST_CASE("files whose profiles mean different things by one name are refused") {
    std::vector<source> two;
    two.push_back(source_of("a.csv", log, read_profile(profile_with(settled), "a.json")));
    two.push_back(source_of("b.csv", log,
                            read_profile(profile_with(R"({"name": "settled", "count": "call"})"), "b.json")));
    CHECK(failure_of([&] { static_cast<void>(run(std::move(two), {})); }) ==
          "a.json and b.json: both define the metric settled, and not the same");
    std::vector<source> same;
    same.push_back(source_of("a.csv", log, read_profile(profile_with(settled), "a.json")));
    same.push_back(source_of("b.csv", log, read_profile(profile_with(settled), "b.json")));
    CHECK(told(run(std::move(same), {}), "settled") == "2/1");
}

} // namespace own_metrics_test
