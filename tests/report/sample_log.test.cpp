// SPDX-License-Identifier: MIT
#include "sample_log.hpp"

#include "reports.hpp"

#include <algorithm>

using namespace report;
using namespace report::test;

TEST_CASE("the built-in log is a quarter of six people, and every row of it is good") {
    const sheet s = report_on(sample_log(), {.by = "rep", .wanted = {}, .given = {}});
    CHECK(s.rows.read > 5000);
    CHECK(s.rows.used == s.rows.read);
    CHECK(s.groups.size() == 6);
    CHECK(iso_day(*s.rows.first) >= "2024-01-01");
    CHECK(iso_day(*s.rows.last) <= "2024-03-31");
    CHECK(s.chapters.size() == 4);
}

TEST_CASE("with the figures that no log has, it shows the whole catalogue but the answers of staff") {
    givens all;
    for (std::string_view name : given_names())
        all.emplace(name, 5000);
    const sheet s = report_on(sample_log(), {.by = {}, .wanted = {}, .given = all});
    REQUIRE(s.missing.size() == 1);
    CHECK(s.missing.front().metric->how.name == "employee_net_promoter_score");
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
    CHECK(hash == 12245371817164493712u);
}
