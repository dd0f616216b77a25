// SPDX-License-Identifier: MIT
// The JSON of the report, and profiles, held to the schemas that stand beside the code which prints or reads
// them.
#include "profile/profile.hpp"
#include "program.hpp"
#include "reports.hpp"
#include <kpi/core/enumerators.hpp>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <string>

namespace schema_test {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

class schema {
public:
    explicit schema(const std::string &path = "show/report.schema.json") {
        const json text = json::parse(std::ifstream{KPI_ROOT "/examples/report/" + path});
        valijson::SchemaParser{}.populateSchema(NlohmannJsonAdapter{text}, told_);
    }
    /// What is wrong with it; empty if nothing is.
    [[nodiscard]] std::string faults_of(const json &report) const {
        valijson::ValidationResults found;
        if (valijson::Validator{}.validate(told_, NlohmannJsonAdapter{report}, &found)) return {};
        std::string all;
        for (valijson::ValidationResults::Error fault; found.popError(fault);) {
            for (const std::string &step : fault.context)
                all += step;
            all += ": " + fault.description + '\n';
        }
        return all;
    }

private:
    valijson::Schema told_;
};

} // namespace

TEST_CASE("whatever is asked, the JSON is what the schema says") {
    const schema held_to;
    const report::test::folder here;
    here.write("bad.csv", "at,kind\n2024-01-01,call\nnever,call\n2024-01-02,cal\n");
    here.write("none.csv", "at,kind\n");
    here.write("much.csv", "at,kind,deal,value,currency,count\n2024-01-01,deal_won,a,-5.50,EUR,1\n"
                           "2024-01-02,deal_won,b,5,USD,1\n2024-01-02,deal_won,,90000000000000000,USD,1\n");
    here.write("team.csv", "rep,aliases,role,team,quota,quota_unit,from,to,hours\n"
                           "Ann,A|B,ae,north,5.5,deals_won a month,2024-01-01,2024-01-31,6\nBen,,,,,,,,\n");
    here.write("moved.csv", "rep,role,from,to\nA,ae,,2024-01-01\nA,sdr,2024-01-02,\n");
    here.write("sold.csv", "at,kind,rep\n2024-01-01,deal_won,A\n2024-01-02,deal_won,Cid\n");
    here.write("stages.json", R"({"at": "at", "stage": "kind", "events": [{"kind": "call"}]})");
    for (const char *const asked :
         {"", "--by rep --target win_rate=25%..35% --benchmarks openview", "--by month --maturity 30d",
          "--window 30d --by channel", "--given cost=1000 --given quota=100000 --target revenue_won=1000000",
          "none.csv", "bad.csv", "bad.csv --rows-max-refused 100%", "much.csv --by currency",
          "bad.csv --profile stages.json", "--read native=much.csv --read native=none.csv --by week",
          "sold.csv --team team.csv --by role", "sold.csv --team team.csv --by rep --target deals_won=3",
          "none.csv --team team.csv", "--by team", "--by campaign,30d",
          "--compare rep:Chidi=Finn --confidence 90%", "sold.csv --team moved.csv --by team",
          "--business-hours 'Mon-Fri 09:00-17:30' --zone Europe/Berlin"}) {
        CAPTURE(std::string{asked});
        const report::test::outcome printed = here.run(std::string{asked} + " --format json");
        REQUIRE(printed.code != 2);
        CHECK(held_to.faults_of(json::parse(printed.out)) == "");
    }
}

TEST_CASE("a field that the schema does not know, or one that is not there, is a fault") {
    const schema held_to;
    const report::test::folder here;
    const json report = json::parse(here.run("--format json").out);
    REQUIRE(held_to.faults_of(report).empty());
    json more = report, less = report, other = report;
    more["mood"] = "good";
    CHECK_FALSE(held_to.faults_of(more).empty());
    less["metrics"][0].erase("n");
    CHECK_FALSE(held_to.faults_of(less).empty());
    other["metrics"][0]["value"] = "many";
    CHECK_FALSE(held_to.faults_of(other).empty());
}

