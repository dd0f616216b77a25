// SPDX-License-Identifier: MIT
// Ranges of what is no share: medians by ranks, and growth from one month to the next.
#include "figures/held_against.hpp"
#include "reports.hpp"
#include "show/headline.hpp"
#include "show/spoken.hpp"
#include <kpi/statistics/confidence_sequence.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ranges_test {
namespace {

using namespace report;
using namespace report::test;

std::string day(int n) { return iso_day(kpi::at({2024, 1, 1}).seconds + n * a_day); }
/// So many deals that took 1, 2, 3, ... days.
std::string won(int n) {
    std::string log = "at,kind,deal,rep\n";
    for (int i = 1; i <= n; ++i) {
        const std::string behind = ",d" + std::to_string(i) + (i % 2 == 0 ? ",Ann\n" : ",Ben\n");
        log += day(0) + ",opportunity" + behind + day(i) + ",deal_won" + behind;
    }
    return log;
}
std::string mqls(int month, int n, int first) {
    const calendar by_month{period_kind::month};
    const kpi::instant start = by_month.start(by_month.period_of(kpi::at({2023, 1, 1})) + month);
    std::string rows;
    for (int i = 0; i < n; ++i)
        rows += iso_day(start.seconds) + ",mql,l" + std::to_string(first + i) + '\n';
    return rows;
}
/// Of months in a row, and a day of the one behind them.
std::string months(const std::vector<int> &counts) {
    std::string log = "at,kind,lead\n";
    int first = 0;
    for (std::size_t m = 0; m < counts.size(); ++m, first += 1000)
        log += mqls(static_cast<int>(m), counts[m], first);
    return log + mqls(static_cast<int>(counts.size()), 1, first);
}

} // namespace

TEST_CASE("a net promoter score has the range of those who were not asked") {
    std::string rows = "at,kind,customer\n";
    for (int i = 0; i < 10; ++i)
        rows += day(i) +
                (i < 6   ? ",nps_promoter,c"
                 : i < 8 ? ",nps_detractor,c"
                         : ",nps_passive,c") +
                std::to_string(i) + '\n';
    request asked;
    const sheet s = report_on(rows, asked);
    const line *const l = find(s, "net_promoter_score");
    REQUIRE(l != nullptr);
    REQUIRE(l->total.interval.has_value()); // Rocks: 6.75 of 13 less 2.75 of 13, by hand
    CHECK(l->total.interval->first == doctest::Approx(-0.125856).epsilon(1e-4));
    CHECK(l->total.interval->second == doctest::Approx(0.741240).epsilon(1e-4));
    CHECK(spoken_range(l->total, l->how) == "-12.6 to 74.1");
    asked.confidence = 0.99;
    CHECK(find(report_on(rows, asked), "net_promoter_score")->total.interval->first < -0.2);
    asked.anytime = true;
    CHECK_FALSE(find(report_on(rows, asked), "net_promoter_score")->total.interval.has_value());
}

TEST_CASE("a median has a range by ranks, from six cases on") {
    const sheet s = report_on(won(30)); // the 10th and the 21st, by the tables of the sign test
    CHECK(beside(s, "sales_cycle_quantiles", "median_low") == 10);
    CHECK(beside(s, "sales_cycle_quantiles", "median_high") == 21);
    const line *const l = find(s, "sales_cycle_quantiles");
    REQUIRE(l != nullptr);
    CHECK(spoken_range(l->total, l->how) == "10 to 21 days");
    CHECK(beside(report_on(won(6)), "sales_cycle_quantiles", "median_high") == 6);
    CHECK(beside(report_on(won(5)), "sales_cycle_quantiles", "median_high") == -1);

    request asked;
    asked.by = "rep", asked.confidence = 0.8;
    const sheet narrower = report_on(won(30), asked);
    CHECK(beside(narrower, "sales_cycle_quantiles", "median_low") > 10);
    CHECK(beside(narrower, "sales_cycle_quantiles", "median_low", "Ann") > 2);
}

TEST_CASE("... as have response times, for a lead is answered once") {
    std::string log = "at,kind,lead\n";
    for (int i = 10; i < 40; ++i) {
        const std::string lead = ",l" + std::to_string(i) + '\n';
        log += day(0) + "T09:00:00,mql" + lead + day(0) + "T09:" + std::to_string(i) + ":00,call" + lead;
    }
    const sheet s = report_on(log); // 10 to 39 minutes: the 10th and the 21st
    CHECK(beside(s, "response_time_quantiles", "median_low") == doctest::Approx(19 * 60).epsilon(0.01));
    CHECK(beside(s, "response_time_quantiles", "median_high") == doctest::Approx(30 * 60).epsilon(0.01));
}

