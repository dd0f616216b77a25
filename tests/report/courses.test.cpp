// SPDX-License-Identifier: MIT
// Which share of a cohort is won or converted within a time, while others are still open.
#include "figures/courses.hpp"

#include "reports.hpp"
#include "show/headline.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace courses_test {
namespace {

using namespace report;
using namespace report::test;

struct deal {
    int opened, took; ///< days; took -1: it is still open
    bool won;
};

/// Of 2024: day 0 is its first.
std::string day(int n) { return iso_day(kpi::at({2024, 1, 1}).seconds + n * a_day); }
std::string log_of(const std::vector<deal> &deals, int last) {
    std::string rows = "at,kind,deal,rep\n" + day(last) + ",call,,\n";
    for (std::size_t i = 0; i < deals.size(); ++i) {
        const std::string behind = ",d" + std::to_string(i) + ",Ann\n";
        rows += day(deals[i].opened) + ",opportunity" + behind;
        if (deals[i].took >= 0)
            rows +=
                day(deals[i].opened + deals[i].took) + (deals[i].won ? ",deal_won" : ",deal_lost") + behind;
    }
    return rows;
}
/// Day by day, as a textbook has it.
double won_within(const std::vector<deal> &deals, int last, int days) {
    double open = 1, won = 0;
    for (int t = 0; t <= days; ++t) {
        double at_risk = 0, wins = 0, ends = 0;
        for (const deal &d : deals) {
            const int followed = d.took >= 0 ? d.took : last - d.opened;
            at_risk += followed >= t ? 1 : 0;
            wins += d.took == t && d.won ? 1 : 0;
            ends += d.took == t ? 1 : 0;
        }
        if (at_risk == 0) break;
        won += open * wins / at_risk;
        open *= 1 - ends / at_risk;
    }
    return won;
}

std::vector<deal> some_deals(int last) {
    std::vector<deal> deals;
    for (int i = 0; i < 120; ++i) {
        const int opened = i * 7 % last, took = i * 13 % 70;
        deals.push_back({opened, opened + took <= last ? took : -1, i % 3 == 0});
    }
    return deals;
}

} // namespace

TEST_CASE(
    "leads that went out are followed until then, and those that are back for as long as they are there") {
    const int last = 90;
    std::vector<deal> leads = some_deals(last);
    std::string rows = "at,kind,lead,rep\n" + day(last) + ",call,,\n";
    for (std::size_t i = 0; i < leads.size(); ++i) {
        const std::string behind = ",l" + std::to_string(i) + (i % 2 == 0 ? ",Ann\n" : ",Ben\n");
        deal &lead = leads[i];
        rows += day(lead.opened) + ",mql" + behind;
        if (lead.took < 0) continue;
        if (i % 5 == 0 && lead.took > 0) { // out for a while
            rows += day(lead.opened) + ",out" + behind + day(lead.opened + lead.took) + ",mql" + behind;
            lead.took = -1;
        } else if (i % 7 == 0 && !lead.won) // twice
            rows += day(lead.opened) + ",out" + behind + day(lead.opened + lead.took) + ",out" + behind;
        else
            rows += day(lead.opened + lead.took) + (lead.won ? ",customer" : ",out") + behind;
    }
    request asked;
    asked.by = "rep";
    const sheet s = report_on(rows, asked);
    REQUIRE(beside(s, "lead_conversion_rate", "within_days") == 60);
    CHECK(beside(s, "lead_conversion_rate", "within") == doctest::Approx(100 * won_within(leads, last, 60)));
    REQUIRE(beside(s, "lead_conversion_rate", "within_days", "Ann") == 30);
    std::vector<deal> of_ann;
    for (std::size_t i = 0; i < leads.size(); i += 2)
        of_ann.push_back(leads[i]);
    CHECK(beside(s, "lead_conversion_rate", "within", "Ann") ==
          doctest::Approx(100 * won_within(of_ann, last, 30)));

    const std::vector<sentence> said = headline_of(s);
    CHECK(std::any_of(said.begin(), said.end(), [](const sentence &one) {
        return one.metric == "lead_conversion_rate" &&
               one.text.find("% within 60 days (") != std::string::npos &&
               one.text.find("% so far, ") != std::string::npos;
    }));

    const line *const l = find(s, "lead_conversion_rate");
    REQUIRE(l != nullptr);
    REQUIRE(l->curve.size() > 20);
    for (const point_of_curve &at : l->curve)
        CHECK(at.value == doctest::Approx(100 * won_within(leads, last, static_cast<int>(at.days))));
    CHECK(l->curve.back().range.has_value());
    const auto followed_to = [&](std::uint32_t days) {
        return std::count_if(leads.begin(), leads.end(), [&](const deal &lead) {
            return (lead.took >= 0 ? lead.took : last - lead.opened) >= static_cast<int>(days);
        });
    };
    CHECK(followed_to(l->curve.back().days) >= 10);
    asked.anytime = true;
    const sheet at_any_time = report_on(rows, asked);
    CHECK_FALSE(find(at_any_time, "lead_conversion_rate")->curve.back().range.has_value());
    asked.anytime = false;

    asked.by = "month";
    const sheet months = report_on(rows, asked); // by the arrival
    std::vector<deal> of_january;
    for (const deal &lead : leads)
        if (lead.opened < 31) of_january.push_back(lead);
    const double days = beside(months, "lead_conversion_rate", "within_days", "2024-01");
    REQUIRE(days > 0);
    CHECK(beside(months, "lead_conversion_rate", "within", "2024-01") ==
          doctest::Approx(100 * won_within(of_january, last, static_cast<int>(days))));
}

