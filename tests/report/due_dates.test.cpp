// SPDX-License-Identifier: MIT
// When open deals are due: what falls due in a period, what is overdue, and what slipped (METRICS.md, section
// 6).
#include "program.hpp"
#include "rows.hpp"

#include <algorithm>

namespace due_dates_test {
namespace {

using namespace report;
using namespace report::test;

constexpr std::int64_t end_of_january = 1706659200; // 2024-01-31

/// Rows of "day,kind,deal,value,due".
sheet of_rows(const list &rows, const request &asked = {}) {
    return report_on_rows("at,kind,deal,value,due", rows, asked);
}
request as_of(std::int64_t day) {
    request asked;
    asked.as_of = day;
    return asked;
}

/// Of three open deals one is due in March after it slipped, one is overdue since 10 February, one has no
/// date.
const list four_deals{"2024-01-02,opportunity,d1,100,2024-01-20",
                      "2024-01-03,opportunity,d2,200,2024-02-10",
                      "2024-01-05,opportunity,d3,400,",
                      "2024-01-10,proposal_sent,d1,,2024-03-15",
                      "2024-01-12,opportunity,d4,800,2024-02-01",
                      "2024-02-15,deal_won,d4,800,",
                      "2024-02-29,call,,,"};

void check_four_deals(const sheet &s) {
    CHECK(told(s, "open_deals") == "3/1");
    CHECK(told(s, "open_deals_due") == "2/1");
    CHECK(told(s, "open_value_due") == "300/1");
    CHECK(told(s, "overdue_deals") == "1/1");
    CHECK(told(s, "overdue_value") == "200/1");
    CHECK(told(s, "slipped_deals") == "1/1");
}

} // namespace

TEST_CASE("an open deal is due by the date that it named last; past it, it is overdue") {
    check_four_deals(of_rows(four_deals));
}

TEST_CASE("rows in any order, and in several files, tell the same") {
    list rows = four_deals;
    std::reverse(rows.begin(), rows.end());
    check_four_deals(of_rows(rows));
    std::rotate(rows.begin(), rows.begin() + 3, rows.end());
    check_four_deals(of_rows(rows));
    const std::string header = "at,kind,deal,value,due\n";
    std::vector<source> files;
    std::string first = header, second = header;
    for (std::size_t i = 0; i < rows.size(); ++i)
        (i % 2 == 0 ? first : second) += rows[i] + '\n';
    files.push_back(source_of("a.csv", first, load_profile("native")));
    files.push_back(source_of("b.csv", second, load_profile("native")));
    check_four_deals(run(std::move(files), {}));
}

TEST_CASE("a deal is overdue from the day after its date on, as of the day that is asked for") {
    const sheet on_the_day = of_rows(four_deals, as_of(end_of_january + 10 * a_day));
    CHECK(told(on_the_day, "open_deals_due") == "3/1");
    CHECK(told(on_the_day, "overdue_deals") == "1/1"); // d4, which is not won yet
    CHECK(told(on_the_day, "overdue_value") == "800/1");
    const sheet the_day_after = of_rows(four_deals, as_of(end_of_january + 11 * a_day));
    CHECK(told(the_day_after, "overdue_deals") == "2/1");
    CHECK(told(the_day_after, "overdue_value") == "1000/1");
}

TEST_CASE("a due time is past on its own day") {
    CHECK(told(of_rows({"2024-02-01,opportunity,d1,,2024-02-29T17:00", "2024-02-29,call,,,"}),
               "overdue_deals") == "1/1");
    CHECK(told(of_rows({"2024-02-01,opportunity,d1,,2024-03-01T00:30", "2024-02-29,call,,,"}),
               "overdue_deals") == "0/1");
}

TEST_CASE("a due deal is of the period of its date, a slip of the period of its row; what is due later is of "
          "none") {
    request asked;
    asked.by = "month";
    const sheet s = of_rows(four_deals, asked);
    check_four_deals(s);
    REQUIRE(s.groups == list{"2024-01", "2024-02"});
    CHECK(told(s, "open_deals_due", "2024-01") == "0/1");
    CHECK(told(s, "open_deals_due", "2024-02") == "1/1"); // and not d1, due in March
    CHECK(told(s, "open_value_due", "2024-02") == "200/1");
    CHECK(told(s, "overdue_deals", "2024-01") == "0/1");
    CHECK(told(s, "overdue_deals", "2024-02") == "1/1");
    CHECK(told(s, "slipped_deals", "2024-01") == "1/1");
    CHECK(told(s, "slipped_deals", "2024-02") == "0/1");
}

TEST_CASE("in the running month a deal is due up to its last day") {
    request asked;
    asked.by = "month";
    const sheet s = of_rows({"2024-02-01,opportunity,d1,10,2024-02-29",
                             "2024-02-01,opportunity,d2,20,2024-03-01", "2024-02-10,call,,,"},
                            asked);
    CHECK(told(s, "open_deals_due", "2024-02") == "1/1");
    CHECK(told(s, "open_value_due", "2024-02") == "10/1");
    CHECK(told(s, "overdue_deals", "2024-02") == "0/1");
}

TEST_CASE("a window has the deals that are due in it") {
    request asked = as_of(end_of_january + 29 * a_day); // 2024-02-29
    asked.window = 30 * a_day;
    const sheet s = of_rows(four_deals, asked);
    CHECK(told(s, "open_deals") == "3/1");
    CHECK(told(s, "open_deals_due") == "1/1");
    CHECK(told(s, "overdue_value") == "200/1");
    CHECK(told(s, "slipped_deals") == "0/1");
    asked.window = 60 * a_day, asked.by = "month"; // from the first day of January
    const list rows{"2023-12-01,opportunity,d1,10,2024-01-10", "2024-02-29,call,,,"};
    const sheet by_month = of_rows(rows, asked);
    REQUIRE(by_month.groups == list{"2024-02"});
    CHECK(told(by_month, "open_deals_due") == "1/1");
    CHECK(told(by_month, "open_deals_due", "2024-02") == "0/1"); // January has no row, and no column
}

TEST_CASE("a deal slips where its date moves later while it is open, and once in what is read") {
    const auto slipped = [](const list &rows) { return told(of_rows(rows), "slipped_deals"); };
    const std::string opened = "2024-01-01,opportunity,d1,,2024-03-20";
    CHECK(slipped({opened, "2024-01-02,proposal_sent,d1,,2024-03-25",
                   "2024-01-03,proposal_sent,d1,,2024-03-22", "2024-02-03,proposal_sent,d1,,2024-03-24"}) ==
          "1/1");
    CHECK(slipped({opened, "2024-01-02,proposal_sent,d1,,2024-03-10"}) == "0/1");       // earlier
    CHECK(slipped({opened, "2024-01-02,proposal_sent,d1,,2024-03-20T17:00"}) == "0/1"); // the same day
    CHECK(slipped({opened, "2024-01-02,deal_won,d1,,2024-03-25"}) == "0/1");            // it is settled
    request asked;
    asked.by = "month";
    const sheet twice = of_rows(
        {opened, "2024-01-02,proposal_sent,d1,,2024-03-25", "2024-02-03,proposal_sent,d1,,2024-03-28"},
        asked);
    CHECK(told(twice, "slipped_deals") == "1/1");
    CHECK(told(twice, "slipped_deals", "2024-01") == "1/1");
    CHECK(told(twice, "slipped_deals", "2024-02") == "1/1");
}

TEST_CASE("a settled deal is due no more, and one that is opened again is") {
    const list won{"2024-01-01,opportunity,d1,5,2024-01-10", "2024-01-20,deal_won,d1,5,"};
    CHECK(told(of_rows(won), "open_deals_due") == "0/1");
    list again = won;
    again.push_back("2024-01-25,opportunity,d1,,");
    CHECK(told(of_rows(again), "open_deals_due") == "1/1");
    CHECK(told(of_rows(again), "overdue_value") == "5/1");
}

TEST_CASE("X11: pipeline coverage, of what is due against what the quota still lacks") {
    request asked;
    asked.given = {{"quota", {150000, 1}}};
    const list rows{"2024-01-01,opportunity,d1,300000,2024-03-01",
                    "2024-01-01,opportunity,d2,60000,2024-03-02", "2024-01-01,opportunity,d3,180000,",
                    "2024-01-01,opportunity,d4,30000,2024-01-09", "2024-01-08,deal_won,d4,30000,"};
    CHECK(told(of_rows(rows, asked), "pipeline_coverage") == "360000/120000");
    CHECK(told(of_rows(rows, asked), "open_to_quota") == "540000/120000");
    asked.given = {{"quota", {30000, 1}}};
    CHECK(told(of_rows(rows, asked), "pipeline_coverage") == "left out"); // the quota is met
}

TEST_CASE("without a due date on any row there is no figure of 0") {
    for (const sheet &s : {of_rows({"2024-01-01,opportunity,d1,10,"}),
                           report_on("at,kind,deal,value\n2024-01-01,opportunity,d1,10\n")}) {
        for (const char *name :
             {"open_deals_due", "open_value_due", "overdue_deals", "overdue_value", "slipped_deals"})
            CHECK(told(s, name) == "left out");
        CHECK(std::any_of(s.missing.begin(), s.missing.end(), [](const missing_metric &m) {
            return m.metric->how.name == "open_deals_due" && m.metric->also == "due, the id of a deal";
        }));
    }
}

TEST_CASE("a deal is due in the group that it is in, and with the amounts of each currency") {
    request by_rep;
    by_rep.by = "rep";
    const std::string log =
        "at,kind,deal,rep,value,currency,due\n2024-01-01,opportunity,d1,Ann,10,EUR,2024-01-05\n"
        "2024-01-01,opportunity,d2,Ben,20,USD,2024-01-06\n2024-01-02,proposal_sent,d2,Cem,,,\n"
        "2024-01-07,call,,,,,\n";
    const sheet s = report_on(log, by_rep);
    CHECK(told(s, "overdue_deals") == "2/1");
    CHECK(told(s, "overdue_deals", "Ann") == "1/1");
    CHECK(told(s, "overdue_deals", "Ben") == "0/1");
    CHECK(told(s, "overdue_deals", "Cem") == "1/1");
    std::vector<std::string> amounts;
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.how.name == "overdue_value")
                amounts.push_back(l.how.currency + ' ' + value_text(l.total, l.how));
    CHECK(amounts == list{"EUR 10.00", "USD 20.00"});
}

