// SPDX-License-Identifier: MIT
// Three real exports, by the profiles that are built in. The figures were computed from the same files by
// other tools (Python's csv module, SQLite). The files are no part of the project: KPI_DATA_DIR says where
// they are; without them every case here says that it is skipped.
#include "reports.hpp"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace {

using namespace report;
using namespace report::test;

std::optional<sheet> report_on_real(const std::string &file, const std::string &profile,
                                    const std::string &by = {}) {
    const char *folder = std::getenv("KPI_DATA_DIR");
    const std::filesystem::path path =
        std::filesystem::path{folder != nullptr ? folder : KPI_ROOT "/../shared/data"} / file;
    if (!std::filesystem::exists(path)) {
        MESSAGE("skipped: " << file << " is not there");
        return std::nullopt;
    }
    return run(open_input(path.string()), load_profile(profile), {by, {}, {}});
}

} // namespace

TEST_CASE("a CRM's pipeline: Maven Analytics, 8,800 deals") {
    const auto s = report_on_real("maven_crm_sales_pipeline.csv", "maven");
    if (!s) return;
    CHECK(s->rows.read == 8800);
    CHECK(s->rows.used == 8800);
    CHECK(s->rows.count(activity::opportunity) == 8800);
    CHECK(s->rows.undated == 500); // prospects that nobody has talked to yet
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

TEST_CASE("the same pipeline by agent: Maven Analytics") {
    const auto s = report_on_real("maven_crm_sales_pipeline.csv", "maven", "rep");
    if (!s) return;
    CHECK(s->groups.size() == 30);
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

    const auto legs = report_on_real("asterisk_cdr.csv", "asterisk-legs");
    CHECK(legs->rows.used == 218);
    CHECK(told(*legs, "pick_up_rate") == "133/218");
}

TEST_CASE("a telemarketing campaign: UCI Bank Marketing, 4,521 prospects, 12,630 calls") {
    const auto s = report_on_real("uci_bank.csv", "uci");
    if (!s) return;
    CHECK(s->rows.used == 4521);
    CHECK(told(*s, "win_rate") == "521/4521");
    CHECK(told(*s, "wins_per_touch") == "521/12630");
    CHECK(told(*s, "touches") == "12630/1");
    const auto by_outcome_before = report_on_real("uci_bank.csv", "uci", "grade");
    CHECK(told(*by_outcome_before, "win_rate", "success") == "83/129");
}