TEST_CASE("... and none where its times are of touches, which are not independent") {
    std::string log = "at,kind,prospect,elapsed\n";
    for (int i = 0; i < 40; ++i)
        log += day(0) + ",conversation,p" + std::to_string(i) + ',' + std::to_string(i) + '\n';
    const sheet s = report_on(log);
    REQUIRE(find(s, "talk_time_quantiles") != nullptr);
    CHECK(beside(s, "talk_time_quantiles", "median_low") == -1);
}

namespace {

/// Of prospect i there are 1 + i % 3 calls, of which each second prospect picks up all, and a deal of each
/// third; by two reps, in two months.
std::string calls_of(int prospects) {
    std::string log = "at,kind,prospect,rep,deal\n";
    for (int i = 0; i < prospects; ++i) {
        const std::string who = ",p" + std::to_string(i) + (i % 4 < 2 ? ",Ann" : ",Ben");
        for (int call = 0; call <= i % 3; ++call)
            log += day(i % 60) + (i % 2 == 0 ? ",conversation" : ",no_answer") + who + ",\n";
        if (i % 3 == 0) log += day(i % 60 + 1) + ",opportunity" + who + ",d" + std::to_string(i) + '\n';
    }
    return log;
}
struct pair {
    double x, y;
};
/// By the definition, sum by sum: Cochran (1977), eq. 6.13, and Student's t at 95 %.
std::pair<double, double> by_definition(const std::vector<pair> &all, double t) {
    double x = 0, y = 0, squares = 0;
    for (const pair &each : all)
        x += each.x, y += each.y;
    for (const pair &each : all)
        squares += (each.y - y / x * each.x) * (each.y - y / x * each.x);
    const double m = static_cast<double>(all.size()), reach = t * std::sqrt(m / (m - 1) * squares) / x;
    return {y / x - reach, y / x + reach};
}
std::pair<double, double> range_of(const sheet &s, std::string_view name, std::string_view group = {}) {
    const line *const l = find(s, name);
    if (l == nullptr) return {-1, -1};
    const figure *f = &l->total;
    for (std::size_t g = 0; g < l->groups.size(); ++g)
        if (!group.empty() && s.groups[g] == group) f = &l->groups[g];
    return f->interval.value_or(std::pair{-1.0, -1.0});
}
void check_near(std::pair<double, double> a, std::pair<double, double> b) {
    CHECK(a.first == doctest::Approx(b.first).epsilon(1e-7));
    CHECK(a.second == doctest::Approx(b.second).epsilon(1e-7));
}

constexpr std::pair none{-1.0, -1.0};

} // namespace

TEST_CASE("a rate of touches has a range by prospect, of all and of each group") {
    std::vector<pair> answers, dials, of_ann;
    for (int i = 0; i < 120; ++i) {
        const double calls = 1 + i % 3, answered = i % 2 == 0 ? calls : 0;
        answers.push_back({calls, answered}), dials.push_back({answered, calls});
        if (i % 4 < 2) of_ann.push_back(answers.back());
    }
    request asked;
    asked.by = "rep";
    const sheet s = report_on(calls_of(120), asked);
    check_near(range_of(s, "pick_up_rate"), by_definition(answers, 1.98009987));
    check_near(range_of(s, "pick_up_rate", "Ann"), by_definition(of_ann, 2.00099538));
    check_near(range_of(s, "dials_per_conversation"), by_definition(dials, 1.98009987));
    const line *const l = find(s, "pick_up_rate");
    REQUIRE(l != nullptr);
    CHECK(spoken_range(l->total, l->how) == "40 to 60 %");
    CHECK(range_of(s, "opportunities_per_100_calls") != none);

    asked.by = "month";
    const sheet months = report_on(calls_of(120), asked);
    CHECK(range_of(months, "pick_up_rate", "2024-01") != none);
    CHECK(range_of(months, "pick_up_rate", "2024-01") != range_of(months, "pick_up_rate", "2024-02"));
    CHECK(range_of(months, "pick_up_rate") == range_of(s, "pick_up_rate"));
}

