// SPDX-License-Identifier: MIT
// Two groups against each other: what is claimed of them, and what is not.
#include "show/compared.hpp"

#include "program.hpp"
#include "reports.hpp"

#include <sstream>

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

sheet by(const std::string &what, const std::string &rows) {
    request asked;
    asked.by = what;
    return report_on(heading + rows, asked);
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
        return by("rep",
                  settled("Ann", "2024-01-05", ann, 20 - ann) + settled("Ben", "2024-01-05", ben, 20 - ben));
    };
    const sheet apart = reps(15, 7), alike = reps(14, 8);
    const comparison both = compare_groups(apart, {"rep", "Ann", "Ben"});
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
    const comparison less = compare_groups(alike, {"rep", "Ann", "Ben"});
    CHECK_FALSE(find_in(less, "win_rate")->beyond_chance);
    CHECK(printed(less).find("may be chance") != std::string::npos);
    CHECK(printed(less).find("One in twenty") == std::string::npos);
    CHECK_FALSE(find_in(both, "deals_won")->tested.has_value()); // counted, not sampled
}

TEST_CASE("a period that runs, or in which the log begins, is compared with nothing") {
    const sheet s = by("month", settled("Ann", "2024-01-05", 15, 5) + settled("Ann", "2024-02-05", 7, 13) +
                                    settled("Ann", "2024-03-05", 7, 13));
    CHECK(find_in(compare_groups(s, {"month", "2024-01", "2024-02"}), "win_rate")->why_untested ==
          "incomplete period");
    CHECK_FALSE(find_in(compare_groups(s, {"month", "2024-02", "2024-03"}), "win_rate")->tested);
}

TEST_CASE("groups that share prospects have no range") {
    std::string rows;
    for (const char *const id : {"a", "b", "c"})
        rows += "2024-01-01,call,Ann," + std::string{id} + "\n2024-01-02,call,Ben," + id + "\n";
    request asked;
    asked.by = "rep";
    const sheet s = report_on("at,kind,rep,prospect\n" + rows + "2024-01-03,reply_positive,Ben,a\n", asked);
    const comparison both = compare_groups(s, {"rep", "Ann", "Ben"});
    const compared_line *rate = find_in(both, "positive_reply_rate");
    REQUIRE(rate != nullptr);
    CHECK(rate->why_untested == "shared cases");
}

TEST_CASE("what cannot be compared is refused with the nearest name") {
    const sheet s = by("rep", settled("Ann", "2024-01-05", 1, 1) + settled("Ben", "2024-01-05", 1, 1));
    CHECK(failure_of([&] {
              static_cast<void>(compare_groups(s, {"rep", "An", "Ben"}));
          }) == "--compare rep: there is no rep \"An\" in the log, did you mean \"Ann\"?");
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
    const sheet s = by("rep", settled("a=b", "2024-01-05", 3, 1) + settled("b", "2024-01-05", 1, 3) +
                                  settled("c=d=e", "2024-01-05", 2, 2));
    const auto read = [&](const std::string &option) {
        const comparison both = compare_groups(s, read_compared(option));
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
    CHECK(here.run("log.csv --compare rep:Ann=Ben --format json").out.find("\"beyond_chance\": true") !=
          std::string::npos);
    CHECK(here.run("log.csv --compare rep:Ann=Ben --by source").code == 2);
    CHECK(here.run("log.csv --compare rep:Ann=Ben --format csv").code == 2);
    CHECK(here.run("log.csv --compare rep:Ann=Cid").code == 2);
}
