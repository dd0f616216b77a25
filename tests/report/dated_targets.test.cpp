// SPDX-License-Identifier: MIT
// Many targets, each with its dates, from a file of their own.
#include "figures/dated_targets.hpp"

#include "reports.hpp"
#include "show/headline.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dated_targets_test {
namespace {

using namespace report;
using namespace report::test;

dated_targets targets_of(std::string text, const targets &given = {}) {
    return {{"targets.csv", text_source(std::move(text)), {}}, given};
}
std::string refusal_of(const std::string &text) {
    return failure_of([&] { static_cast<void>(targets_of(text, read_targets({"calls=60"}))); });
}
std::string shown(const std::optional<fraction> &f) {
    return f ? std::to_string(f->numerator) + '/' + std::to_string(f->denominator) : "none";
}

/// Two months of which the second ends on its tenth day.
constexpr const char *log_text =
    "at,kind,rep,deal\n2024-01-01,deal_won,Ann,D1\n2024-02-10,deal_lost,Ben,D2\n";

sheet with(std::string text, const std::string &by = {}) {
    request asked;
    asked.by = by;
    asked.dated = targets_of(std::move(text));
    return report_on(log_text, asked);
}
std::string wanted(const sheet &s, std::string_view name) { return shown(find(s, name)->target); }
std::string wanted(const sheet &s, std::string_view name, std::string_view group) {
    for (std::size_t g = 0; g < s.groups.size(); ++g)
        if (s.groups[g] == group) return shown(find(s, name)->target_of(g));
    return "no such group";
}

} // namespace

TEST_CASE("a target of what is counted is held to the working days that are looked at") {
    CHECK(wanted(with("metric,target\ndeals_won,12\n"), "deals_won") == "12/1");
    CHECK(wanted(with("metric,target,from,to\ndeals_won,44,2024-01-01,2024-02-29\n"), "deals_won") == "30/1");
    CHECK(wanted(with("metric,target\ndeals_won a month,42\n"), "deals_won") == "56/1");
    CHECK(wanted(with("metric,target\ndeals_won a day,2\n"), "deals_won") == "60/1"); // none on a Sunday
    CHECK(wanted(with("metric,target,from,to\ndeals_won,5,,2024-01-31\ndeals_won,3,2024-02-01,\n"),
                 "deals_won") == "8/1");
    CHECK(wanted(with("metric,target,from,to\ndeals_won,5,2025-01-01,\n"), "deals_won") == "none");
}

TEST_CASE("a target says which way it goes where its metric has none") {
    CHECK(wanted(with("metric,target\nopen_deals,<=3\n"), "open_deals") == "3/1");
    CHECK(find(with("metric,target\nopen_deals,<=3\n"), "open_deals")->how.better == kpi::better::less);
    CHECK(refusal_of("metric,target\nopen_deals,3\n") ==
          "targets.csv:2: target \"3\": of this metric neither more nor less is better as such: say <=3 or "
          ">=3");
    CHECK(refusal_of("metric,target,from,to\nopen_deals,<=3,,2024-01-01\nopen_deals,>=3,2024-01-02,\n") ==
          "targets.csv:3: target goes the other way than that in line 2: \">=3\"");
}

TEST_CASE("of a rate the target of the last day counts") {
    const std::string both = "metric,target,from,to\nwin_rate,30%,2024-02-01,\nwin_rate,20%,,2024-01-31\n";
    CHECK(wanted(with(both), "win_rate") == "30/100");
    CHECK(wanted(with("metric,target,to\nwin_rate,20%,2024-01-31\n"), "win_rate") == "none");
    CHECK(wanted(with(both, "rep"), "win_rate", "Ann") == "30/100");
}

TEST_CASE("each period has the targets of its own days") {
    const sheet s = with("metric,target,from,to\ndeals_won a month,42,,\nwin_rate,30%,2024-02-01,\n"
                         "win_rate,20%,,2024-01-31\n",
                         "month");
    CHECK(wanted(s, "deals_won", "2024-01") == "42/1");
    CHECK(wanted(s, "deals_won", "2024-02") == "14/1");
    CHECK(wanted(s, "win_rate", "2024-01") == "20/100");
    CHECK(wanted(s, "win_rate", "2024-02") == "30/100");
}