TEST_CASE("a profile says where due dates stand, with the formats and zones of dates") {
    const std::string profile =
        R"({"dates": "%d.%m.%Y", "zone": "Europe/Berlin", "deal": "Id", "value": "Amount",
        "due": "Expected", "events": [{"kind": "opportunity", "at": "Created"}]})";
    const sheet s = report_on("Id,Created,Expected,Amount\nd1,02.01.2024,10.01.2024,5\nd2,03.01.2024,,7\n"
                              "d3,20.01.2024,25.01.2024,9\nd4,04.01.2024,2024-01-09,1\n",
                              profile);
    CHECK(told(s, "open_deals_due") == "2/1");
    CHECK(told(s, "overdue_value") == "5/1");
    REQUIRE(s.rows.files.front().refusals.size() == 1);
    CHECK(s.rows.files.front().refusals.front().reason == "Expected is no date of the form %d.%m.%Y");
    CHECK(s.rows.files.front().refusals.front().lines == std::vector<std::uint64_t>{5});

    const std::string zoned = R"({"zone": "Europe/Berlin", "deal": "Id", "events": [{"kind": "opportunity",
        "at": "Created", "due": {"column": "Until", "zone": "UTC", "format": "iso"}}]})";
    request by_month;
    by_month.by = "month";
    const sheet moved = report_on(
        "Id,Created,Until\nd1,2024-01-02,2024-01-31T23:30\nd2,2024-02-02,2024-02-20\n", zoned, by_month);
    CHECK(told(moved, "open_deals_due", "2024-01") == "0/1");
    CHECK(told(moved, "open_deals_due", "2024-02") == "2/1");
    const std::string two =
        R"({"deal": "Id", "due": {"date": "Day", "time": {"column": "Hour", "optional": true}},
        "events": [{"kind": "opportunity", "at": "Created"}]})";
    CHECK(told(report_on("Id,Created,Day,Hour\nd1,2024-01-02,2024-01-02,17:00\nd2,2024-01-02,2024-01-02,\n",
                         two),
               "overdue_deals") == "1/1");
}