TEST_CASE("a share of which some are still open has what it comes to within a time beside it") {
    const int last = 90;
    const std::vector<deal> deals = some_deals(last);
    const sheet s = report_on(log_of(deals, last));
    REQUIRE(beside(s, "cohort_win_rate", "within_days") == 30);
    CHECK(beside(s, "cohort_win_rate", "within") == doctest::Approx(100 * won_within(deals, last, 30)));
    CHECK(beside(s, "cohort_win_rate", "within_low") < beside(s, "cohort_win_rate", "within"));
    CHECK(beside(s, "cohort_win_rate", "within_high") > beside(s, "cohort_win_rate", "within"));
    CHECK(beside(s, "cohort_settled_share", "within") > beside(s, "cohort_win_rate", "within"));
    CHECK(beside(s, "cohort_win_rate_closed", "within") == -1); // of settled deals alone
    CHECK(beside(s, "win_rate", "within") == -1);
}

TEST_CASE("... of each group and period, and nothing where all have ended or few are followed") {
    const int last = 90;
    const std::vector<deal> deals = some_deals(last);
    request asked;
    asked.by = "rep";
    CHECK(beside(report_on(log_of(deals, last), asked), "cohort_win_rate", "within", "Ann") ==
          doctest::Approx(100 * won_within(deals, last, 30)));
    asked.by = "month";
    std::vector<deal> february;
    for (const deal &d : deals)
        if (d.opened >= 31 && d.opened < 60) february.push_back(d);
    const sheet by_month = report_on(log_of(deals, last), asked);
    const double days = beside(by_month, "cohort_win_rate", "within_days", "2024-02");
    REQUIRE(days > 0);
    CHECK(beside(by_month, "cohort_win_rate", "within", "2024-02") ==
          doctest::Approx(100 * won_within(february, last, static_cast<int>(days))));
    CHECK(beside(report_on(log_of({{0, 3, true}, {0, 5, false}}, 9)), "cohort_win_rate", "within") == -1);
    CHECK(beside(report_on(log_of({{0, 3, true}, {0, -1, false}}, 9)), "cohort_win_rate", "within") == -1);
}

TEST_CASE("... and none where each deal is given a time of its own") {
    const int last = 90;
    request asked;
    asked.maturity = 30 * a_day;
    const sheet s = report_on(log_of(some_deals(last), last), asked);
    REQUIRE(find(s, "cohort_win_rate") != nullptr);
    CHECK(beside(s, "cohort_win_rate", "within") == -1);
}

} // namespace courses_test
