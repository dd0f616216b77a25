// SPDX-License-Identifier: MIT
#include "read/blanks.hpp"

#include "reports.hpp"

#include <doctest/doctest.h>

namespace blanks_test {

using namespace report;

TEST_CASE("blanks of any kind around a text do not belong to it") {
    static_assert(without_blanks("\xC2\xA0 12\xE2\x80\xAF\t") == "12");
    CHECK(without_blanks("\xC2\xA0").empty());
    CHECK(without_blanks("a\xC2\xA0"
                         "b") == "a\xC2\xA0"
                                 "b");
    CHECK(with_plain_blanks("Ann\xC2\xA0Lee\xE2\x80\x8B ") == "Ann Lee");
    CHECK(with_plain_blanks("Zo\xC3\xAB") == "Zo\xC3\xAB");
}

TEST_CASE("in numbers, dates and names they are blanks") {
    const sheet s =
        test::report_on("who;n;t\nAnn Lee;1\xC2\xA0"
                        "000\xC2\xA0;01/05/2024 5:04\xE2\x80\xAFPM\n"
                        "Ann\xC2\xA0Lee; 200;01/05/2024 5:04 PM\n",
                        R"({"separator": ";", "thousands": " ", "rep": "who", "dates": "%m/%d/%Y %I:%M %p",
                                        "events": [{"kind": "deal_won", "at": "t", "value": "n"}]})",
                        {.by = "rep", .wanted = {}, .given = {}});
    CHECK(s.rows.refused == 0);
    CHECK(s.groups == std::vector<std::string>{"Ann Lee"});
    CHECK(test::told(s, "revenue_won") == "1200/1");
}

} // namespace blanks_test
