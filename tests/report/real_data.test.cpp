// SPDX-License-Identifier: MIT
// Three real exports, by the profiles that are built in. The figures were computed from the same files by
// other tools (Python's csv module, SQLite). The files are no part of the project: KPI_DATA_DIR says where
// they are; without them every case here says that it is skipped.
#include "reports.hpp"
#include <kpi/time/civil.hpp>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace real_data_test {
namespace {

using namespace report;
using namespace report::test;

std::optional<sheet> report_on_real(const std::string &file, const std::string &profile,
                                    const request &asked = {}) {
    const char *folder = std::getenv("KPI_DATA_DIR");
    const std::filesystem::path path =
        std::filesystem::path{folder != nullptr ? folder : KPI_ROOT "/../shared/data"} / file;
    if (!std::filesystem::exists(path)) {
        MESSAGE("skipped: " << file << " is not there");
        return std::nullopt;
    }
    return report_on({open_input(path.string()), load_profile(profile)}, asked);
}

request by(std::string part) {
    request asked;
    asked.by = std::move(part);
    return asked;
}

} // namespace

TEST_CASE("a CRM's pipeline: Maven Analytics, 8,800 deals") {
    const auto s = report_on_real("maven_crm_sales_pipeline.csv", "maven");
    if (!s) return;
    CHECK(s->rows.read == 8800);
    CHECK(s->rows.used == 8800);
    CHECK(s->rows.count(activity::opportunity) == 8800);
    CHECK(s->rows.all_undated() == 500); // prospects that nobody has talked to yet
    CHECK(told(*s, "win_rate") == "4238/6711");
    CHECK(told(*s, "win_loss_ratio") == "4238/2473");
    CHECK(told(*s, "deal_closure_rate") == "4238/8800");
    CHECK(told(*s, "settled_share") == "6711/8800");
    CHECK(s->stages.lines.size() == 4);
    CHECK(told(*s, "Won") == "4238/8800");
    CHECK(told(*s, "Engaging") == "1589/8800");
    CHECK(told(*s, "Lost") == "2473/8800");
    CHECK(told(*s, "Prospecting") == "500/8800");
    CHECK(iso_day(*s->rows.first) == "2016-10-20");
    CHECK(iso_day(*s->rows.last) == "2017-12-31");
}

TEST_CASE("amounts and cycles: Maven Analytics") {
    const auto s = report_on_real("maven_crm_sales_pipeline.csv", "maven");
    if (!s) return;
    CHECK(told(*s, "revenue_won") == "10005534/1");
    CHECK(told(*s, "average_deal_size") == "10005534/4238");
    CHECK(told(*s, "deals_without_value") == "0/1");
    CHECK(told(*s, "units_sold") == "left out"); // no column has units
    CHECK(told(*s, "average_retail_price") == "left out");
    CHECK(told(*s, "sales_cycle_length") == "219452/4238"); // in days
    CHECK(told(*s, "sales_cycle_quantiles") == "114/2");
    CHECK(told(*s, "sales_cycle_extremes") == "1/1");
    CHECK(beside(*s, "sales_cycle_extremes", "greatest") == 138);
    CHECK(told(*s, "lost_cycle_length") == "102578/2473");
    CHECK(told(*s, "lost_cycle_quantiles") == "28/2");
    CHECK(told(*s, "lost_cycle_extremes") == "1/1");
    CHECK(beside(*s, "lost_cycle_extremes", "greatest") == 138);
    CHECK(told(*s, "response_time") == "left out");
    CHECK(told(*s, "prospect_acquisition_rate") == "left out"); // no prospects
}

TEST_CASE("period and cohort are told apart by name: Maven Analytics by quarter") {
    const auto s = report_on_real("maven_crm_sales_pipeline.csv", "maven", by("quarter"));
    if (!s) return;
    const auto figures = [&](const char *quarter) {
        return told(*s, "win_rate", quarter) + ' ' + told(*s, "cohort_win_rate", quarter) + ' ' +
               told(*s, "cohort_win_rate_closed", quarter);
    };
    CHECK(figures("2017Q1") == "531/647 898/1619 898/1322");
    CHECK(figures("2017Q2") == "1254/2032 1246/2388 1246/2022");
    CHECK(figures("2017Q3") == "1257/2047 1207/2770 1207/2012");
    CHECK(figures("2017Q4") == "1196/1985 637/1165 637/1050");
    CHECK(told(*s, "cohort_win_rate") == "4238/8300"); // 500 were never engaged
    CHECK(s->groups.front() == "2016Q4");
    CHECK(s->group_marks[0] == "log begins in it");
    CHECK(s->group_marks.back().empty()); // complete on its last day
    const line &won = *find(*s, "deals_won");
    CHECK(aside_of(won.groups[1], "growth") == nullptr); // the quarter before began before the log
    REQUIRE(aside_of(won.groups[2], "growth") != nullptr);
    CHECK(aside_of(won.groups[2], "growth")->text == "+136.2 %");
}

