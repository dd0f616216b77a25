// SPDX-License-Identifier: MIT
#include "inspect/check.hpp"

#include "reports.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace check_test {
namespace {

using namespace report;

std::string check_of(const std::string &log, std::string_view profile) {
    std::ostringstream text;
    print_check(text, {"log.csv", text_source(log), {}}, read_profile(profile, "mine.json"));
    return text.str();
}
bool holds(const std::string &text, std::string_view part) {
    CAPTURE(text);
    CAPTURE(part);
    return text.find(part) != std::string::npos;
}

constexpr std::string_view deals =
    R"({"currency": "EUR", "only": {"column": "Team", "is_not": "x"}, "deal": "Id",
    "rep": "Owner", "end_at": {"column": "Id", "is": "Total"}, "events": [
    {"kind": {"column": "Stage", "map": {"Won": "deal_won"}, "otherwise": null}, "at": "Closed",
     "value": "Amount", "elapsed": {"column": "Took", "in": "hours"}}]})";
const std::string log_text = "Id,Owner,Stage,Amount,Closed,Took,Team,Note\n"
                             "1,Ann,Won,10.5,2024-01-05T17:05:09,2,a,n1\n"
                             "2,Ann,Wonn,10,2024-01-05,2,a,n2\n"
                             "3,Ann,Won,ten,2024-01-05,2,a,\n"
                             "4,\x1B[2J,Won,-10,2024-01-06,2,a,\n"
                             "5,Ann,Won,10,2024-01-05,2,x,\n"
                             "Total,,,20,,,,\n";

} // namespace

TEST_CASE("the first rows are shown as events, and why others are none") {
    const std::string text = check_of(log_text, deals);
    CHECK(holds(text, "log.csv, read by the profile mine.json\n"));
    CHECK(holds(
        text, "  line 2  deal_won, 2024-01-05 17:05:09, deal 1, rep Ann, value 10.50 EUR, elapsed 7200 s\n"));
    CHECK(holds(text, "  line 3  no event\n"));
    CHECK(holds(text, "  line 4  refused: Amount is no number: \"ten\"\n"));
    CHECK(holds(
        text, "  line 5  deal_won, 2024-01-06, deal 4, rep ?[2J, value -10.00 EUR")); // no control characters
    CHECK(holds(text, "  line 6  left out (only)\n"));
}

TEST_CASE("what the profile does not understand is listed") {
    const std::string text = check_of(log_text, deals);
    CHECK(holds(text, "Columns that the profile does not use\n  Note: \"n1\", \"n2\"\n"));
    CHECK(holds(text, "that \"otherwise\" stands for\n  Stage: \"Wonn\", 1 row\n"));
    CHECK(holds(text,
                "Rows  6 read = 2 used + 2 left out by the profile + 1 of which the profile makes no event + "
                "1 refused\n  1 row: Amount is no number: \"ten\" (line 4)\n"));
}

TEST_CASE("without a heading columns have numbers; a count and a row's own case are shown") {
    const std::string text = check_of("3,x\n", R"({"header": false, "lead": {"row": true}, "events": [
        {"kind": "call", "count": 1, "channel": {"constant": "phone"}}]})");
    CHECK(holds(text, "  line 1  call x 3, without a time, by phone, lead of this row\n"));
    CHECK(holds(text, "  column 2: \"x\"\n"));
}

} // namespace check_test
