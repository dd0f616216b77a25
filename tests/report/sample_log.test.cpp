// SPDX-License-Identifier: MIT
#include "sample_log.hpp"

#include "reports.hpp"

#include <algorithm>

namespace sample_log_test {

using namespace report;
using namespace report::test;

TEST_CASE("the built-in log is a quarter of six people, and every row of it is good") {
    const sheet s = report_on(sample_log(), {.by = "rep", .wanted = {}, .given = {}});
    CHECK(s.rows.read > 5000);
    CHECK(s.rows.used == s.rows.read);
    CHECK(s.groups.size() == 6);
    CHECK(iso_day(*s.rows.first) >= "2024-01-01");
    CHECK(iso_day(*s.rows.last) <= "2024-03-31");
    CHECK(s.chapters.size() == 8);
}

TEST_CASE("with the figures that no log has, it shows all that a quarter of a sales team can tell") {
    givens all;
    for (std::string_view name : given_names())
        all.emplace(name, fraction{5000, 1});
    const sheet s = report_on(sample_log(), {.by = {}, .wanted = {}, .given = all});
    std::vector<std::string> missing;
    for (const missing_metric &m : s.missing)
        missing.push_back(m.metric->how.name);
    CHECK(missing == std::vector<std::string>{"lead_velocity_rate",
                                              "criteria_met",
                                              "open_pipeline_value",
                                              "open_deals_due",
                                              "open_value_due",
                                              "overdue_deals",
                                              "overdue_value",
                                              "slipped_deals",
                                              "stage_conversion",
                                              "time_in_stage",
                                              "time_in_stage_quantiles",
                                              "backward_moves",
                                              "churn_by_age",
                                              "customer_lifespan",
                                              "time_to_upsell",
                                              "time_to_upsell_quantiles",
                                              "trial_conversion",
                                              "client_engagement",
                                              "employee_net_promoter_score",
                                              "employee_satisfaction",
                                              "employee_answers",
                                              "pipeline_coverage",
                                              "open_to_quota",
                                              "satisfaction_against_goal"});
    CHECK(std::none_of(s.notes.begin(), s.notes.end(), [](const std::string &note) {
        return note.find("greater than its whole") != std::string::npos;
    }));
}

TEST_CASE("it is the same on every machine") {
    std::uint64_t hash = 14695981039346656037u; // FNV-1a
    const std::string log = sample_log();
    for (char c : log)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    CHECK(log == sample_log());
    CHECK(hash == 16761353450699043666u);
}

} // namespace sample_log_test