TEST_CASE("as seen on an earlier day: Maven Analytics") {
    request asked = by("quarter");
    asked.as_of = kpi::at({2017, 9, 30}).seconds;
    const auto s = report_on_real("maven_crm_sales_pipeline.csv", "maven", asked);
    if (!s) return;
    CHECK(told(*s, "win_rate", "2017Q3") == "1257/2047");
    CHECK(told(*s, "win_rate", "2017Q4") == "left out");
    CHECK(s->rows.events_after == 1165 + 1985);
    CHECK(s->rows.closes());
}

TEST_CASE("the same pipeline by agent: Maven Analytics") {
    const auto s = report_on_real("maven_crm_sales_pipeline.csv", "maven", by("rep"));
    if (!s) return;
    CHECK(s->groups.size() == 30);
    CHECK(told(*s, "gini_of_deals_won") != "left out");
    CHECK(told(*s, "top_1_share_of_deals_won") == "349/4238");
    CHECK(told(*s, "deals_won_without_top_1") == "3889/1");
    CHECK(beside(*s, "deals_won", "rank", "Darcel Schlecht") == 1);
    CHECK(told(*s, "win_rate", "Darcel Schlecht") == "349/553");
    CHECK(told(*s, "win_rate") == "4238/6711");
    std::uint64_t won = 0, settled = 0;
    for (const figure &f : find(*s, "win_rate")->groups) {
        won += f.exact.numerator;
        settled += f.exact.denominator;
    }
    CHECK(won == 4238);
    CHECK(settled == 6711);
}

TEST_CASE("a phone system's log: Asterisk, 218 legs of 174 calls") {
    const auto calls = report_on_real("asterisk_cdr.csv", "asterisk");
    if (!calls) return;
    CHECK(calls->rows.read == 218);
    CHECK(calls->rows.used == 174);
    CHECK(calls->rows.repeated == 44);
    CHECK(told(*calls, "pick_up_rate") == "133/174");
    CHECK(told(*calls, "conversation_rate") == "left out"); // a phone log cannot tell a conversation
    // Of calls picked up. The log has 38947 seconds: 108 of them on five legs that it says nobody answered.
    CHECK(told(*calls, "talk_time") == "38839/133");
    CHECK(told(*calls, "zero_second_pick_ups") == "24/1");
    CHECK(told(*calls, "context_switches") == "left out"); // it does not say who calls

    const auto legs = report_on_real("asterisk_cdr.csv", "asterisk-legs");
    CHECK(legs->rows.used == 218);
    CHECK(told(*legs, "talk_time") == "38839/133");
    CHECK(told(*legs, "pick_up_rate") == "133/218");
}

TEST_CASE("a telemarketing campaign: UCI Bank Marketing, 4,521 prospects, 12,630 calls") {
    const auto s = report_on_real("uci_bank.csv", "uci");
    if (!s) return;
    CHECK(s->rows.used == 4521);
    CHECK(told(*s, "win_rate") == "521/4521");
    CHECK(told(*s, "wins_per_touch") == "521/12630");
    CHECK(told(*s, "touches") == "12630/1");
    CHECK(told(*s, "touches_per_won_deal") == "1181/521");
    CHECK(told(*s, "touches_per_lost_deal") == "11449/4000");
    CHECK(told(*s, "share_touched_twice") == "2787/4521");
    CHECK(told(*s, "prospect_acquisition_rate") == "521/4521");
    CHECK(told(*s, "attempts_per_prospect") == "12630/4521");
    CHECK(told(*s, "silent_share") == "left out"); // it cannot tell a reply
    CHECK(told(*s, "sales_cycle_length") == "left out");
    CHECK_FALSE(s->as_of); // no event has a date
    const auto by_outcome_before = report_on_real("uci_bank.csv", "uci", by("grade"));
    CHECK(told(*by_outcome_before, "win_rate", "success") == "83/129");
    CHECK(told(*by_outcome_before, "prospect_acquisition_rate", "success") == "83/129");
}

} // namespace real_data_test
