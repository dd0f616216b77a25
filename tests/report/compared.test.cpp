// SPDX-License-Identifier: MIT
// Two groups against each other: what is claimed of them, and what is not.
#include "show/compared.hpp"

#include "program.hpp"
#include "reports.hpp"

#include <sstream>

namespace compared_test {
namespace {

using namespace report;
using namespace report::test;

std::string settled(const std::string &rep, const std::string &day, int won, int lost) {
    std::string rows;
    for (int i = 0; i < won + lost; ++i)
        rows +=
            day + (i < won ? ",deal_won," : ",deal_lost,") + rep + ',' + rep + day + std::to_string(i) + '\n';
    return rows;
}
const std::string heading = "at,kind,rep,deal\n";

request asking(const std::string &compared) {
    request asked;
    asked.compared = read_compared(compared);
    asked.by = asked.compared->by;
    return asked;
}
sheet comparing(const std::string &compared, const std::string &rows) {
    return report_on(heading + rows, asking(compared));
}
const compared_line *find_in(const comparison &both, std::string_view name) {
    for (const compared_line &l : both.lines)
        if (l.of->how.name == name) return &l;
    return nullptr;
}
std::string printed(const comparison &both, const page &on = {}) {
    std::ostringstream text;
    print_comparison(text, both, on);
    return text.str();
}

} // namespace

TEST_CASE("the difference of two shares is a range, and more than chance where test and range agree") {
    const auto reps = [](int ann, int ben) {
        return comparing("rep:Ann=Ben", settled("Ann", "2024-01-05", ann, 20 - ann) +
                                            settled("Ben", "2024-01-05", ben, 20 - ben));
    };
    const sheet apart = reps(15, 7), alike = reps(14, 8);
    const comparison both = compare_groups(apart);
    const compared_line *rate = find_in(both, "win_rate");
    REQUIRE(rate != nullptr);
    REQUIRE(rate->tested.has_value());
    CHECK(rate->tested->apart.low == doctest::Approx(0.0918).epsilon(0.001)); // Newcombe's method 10, by hand
    CHECK(rate->tested->apart.high == doctest::Approx(0.6181).epsilon(0.001));
    CHECK(rate->ratio->first > 1);
    CHECK(rate->beyond_chance);
    CHECK(printed(both).find("+40.0 points") != std::string::npos);
    CHECK(printed(both).find("more than chance") != std::string::npos);
    CHECK(printed(both, {.plain = true}).find("Win rate: Ann 75 %, Ben 35 %, +40.0 points") !=
          std::string::npos);
    const comparison less = compare_groups(alike);
    CHECK_FALSE(find_in(less, "win_rate")->beyond_chance);
    CHECK(printed(less).find("may be chance") != std::string::npos);
    CHECK(printed(less).find("One in twenty") == std::string::npos);
    CHECK_FALSE(find_in(both, "deals_won")->tested.has_value()); // counted, not sampled
}

TEST_CASE("a period that runs, or in which the log begins, is compared with nothing") {
    const std::string rows = settled("Ann", "2024-01-05", 15, 5) + settled("Ann", "2024-02-05", 7, 13) +
                             settled("Ann", "2024-03-05", 7, 13);
    for (const char *const months : {"month:2024-01=2024-02", "month:2024-02=2024-03"}) {
        CAPTURE(std::string{months});
        const sheet s = comparing(months, rows);
        const comparison both = compare_groups(s);
        CHECK(find_in(both, "win_rate")->why_untested == "incomplete period");
        CHECK_FALSE(find_in(both, "win_rate")->tested);
    }
}

TEST_CASE("groups that share prospects have no range") {
    std::string rows;
    for (const char *const id : {"a", "b", "c"})
        rows += "2024-01-01,call,Ann," + std::string{id} + "\n2024-01-02,call,Ben," + id + "\n";
    const sheet s = report_on("at,kind,rep,prospect\n" + rows + "2024-01-03,reply_positive,Ben,a\n",
                              asking("rep:Ann=Ben"));
    const comparison both = compare_groups(s);
    const compared_line *rate = find_in(both, "positive_reply_rate");
    REQUIRE(rate != nullptr);
    CHECK(rate->why_untested == "shared cases");
}

/// Deals that are opened on the first day; one each day is won, from `first` on, and some are still open.
std::string in_a_row(const std::string &rep, int first, int won, int open) {
    std::string rows;
    for (int i = 0; i < won + open; ++i) {
        const std::string deal = ',' + rep + ',' + rep + std::to_string(i) + '\n';
        const int day = first + i;
        rows += "2024-01-01,opportunity" + deal;
        if (i < won)
            rows += "2024-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ",deal_won" + deal;
    }
    return rows;
}

TEST_CASE(
    "times are held against each other by ranks: how much longer the first group's are, and its range") {
    const sheet s = comparing("rep:Ann=Ben", in_a_row("Ann", 20, 8, 0) + in_a_row("Ben", 10, 8, 0));
    const comparison both = compare_groups(s);
    const compared_line *cycle = find_in(both, "sales_cycle_quantiles");
    REQUIRE(cycle != nullptr);
    REQUIRE(cycle->apart.has_value());
    CHECK(cycle->apart->by == groups_apart::test::wilcoxon);
    CHECK(cycle->apart->z < 0);                                       // Ann is later
    CHECK(cycle->apart->p == doctest::Approx(0.00078).epsilon(0.05)); // 64 of 64 pairs: z = 32 / 9.5219
    CHECK(*cycle->apart->shift == doctest::Approx(10).epsilon(0.01));
    CHECK(cycle->apart->range->first > 6);
    CHECK(cycle->beyond_chance);
    CHECK(printed(both, {.plain = true}).find("+10 days (7 to 13), more than chance") != std::string::npos);
    const sheet few = comparing("rep:Ann=Ben", in_a_row("Ann", 20, 8, 0) + in_a_row("Ben", 10, 7, 0));
    CHECK_FALSE(find_in(compare_groups(few), "sales_cycle_quantiles")->apart.has_value());
}

TEST_CASE("scores are held against each other in points") {
    std::string rows;
    for (int i = 0; i < 40; ++i)
        rows += std::string("2024-01-0") + (i < 20 ? "3" : "4") +
                (i % 20 < (i < 20 ? 18 : 8) ? ",nps_promoter," : ",nps_detractor,") +
                (i < 20 ? "Ann" : "Ben") + ",c" + std::to_string(i) + '\n';
    const sheet s = report_on("at,kind,rep,customer\n" + rows, asking("rep:Ann=Ben"));
    const comparison both = compare_groups(s);
    const compared_line *score = find_in(both, "net_promoter_score"); // 80 and -20
    REQUIRE(score != nullptr);
    REQUIRE(score->apart.has_value());
    CHECK(score->apart->by == groups_apart::test::wald);
    CHECK(*score->apart->shift == doctest::Approx(100));
    CHECK(score->apart->range->first > 35);
    CHECK(score->beyond_chance);
}

TEST_CASE("where deals are open, the shares at each age are held against each other") {
    const sheet s = comparing("rep:Ann=Ben", in_a_row("Ann", 3, 20, 5) + in_a_row("Ben", 20, 5, 20));
    const comparison both = compare_groups(s);
    const compared_line *rate = find_in(both, "cohort_win_rate");
    REQUIRE(rate != nullptr);
    REQUIRE(rate->apart.has_value());
    CHECK(rate->apart->by == groups_apart::test::gray);
    CHECK(rate->apart->z > 0);
    CHECK_FALSE(rate->apart->range.has_value());
    CHECK(rate->beyond_chance);
    CHECK(printed(both, {.plain = true}).find("so far, ahead, more than chance") != std::string::npos);
    CHECK(printed(both).find("shares at each age") != std::string::npos);
}

TEST_CASE("a lost deal is followed to the end of the log, as if it were open") {
    // The same deals are won; Ann loses the others early, and Ben never: no difference in who wins.
    std::string rows = in_a_row("Ann", 10, 6, 14) + in_a_row("Ben", 10, 6, 14);
    for (int i = 6; i < 18; ++i)
        rows += "2024-01-03,deal_lost,Ann,Ann" + std::to_string(i) + '\n';
    const sheet s = comparing("rep:Ann=Ben", rows);
    const comparison both = compare_groups(s);
    const compared_line *rate = find_in(both, "cohort_win_rate");
    REQUIRE(rate != nullptr);
    REQUIRE(rate->apart.has_value());
    CHECK(rate->apart->z == doctest::Approx(0));
    CHECK_FALSE(rate->beyond_chance);
}

TEST_CASE("what cannot be compared is refused with the nearest name") {
    const std::string rows = settled("Ann", "2024-01-05", 1, 1) + settled("Ben", "2024-01-05", 1, 1);
    CHECK(failure_of([&] { static_cast<void>(comparing("rep:An=Ben", rows)); }) ==
          "--compare rep: there is no rep \"An\" in the log, did you mean \"Ann\"?");
    for (const char *const wrong : {"rep", "rep:Ann", "rep:Ann=", ":a=b", "rep:=b"})
        CHECK(failure_of([&] { static_cast<void>(read_compared(wrong)); }) ==
              "--compare " + std::string{wrong} + ": two groups are wanted here, as rep:Ann=Ben");
    CHECK(failure_of([] { static_cast<void>(read_compared("rep:a=a")); }) ==
          "--compare rep:a=a: the two groups are the same");
    const compared_groups two = read_compared("source:a=b:c");
    CHECK(two.by == "source");
    CHECK(two.b == "b:c");
}

TEST_CASE("names may have the sign in them that parts the two") {
    const std::string rows = settled("a=b", "2024-01-05", 3, 1) + settled("b", "2024-01-05", 1, 3) +
                             settled("c=d=e", "2024-01-05", 2, 2);
    const auto read = [&](const std::string &option) {
        const sheet s = comparing(option, rows);
        const comparison both = compare_groups(s);
        return both.a + " and " + both.b;
    };
    CHECK(read("rep:a=b=b") == "a=b and b");
    CHECK(read("rep:b=a=b") == "b and a=b");
    CHECK(read("rep:a=b=c=d=e") == "a=b and c=d=e");
    CHECK(failure_of([&] { read("rep:x=a=b"); }).starts_with("--compare rep: there is no rep \"x\""));
}

TEST_CASE("the program compares in place of the rest, and JSON has the comparison beside it") {
    const folder here;
    here.write("log.csv",
               heading + settled("Ann", "2024-01-05", 15, 5) + settled("Ben", "2024-01-05", 7, 13));
    const outcome text = here.run("log.csv --compare rep:Ann=Ben");
    CHECK(text.code == 0);
    CHECK(text.out.find("Ann against Ben") != std::string::npos);
    CHECK(text.out.find("In short") == std::string::npos);
    CHECK(text.out.find("40 read = 40 used") != std::string::npos);
    const std::string as_json = here.run("log.csv --compare rep:Ann=Ben --format json").out;
    CHECK(as_json.find("\"beyond_chance\": true") != std::string::npos);
    CHECK(as_json.find("\"test\": \"fisher\"") != std::string::npos);
    here.write("new.csv", heading + settled("Ann", "2024-02-05", 15, 5));
    const std::string files = "--read native=log.csv --read native=new.csv ";
    CHECK(here.run(files + "--compare file:new.csv=log.csv --plain")
              .out.find("Win rate: new.csv 75 %, log.csv 55 %") != std::string::npos);
    CHECK(here.run(files + "--where file=new.csv --format csv").out.find("deals_won,Deals won,,15,") !=
          std::string::npos);
    CHECK(here.run("log.csv --compare rep:Ann=Ben --by source").code == 2);
    CHECK(here.run("log.csv --compare rep:Ann=Ben --format csv").code == 2);
    CHECK(here.run("log.csv --compare rep:Ann=Cid").code == 2);
}

} // namespace compared_test
