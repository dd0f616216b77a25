// SPDX-License-Identifier: MIT
#include "profile/condition.hpp"

#include "reports.hpp"

namespace condition_test {
namespace {

using namespace report;
using namespace report::test;

/// How many of the cells, a row each, do what is asked; "refused N" where any is refused.
std::string found(const std::string &cells, const std::string &asked) {
    const sheet s =
        report_on("x\n" + cells, R"({"events": [{"kind": "call", "when": {"column": "x", )" + asked + "}}]}");
    return s.rows.refused != 0 ? "refused " + std::to_string(s.rows.refused) : std::to_string(s.rows.used);
}

} // namespace

TEST_CASE("numbers are compared as numbers: an edge that is named is within, or not, by its word") {
    const std::string cells = "119\n120\n1000\n99\n";
    CHECK(found(cells, R"("at_least": 120)") == "2");
    CHECK(found(cells, R"("above": 120)") == "1");
    CHECK(found(cells, R"("at_most": 119)") == "2");
    CHECK(found(cells, R"("below": 119)") == "1");
    CHECK(found(cells, R"("between": [119, 120])") == "2");
    CHECK(found(cells, R"("at_least": 119, "below": 120)") == "1");
    CHECK(found("-1.5\n-1.25\n0\n", R"("below": "-1.25")") == "1");
    CHECK(found("0.1\n0.10\n0.100000001\n", R"("above": 0.1)") == "1");
    CHECK(found("\"1,000\"\n999\n", R"("at_least": 1000, "thousands": ",")") == "1");
    CHECK(found("$1000\n(5)\n", R"("at_least": 0)") == "1");
}

TEST_CASE("an empty cell lies between no limits; one that is no number refuses the row") {
    CHECK(found("5,\n,\n", R"("at_least": 0)") == "refused 2"); // two columns
    CHECK(found("\"\"\n5\n", R"("at_least": 0)") == "1");
    CHECK(found("abc\n5\n", R"("at_least": 0)") == "refused 1");
    CHECK(found("1.000\n5\n", R"("at_least": 0)") == "refused 1");
    const sheet s =
        report_on("x\n1.000\n", R"({"events": [{"kind": "call", "when": {"column": "x", "below": 9}}]})");
    CHECK(s.rows.files[0].refusals.front().text == "1.000 (1 or 1000)");
}

TEST_CASE("texts are looked for at a beginning, anywhere, or as a whole, in any case where that is said") {
    const std::string cells = "5. Won\nwon\n\"Won, again\"\nLost\n";
    CHECK(found(cells, R"("is": "won")") == "1");
    CHECK(found(cells, R"("is_not": "won")") == "3");
    CHECK(found(cells, R"("starts_with": ["Won", "Lo"])") == "2");
    CHECK(found(cells, R"("contains": "Won")") == "2");
    CHECK(found(cells, R"("contains": "WON", "any_case": true)") == "3");
    CHECK(found("STRASSE ÜBER\nstrasse über\n", R"("is": "Strasse Über", "any_case": true)") == "2");
    CHECK(found("ЗАКРЫТО\nЗакрыто\nΚΛΕΙΣΤΌ\n", R"("is": ["закрыто", "κλειστό"], "any_case": true)") == "3");
}

TEST_CASE("a condition that asks nothing, twice or the impossible is refused with its place") {
    const auto refusal = [](const std::string &asked) {
        return failure_of([&] { static_cast<void>(found("1\n", asked)); });
    };
    for (const char *asked :
         {R"("is": [])", R"("is": "a", "below": 1)", R"("starts_with": "")", R"("above": 1, "at_least": 2)",
          R"("at_least": 5, "below": 5)", R"("between": [1])", R"("between": [2, 1])", R"("below": "a")",
          R"("below": 1, "any_case": true)", R"("below": 1e30)", R"("is": "a", "decimal": ";")"})
        CHECK_MESSAGE(refusal(asked).starts_with("profile.json: /events/0/when"), asked);
}

} // namespace condition_test
