// SPDX-License-Identifier: MIT
// What no small log can bring about: counters at their limit.
#include "show/json.hpp"

#include "show/text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <sstream>
#include <utility>

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