TEST_CASE("the schema of profiles holds every built-in one, and every profile in README") {
    const schema held_to{"profile/profile.schema.json"};
    for (const report::built_in_profile &each : report::built_in_profiles()) {
        CAPTURE(std::string{each.name});
        CHECK(held_to.faults_of(json::parse(each.json)) == "");
    }
    std::ifstream readme{KPI_ROOT "/examples/report/README.md"};
    std::string text, line;
    std::size_t found = 0;
    while (std::getline(readme, line)) {
        if (line == "```json") {
            text.clear();
            while (std::getline(readme, line) && line != "```")
                text += line + '\n';
            CAPTURE(text);
            CHECK(held_to.faults_of(json::parse(text)) == "");
            CHECK_NOTHROW(static_cast<void>(report::read_profile(text, "README.md")));
            ++found;
        }
    }
    CHECK(found != 0);
}

TEST_CASE("the schema of profiles and their reader refuse the same") {
    const schema held_to{"profile/profile.schema.json"};
    const auto refused = [&](const std::string &profile) {
        const bool by_schema = !held_to.faults_of(json::parse(profile)).empty();
        const bool by_reader =
            !report::test::failure_of([&] { static_cast<void>(report::read_profile(profile, "p")); }).empty();
        CAPTURE(profile);
        CHECK(by_schema == by_reader);
        return by_schema;
    };
    CHECK_FALSE(refused(
        R"({"// mine": 1, "$schema": "x", "events": [{"kind": "call", "//": "", "at": ["a", "b"]}]})"));
    CHECK_FALSE(
        refused(R"({"events": [{"kind": {"column": 1, "map": {"a": null, "b": "mql"}, "otherwise": "call"},
        "at": {"date": "d", "time": {"column": "t", "format": "%H:%M"}}, "elapsed": {"from": "a", "to": "b"},
        "lead": {"row": true}, "channel": {"constant": "email"}, "value": {"column": "v", "multiples": {"k": 1000}},
        "when": [{"column": "x", "between": [1, "2.5"]}, {"column": "y", "is": ["a", "b"]}], "once_per": "id"}]})"));
    CHECK_FALSE(refused(R"({"escape": "\\", "events": [{"kind": "call"}]})"));
    for (const char *const wrong :
         {R"({})", R"({"events": []})", R"({"evnts": [{"kind": "call"}]})",
          R"({"events": [{"knd": "call"}]})", R"({"events": [{"kind": "cal"}]})",
          R"({"events": [{"kind": {"column": "a", "maps": {}}}]})",
          R"({"events": [{"kind": {"column": "a", "map": {"x": "cal"}}}]})",
          R"({"quoting": "no", "events": [{"kind": "call"}]})",
          R"({"escape": "x", "events": [{"kind": "call"}]})",
          R"({"events": [{"kind": "call", "at": {"colum": "d"}}]})",
          R"({"events": [{"kind": "call", "value": 0}]})",
          R"({"events": [{"kind": "call", "elapsed": {"column": "t", "in": "weeks"}}]})",
          R"({"events": [{"kind": "call", "when": {"column": "a", "equals": "b"}}]})",
          R"({"events": [{"kind": "call", "currency": "euro"}]})",
          R"({"header": "yes", "events": [{"kind": "call"}]})"})
        CHECK(refused(wrong));
}

TEST_CASE("the schema of profiles knows every kind and channel") {
    const json text = json::parse(std::ifstream{KPI_ROOT "/examples/report/profile/profile.schema.json"});
    const auto names = []<class E>(E) {
        json all = json::array();
        for (std::size_t i = 0; i < kpi::max_kinds; ++i)
            if (const auto name = kpi::name_of(static_cast<E>(i)); !name.empty()) all.push_back(name);
        return all;
    };
    CHECK(text["definitions"]["kind"]["enum"] == names(report::activity{}));
    CHECK(text["definitions"]["medium"]["enum"] == names(report::medium{}));
}

} // namespace schema_test
