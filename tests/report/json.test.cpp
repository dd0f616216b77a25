// SPDX-License-Identifier: MIT
// What JSON says beside the figures, and what no small log can bring about: counters at their limit.
#include "show/json.hpp"

#include "reports.hpp"
#include "show/text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace json_test {

TEST_CASE("a saturated counter is marked, and is no value") {
    report::line l;
    l.how.name = "calls";
    l.how.kind = "count";
    l.how.unit = "calls";
    l.total.exact = {std::numeric_limits<std::uint64_t>::max(), 1};
    l.total.saturated = true;
    report::sheet s;
    s.chapters.push_back({"Activity", {std::move(l)}});

    std::ostringstream json, text;
    print_json(json, s);
    const auto metric = nlohmann::json::parse(json.str()).at("metrics").at(0);
    CHECK(metric.at("value").is_null());
    CHECK(metric.at("saturated") == true);
    CHECK(metric.at("numerator") == std::numeric_limits<std::uint64_t>::max());

    print_text(text, s, {.all = true});
    CHECK(text.str().find("18446744073709551615") == std::string::npos);
}

TEST_CASE("the hours of touches are those of the metric that counts touches, as far as they have a time") {
    const auto told = [](const std::string &rows, report::request asked = {}) {
        std::ostringstream out;
        print_json(out, report::test::report_on("at,kind,source\n" + rows, asked));
        return nlohmann::json::parse(out.str()).at("touches_by_hour");
    };
    const std::string monday = "2024-01-01T10:59:59,conversation,web\n2024-01-01T10:00:00,email_sent,web\n";
    const auto week = told(monday + "2024-01-07T23:30:00,meeting_held,web\n2024-01-07T23:30:00,deal_won,web\n"
                                    "2024-01-03,conversation,web\n");
    CHECK(week.at(0).at(10) == 2);
    CHECK(week.at(6).at(23) == 1); // and no deal
    CHECK(week.at(2) == std::vector<int>(24));
    CHECK(told("2024-01-03,conversation,web\n").is_null());
    CHECK(told("").is_null());
    CHECK(told(monday, {.by = {}, .wanted = {}, .given = {}, .where = {"source=web"}}).is_null());
}

TEST_CASE("every metric of the report is in one chapter, and what is asked first among them") {
    std::ostringstream out;
    print_json(out, report::test::report_on("at,kind,deal,value,currency\n2024-01-01,deal_won,a,5,EUR\n"
                                            "2024-01-02,deal_won,b,5,USD\n2024-01-02,deal_lost,c,,\n"));
    const auto told = nlohmann::json::parse(out.str());
    std::multiset<std::string> in_chapters;
    std::set<std::string> all;
    for (const auto &chapter : told.at("chapters"))
        for (const auto &metric : chapter.at("metrics")) {
            in_chapters.insert(metric.at("name"));
            CHECK_FALSE(metric.at("meaning").get<std::string>().empty());
        }
    for (const auto &metric : told.at("metrics"))
        all.insert(metric.at("name").get<std::string>());
    CHECK(std::multiset<std::string>(all.begin(), all.end()) == in_chapters);
    CHECK(told.at("asked_first").at(0) == "deals_won");
    for (const auto &name : told.at("asked_first"))
        CHECK(all.contains(name));
}

} // namespace json_test