TEST_CASE("the deals behind a figure are told by --explain, and why others are out") {
    request asked;
    asked.explain = "overdue_deals";
    const sheet s = of_rows(four_deals, asked);
    REQUIRE(s.explained);
    list all;
    for (const explained_event &each : s.explained->events)
        all.push_back(each.role() + (each.why.empty() ? "" : " [" + each.why + ']') + ' ' +
                      std::string{each.kind} + ' ' + each.what + ' ' + std::to_string(each.line));
    CHECK(all == list{"counted due_open deal d2 3",
                      "out [does not meet the metric's condition] due_open deal d1 5",
                      "out [its rows tell nothing of it] opportunity deal d3 4",
                      "out [its rows tell nothing of it] deal_won deal d4 7"});
}

TEST_CASE("--check-profile shows when a deal is due") {
    const folder here;
    here.write("deals.csv",
               "at,kind,deal,due\n2024-01-01,opportunity,d1,2024-02-03\n2024-01-01,opportunity,d2,\n");
    const outcome ran = here.run("deals.csv --check-profile");
    CHECK(ran.out.find("opportunity, 2024-01-01, deal d1, due 2024-02-03\n") != std::string::npos);
    CHECK(ran.out.find("opportunity, 2024-01-01, deal d2\n") != std::string::npos);
    CHECK(here.run("--list-metrics").out.find("needs opportunity; with value, due, the id of a deal\n") !=
          std::string::npos);
}

} // namespace due_dates_test
