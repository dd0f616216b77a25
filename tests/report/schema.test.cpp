// SPDX-License-Identifier: MIT
// The JSON of the report, held to the schema that stands beside the code which prints it.
#include "program.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <string>

namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

class schema {
public:
    schema() {
        const json text = json::parse(std::ifstream{KPI_ROOT "/examples/report/show/report.schema.json"});
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
    here.write("sold.csv", "at,kind,rep\n2024-01-01,deal_won,A\n2024-01-02,deal_won,Cid\n");
    here.write("stages.json", R"({"at": "at", "stage": "kind", "events": [{"kind": "call"}]})");
    for (const char *const asked :
         {"", "--by rep --target win_rate=25% --target revenue_won=1000000", "--by month --maturity 30d",
          "--window 30d --by channel", "--given cost=1000 --given quota=100000", "none.csv", "bad.csv",
          "bad.csv --rows-max-refused 100%", "much.csv --by currency", "bad.csv --profile stages.json",
          "--read native=much.csv --read native=none.csv --by week", "sold.csv --team team.csv --by role",
          "sold.csv --team team.csv --by rep --target deals_won=3", "none.csv --team team.csv",
          "--by team"}) {
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
