// SPDX-License-Identifier: MIT
// Dimensions of one's own, several of them at once, what alone is looked at, and how long deals took.
#include "reports.hpp"

#include <array>

namespace dimensions_test {
namespace {

using namespace report;
using namespace report::test;

constexpr std::string_view profile = R"({
  "at": "at", "rep": "rep", "deal": "deal", "lead": "lead", "customer": "customer",
  "dimensions": {"segment": {"column": "segment", "map": {"SMB": "small"}}, "plan": "plan"},
  "events": [{"kind": {"column": "kind"}}]})";

sheet by(const std::string &rows, std::string names, std::vector<std::string> where = {}) {
    request asked;
    asked.by = std::move(names), asked.where = std::move(where);
    return report_on("at,kind,rep,deal,lead,customer,segment,plan\n" + rows, profile, asked);
}
std::string failure_by(const std::string &rows, const std::string &names,
                       const std::vector<std::string> &where = {}) {
    try {
        static_cast<void>(by(rows, names, where));
    } catch (const failure &why) {
        return why.what();
    }
    return "none";
}

const std::string two_segments = "2024-01-01,opportunity,Ann,d1,,,SMB,basic\n"
                                 "2024-01-02,deal_won,Ann,d1,,,,\n"
                                 "2024-01-03,deal_lost,Ann,d2,,,large,basic\n"
                                 "2024-02-04,deal_won,Ben,d3,,,small,pro\n";

} // namespace

TEST_CASE("a profile's own dimension groups cases by the last one named on any of their rows") {
    const sheet s = by(two_segments, "segment");
    CHECK(s.groups == std::vector<std::string>{"large", "small"});
    CHECK(told(s, "win_rate", "small") == "2/2");
    CHECK(told(s, "win_rate", "large") == "0/1");
}

TEST_CASE("several dimensions are groups within groups, one of them a stretch of the calendar") {
    const sheet both = by(two_segments, "rep,segment");
    CHECK(both.groups == std::vector<std::string>{"Ann, (none)", "Ann, large", "Ann, small", "Ben, small"});
    CHECK(told(both, "deals_won", "Ann, small") == "1/1");
    const sheet by_month = by(two_segments, "month,rep");
    CHECK(by_month.groups ==
          std::vector<std::string>{"Ann, 2024-01", "Ann, 2024-02", "Ben, 2024-01", "Ben, 2024-02"});
    CHECK(told(by_month, "deals_won", "Ann, 2024-01") == "1/1");
    CHECK(told(by_month, "deals_won", "Ann, 2024-02") == "0/1");
    CHECK(told(by_month, "deals_won", "Ben, 2024-02") == "1/1");
}

TEST_CASE("what alone is looked at is the whole") {
    CHECK(told(by(two_segments, {}, {"segment=small"}), "win_rate") == "2/2");
    CHECK(told(by(two_segments, {}, {"segment=small", "rep=Ann"}), "win_rate") == "1/1");
    CHECK(told(by(two_segments, {}, {"segment=small", "segment=large"}), "win_rate") == "2/3");
    CHECK(told(by(two_segments, "rep", {"segment=small"}), "deals_won", "Ben") == "1/1");
    CHECK(told(by("2024-01-01,deal_won,Ann,d1,,,,\n" + two_segments, {}, {"segment=(none)"}), "deals_won") ==
          "0/1"); // the deal has a segment on another row
}

TEST_CASE("what there is not to group by or to look at is refused with what there is") {
    CHECK(failure_by(two_segments, "segmnt") ==
          "--by segmnt: there is nothing called \"segmnt\" to group by, did you mean \"segment\"?");
    CHECK(failure_by(two_segments, {}, {"segment=smal"}) ==
          "--where segment=smal: nothing in the log is called so, did you mean \"small\"?");
    CHECK(failure_by(two_segments, {}, {"segment"}) ==
          "--where segment: DIMENSION=NAME is wanted, such as source=web");
    CHECK(failure_by(two_segments, "month,week") == "--by month,week: one stretch of the calendar is enough");
    CHECK(failure_by(two_segments, {}, {"month=2024-01"}) ==
          "--where month=2024-01: a stretch of time is chosen by --as-of and --window");
    CHECK(failure_by(two_segments, "team") == "--by team: a roster is wanted with it, --team FILE");
    CHECK(failure_by(two_segments, "product") ==
          "--by product: no column of log.csv says it: the profile would have to name one");
}

TEST_CASE("a dimension of one's own is not called as something else") {
    for (const char *name : {"rep", "month", "team", "channel", "cycle_band", "Segment", "a b", ""}) {
        CAPTURE(name);
        CHECK_THROWS_AS(static_cast<void>(read_profile(std::string{R"({"dimensions": {")"} + name +
                                                           R"(": "x"}, "events": [{"kind": "call"}]})",
                                                       "p")),
                        failure);
    }
}

TEST_CASE("deals and their customers are grouped by how long the deal took") {
    const sheet s = by("2024-01-01,opportunity,,d1,,c1,,\n2024-01-11,deal_won,,d1,,c1,,\n"
                       "2024-01-01,opportunity,,d2,,c2,,\n2024-04-01,deal_won,,d2,,c2,,\n"
                       "2024-01-01,opportunity,,d3,,,,\n2024-02-01,deal_lost,,d3,,,,\n"
                       "2024-06-01,churned,,,,c2,,\n2024-06-02,interaction,,,,c3,,\n",
                       "cycle_band");
    CHECK(s.groups ==
          std::vector<std::string>{"(none)", "0 to 13 days", "30 to 59 days", "90 days and more"});
    CHECK(told(s, "win_rate", "0 to 13 days") == "1/1");
    CHECK(told(s, "win_rate", "30 to 59 days") == "0/1");
    CHECK(told(s, "churn_rate", "90 days and more") == "1/1");
    CHECK(told(s, "churn_rate", "0 to 13 days") == "0/1");
    CHECK(told(s, "churn_rate", "(none)") == "0/1");
}

TEST_CASE("rows that differ in a dimension of one's own alone are told apart by it, in any order") {
    const std::array<std::string, 2> rows{"2024-01-01,deal_won,Ann,d1,,,b,\n",
                                          "2024-01-01,deal_won,Ann,d1,,,a,\n"};
    for (const std::string &log : {rows[0] + rows[1], rows[1] + rows[0]})
        CHECK(told(by(log, "segment"), "deals_won", "b") == "1/1");
}

} // namespace dimensions_test
