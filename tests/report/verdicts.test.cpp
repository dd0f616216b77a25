// SPDX-License-Identifier: MIT
// How figures stand to their targets: by range what is sampled, by value what is counted.
#include "show/verdicts.hpp"

#include "figures/verdict.hpp"
#include "program.hpp"
#include "reports.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

namespace verdicts_test {
namespace {

using namespace report;
using namespace report::test;

/// So many won and lost.
std::string settled(const std::string &rep, int won, int lost) {
    return "2024-01-05,deal_won," + rep + ',' + std::to_string(won) + "\n2024-01-05,deal_lost," + rep + ',' +
           std::to_string(lost) + '\n';
}
const std::string heading = "at,kind,rep,count\n";

sheet held(const std::string &log, const std::vector<std::string> &wanted, std::string by = {}) {
    request asked;
    asked.wanted = read_targets(wanted), asked.by = std::move(by);
    return report_on(log, asked);
}
/// "below, false": of the whole.
std::string verdict_on(const std::string &log, const std::string &target) {
    const sheet s = held(log, {target});
    const line *l = find(s, target.substr(0, target.find_first_of("<>=")));
    REQUIRE(l != nullptr);
    REQUIRE(l->target);
    const judgement judged = judge(l->total, *l, *l->target);
    const auto reached = judged.reached(l->how.better);
    return std::string{judged.text()} + (reached ? *reached ? ", reached" : ", missed" : "");
}
std::string printed(const sheet &s, page on = {}) {
    std::ostringstream text;
    print_verdicts(text, s, on);
    return text.str();
}

} // namespace

TEST_CASE("a share of cases is judged by its range") {
    const std::string log = heading + settled("Ann", 21, 33); // 27 to 52 %
    CHECK(verdict_on(log, "win_rate=60%") == "below, missed");
    CHECK(verdict_on(log, "win_rate=20%") == "above, reached");
    CHECK(verdict_on(log, "win_rate=39%") == "not enough data");
    CHECK(verdict_on(log, "win_rate=20%..60%") == "within, reached");
    CHECK(verdict_on(log, "win_rate=60%..70%") == "below, missed");
    CHECK(verdict_on(log, "win_rate=10%..20%") == "above, reached"); // more of it is better
    CHECK(verdict_on(log, "win_rate=30%..60%") == "not enough data");
}

TEST_CASE("what is counted is judged by its value, and an end of a band belongs to it") {
    const std::string log = heading + settled("Ann", 21, 33);
    CHECK(verdict_on(log, "deals_won=22") == "below, missed");
    CHECK(verdict_on(log, "deals_won=21") == "within, reached");
    CHECK(verdict_on(log, "deals_won=20") == "above, reached");
    CHECK(verdict_on(log, "win_loss_ratio=0.6..1") == "within, reached");
    CHECK(verdict_on(heading + settled("Ann", 3, 5), "win_loss_ratio=0.6..1") == "within, reached");
    CHECK(verdict_on(heading + settled("Ann", 3, 6), "win_loss_ratio=0.6..1") == "below, missed");
}

TEST_CASE("which way is better says whether it is reached") {
    const std::string open = "at,kind,deal\n2024-01-01,opportunity,a\n2024-01-02,opportunity,b\n";
    CHECK(verdict_on(open, "open_deals<=1") == "above, missed");
    CHECK(verdict_on(open, "open_deals>=1") == "above, reached");
    CHECK(verdict_on(open, "open_deals<=3") == "below, reached");
    CHECK(verdict_on("at,kind,count\n2024-01-01,conversation,90\n2024-01-01,abandoned,10\n",
                     "dials_per_conversation=1") == "above, missed");
}

TEST_CASE("while cases are open, a share of them has no verdict, nor has a figure that is absent") {
    CHECK(verdict_on("at,kind,lead,count\n2024-01-01,mql,a,1\n2024-01-02,customer,b,1\n"
                     "2024-01-01,mql,b,1\n",
                     "lead_conversion_rate=99%") == "not enough data");
    const sheet s = held(heading + settled("Ann", 1, 1), {"win_loss_ratio=2"});
    const line *l = find(s, "win_loss_ratio");
    REQUIRE(l != nullptr);
    CHECK(judge({}, *l, *l->target).text() == "not enough data");
    figure incoherent{{3, 1}};
    CHECK(judge(incoherent, *l, *l->target).text() == "above");
    incoherent.coherent = false;
    CHECK(judge(incoherent, *l, *l->target).text() == "not enough data");
}

TEST_CASE("a band is refused where it makes no sense") {
    const auto refusal = [](const std::string &option) {
        return failure_of([&] { static_cast<void>(read_targets({option})); });
    };
    CHECK(refusal("calls=1..2") == "--target calls=1..2: what is counted or added up has no band");
    CHECK(refusal("win_rate=30%..20%") == "--target win_rate=30%..20%: the lower end of a band stands first");
    for (const char *const option :
         {"win_rate=..20%", "win_rate=20%..", "win_rate=1%..2%..3%", "win_rate=.."}) {
        CAPTURE(option);
        CHECK_FALSE(refusal(option).empty());
    }
    CHECK(failure_of([] {
              static_cast<void>(
                  dated_targets{{"targets.csv", text_source("metric,target\nwin_rate,20%..30%\n"), {}}, {}});
          }) == "targets.csv:2: target is a band, which --target alone has: \"20%..30%\"");
}

TEST_CASE("every figure with a target is told with its verdict, group by group") {
    const sheet s =
        held(heading + settled("Ann", 21, 33) + settled("Ben", 1, 2), {"win_rate=60%", "deals_won=9"}, "rep");
    CHECK(printed(s) == R"(
Verdicts     value  range       target  verdict
  Deals won     22                   9  above, reached
  Win rate    39 %  27 to 52 %  60.0 %  below, not reached
    Ann       39 %  27 to 52 %  60.0 %  below, not reached
    Ben       33 %  6 to 79 %   60.0 %  not enough data
  A share of cases is judged by its range: where the target lies within that, or cases are still
  open, there is not enough data.
)");
    CHECK(printed(s, {.plain = true})
              .find("Win rate, Ben: 33 % (6 to 79 %), target 60.0 %: not enough data.\n") !=
          std::string::npos);
    CHECK(printed(report_on(heading + settled("Ann", 1, 1))) ==
          "\nVerdicts: no figure of this log has a target.\n");
}

TEST_CASE("a band is told with both ends") {
    const sheet s = held(heading + settled("Ann", 21, 33), {"win_rate=20%..60%"});
    CHECK(printed(s).find("20.0 % to 60.0 %  within, reached") != std::string::npos);
}

TEST_CASE("the program tells verdicts as text where they are asked for, and always as JSON and CSV") {
    const folder here;
    here.write("log.csv", heading + settled("Ann", 21, 33));
    const std::string target = "log.csv --target win_rate=20%..60%";
    CHECK(here.run(target + " --verdicts").out.find("\nVerdicts ") != std::string::npos);
    CHECK(here.run(target).out.find("\nVerdicts ") == std::string::npos);
    CHECK(here.run(target).out.find(
              "Win rate 39 % is within its target of 20.0 % to 60.0 %, more than chance.") !=
          std::string::npos);
    CHECK(here.run(target + " --all").out.find("20.0..60.0") != std::string::npos);
    CHECK(here.run(target + " --format csv").out.find(",more,,20,60,within\n") != std::string::npos);
    CHECK(here.run(target + " --verdicts --by rep --compare rep:Ann=Ben").code == 2);
    const auto report = nlohmann::json::parse(here.run(target + " --format json").out);
    for (const auto &metric : report.at("metrics")) {
        if (metric.at("name") != "win_rate") {
            CHECK(metric.at("verdict").is_null());
            continue;
        }
        CHECK(metric.at("verdict") == "within");
        CHECK(metric.at("reached") == true);
        CHECK(metric.at("target_to").at("value") == 60.0);
        CHECK(metric.at("attainment").is_null());
    }
}

} // namespace verdicts_test