TEST_CASE("... and none of fewer than 30 prospects, and where some of it is nobody's or told twice") {
    CHECK(range_of(report_on(calls_of(30)), "pick_up_rate") != none);
    CHECK(range_of(report_on(calls_of(29)), "pick_up_rate") == none);
    CHECK(range_of(report_on(calls_of(120) + day(3) + ",conversation,,Ann,\n"), "pick_up_rate") == none);

    std::string emails = "at,kind,prospect,message\n";
    for (int i = 0; i < 60; ++i) {
        const std::string of = ",p" + std::to_string(i / 2) + ",m" + std::to_string(i) + '\n';
        emails += day(i) + ",email_sent" + of + (i % 5 < 2 ? day(i + 1) + ",email_opened" + of : "");
    }
    CHECK(range_of(report_on(emails), "open_rate") != none);
    CHECK(range_of(report_on(emails + day(9) + ",email_opened,p0,m0\n"), "open_rate") == none);
}

TEST_CASE("... at the level that is asked for, and at no time but the end") {
    request asked;
    asked.confidence = 0.8;
    const auto wide = range_of(report_on(calls_of(120)), "pick_up_rate"),
               narrow = range_of(report_on(calls_of(120), asked), "pick_up_rate");
    CHECK(wide.first < narrow.first);
    CHECK(narrow.second < wide.second);
    asked.anytime = true;
    CHECK(range_of(report_on(calls_of(120), asked), "pick_up_rate") == none);
}

TEST_CASE("at any time, shares have the ranges that hold over all looks, and nothing is tested") {
    std::string log = "at,kind,rep,count\n";
    for (int month = 1; month <= 4; ++month)
        for (const auto &[rep, won] : {std::pair{"Ann", 60}, std::pair{"Ben", 20 + 5 * month}})
            log += "2024-0" + std::to_string(month) + "-01,deal_won," + rep + ',' + std::to_string(won) +
                   "\n2024-0" + std::to_string(month) + "-01,deal_lost," + rep + ",40\n";
    request asked;
    asked.by = "rep";
    const auto win_rate = [&](const sheet &s) { return find(s, "win_rate")->total; };
    const auto marked = [](const sheet &s) {
        const auto &groups = find(s, "win_rate")->groups;
        return std::any_of(groups.begin(), groups.end(),
                           [](const figure &f) { return f.stands != among_groups::untold || f.p_value; });
    };
    const sheet one_look = report_on(log, asked);
    CHECK(marked(one_look));
    asked.anytime = true;
    const sheet s = report_on(log, asked);
    const auto wanted = kpi::statistics::confidence_sequence(cases_of(win_rate(s)));
    REQUIRE(wanted);
    CHECK(win_rate(s).interval == std::pair{wanted->low, wanted->high});
    CHECK(win_rate(s).interval->first < win_rate(one_look).interval->first);
    CHECK_FALSE(marked(s));
    CHECK(beside(report_on(won(30), asked), "sales_cycle_quantiles", "median_low") == -1);

    asked.by = "month";
    const auto tells_change = [](const sheet &of) {
        const std::vector<sentence> all = headline_of(of);
        return std::any_of(all.begin(), all.end(), [](const sentence &each) {
            return each.text.find("chance") != std::string::npos;
        });
    };
    CHECK_FALSE(tells_change(report_on(log, asked)));
    asked.anytime = false;
    CHECK(tells_change(report_on(log, asked)));
}

TEST_CASE("growth has the range of the ratio of two counts, wider where a year has spread more") {
    const sheet s = report_on(months({20, 30}));
    CHECK(beside(s, "lead_velocity_rate", "growth_low") == doctest::Approx(-17.586810));
    CHECK(beside(s, "lead_velocity_rate", "growth_high") == doctest::Approx(178.675431));
    const line *const l = find(s, "lead_velocity_rate");
    REQUIRE(l != nullptr);
    CHECK(spoken_range(l->total, l->how).ends_with(" %, nominal"));
    CHECK(beside(report_on(months({0, 30})), "lead_velocity_rate", "growth_low") == -1);

    const double even = beside(report_on(months({25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 20, 30})),
                               "lead_velocity_rate", "growth_high");
    CHECK(even == beside(s, "lead_velocity_rate", "growth_high"));
    CHECK(beside(report_on(months({1, 80, 2, 90, 1, 70, 2, 99, 1, 80, 20, 30})), "lead_velocity_rate",
                 "growth_high") > even);
    CHECK(beside(report_on(months({80, 2, 90, 1, 70, 2, 99, 1, 80, 20, 30})), "lead_velocity_rate",
                 "growth_high") == even); // eleven months say nothing of that
}

} // namespace ranges_test