TEST_CASE("a period that is running has its pace, from a third of its working days on") {
    const auto report = [](const std::string &targets, std::optional<std::int64_t> as_of = {}) {
        request asked;
        asked.by = "month", asked.as_of = as_of;
        asked.dated = targets_of("metric,target,from,to\n" + targets);
        return report_on("at,kind\n2024-01-01,deal_won\n2024-02-05,deal_won\n2024-02-10,deal_lost\n", asked);
    };
    const auto pace_of = [](const sheet &s, std::string_view month) {
        return std::pair{beside(s, "deals_won", "projected", month),
                         beside(s, "deals_won", "target_of_period", month)};
    };
    constexpr std::pair none{-1.0, -1.0};
    const std::string monthly = "deals_won a month,12,,\n";
    const sheet s = report(monthly);
    CHECK(pace_of(s, "2024-02") == std::pair{3.0, 12.0}); // 7 of 21 working days
    CHECK(pace_of(s, "2024-01") == none);                 // it is over
    CHECK(pace_of(report("deals_won,12,2024-02-01,2024-02-29\n"), "2024-02") == std::pair{3.0, 12.0});
    CHECK(pace_of(report("deals_won,12,,\n"), "2024-02") == none); // of a log that goes on
    CHECK(pace_of(report(""), "2024-02") == none);
    CHECK(pace_of(report(monthly, kpi::at({2024, 2, 8}).seconds), "2024-02") == none); // 6 of 21
    const std::vector<sentence> said = headline_of(s);
    CHECK(std::any_of(said.begin(), said.end(), [](const sentence &each) {
        return each.text == "Deals won in 2024-02: 1 so far, 4 due by now; at this pace 3 by its end, of 12 "
                            "that are its target.";
    }));
}

TEST_CASE("a file of targets that cannot be used is refused with its line, text and the nearest name") {
    const std::string heads = "metric,target,from,to\n";
    CHECK(refusal_of("metric,targt\n") ==
          "targets.csv:1: there is no column \"targt\" here, did you mean \"target\"?");
    CHECK(refusal_of("metric\n") == "targets.csv:1: the header has no column \"target\"; valid are: metric");
    CHECK(refusal_of(heads + "win_rat,3%,,\n") ==
          "targets.csv:2: metric is no metric, did you mean \"win_rate\"?: \"win_rat\"");
    CHECK(refusal_of(heads + "win_rate,25,,\n")
              .starts_with(
                  "targets.csv:2: target \"25\": a proportion is at most 1: 25 percent is written 25%"));
    CHECK(refusal_of(heads + "win_rate a month,25%,,\n") ==
          "targets.csv:2: metric has a period, and only what is counted is wanted by periods: \"win_rate a "
          "month\"");
    CHECK(refusal_of(heads + "deals_won a mont,2,,\n") ==
          "targets.csv:2: metric is no metric and a period, such as calls a day: \"deals_won a mont\"");
    CHECK(refusal_of(heads + "deals_won,2,,2024-13-01\n") ==
          "targets.csv:2: to is no day such as 2024-01-31: \"2024-13-01\"");
    CHECK(refusal_of(heads + "deals_won,2,2024-02-01,2024-01-01\n") ==
          "targets.csv:2: to is before the first day: \"2024-01-01\"");
    CHECK(refusal_of(heads + "deals_won,2,2024-02-01,\ndeals_won,2,,2024-02-01\n") ==
          "targets.csv:3: metric has a target in line 2 for some of these days: \"deals_won\"");
    CHECK(refusal_of(heads + "calls,2,,\n") ==
          "targets.csv:2: metric has a target by --target, too: \"calls\"");
    CHECK(refusal_of(heads + "deals_won,2,,2024-01-31\ndeals_won,2,2024-02-01,\n").empty());
}

} // namespace dated_targets_test
