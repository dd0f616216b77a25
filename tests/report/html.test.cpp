// SPDX-License-Identifier: MIT
// The page with the figures in it: what no text of a log may do, and where the page is looked for. What its
// readers see is tested in tests/page.
#include "show/html.hpp"

#include "program.hpp"
#include "reports.hpp"
#include "views.hpp"

#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace html_test {
namespace {

using namespace report::test;
using nlohmann::json;

std::string filled(std::string_view page, const std::vector<std::string> &reports) {
    std::ostringstream out;
    report::print_html(out, page, reports);
    return out.str();
}

/// What a log is shown by.
std::vector<std::string> shown_by(const std::string &log, const std::string &by = {}) {
    const auto open = [&] {
        std::vector<report::source> one;
        one.push_back(source_of("log.csv", log, report::load_profile("native")));
        return one;
    };
    report::request asked;
    asked.by = by;
    std::vector<std::string> all;
    for (const report::sheet &view : report::views_of(open, asked))
        all.push_back(view.by);
    return all;
}

using names = std::vector<std::string>;

} // namespace

TEST_CASE("no text ends the script element that JSON lies in, or begins a comment in it, and each reads as "
          "it was") {
    for (const char *const text :
         {"</script><script>alert(1)</script>", "<!--", "<!--<script>", "-->", "]]>", "\xE2\x80\xA8",
          "\xE2\x80\xA9", "\xE2\x80\xA7", "\xE2\x80", "\\u003c", "\"", "&lt;", "plain"}) {
        const std::string whole = json{{"name", text}}.dump(-1, ' ', false, json::error_handler_t::replace);
        const std::string safe = report::within_script(whole);
        CAPTURE(safe);
        for (const char *const unsafe : {"<", ">", "\xE2\x80\xA8", "\xE2\x80\xA9"})
            CHECK(safe.find(unsafe) == std::string::npos);
        CHECK(json::parse(safe) == json::parse(whole));
    }
    CHECK(report::within_script("a<b") == "a\\u003cb");
    CHECK(report::within_script("") == "");
}

TEST_CASE("each report has its place in the page") {
    CHECK(filled("<p><!--reports--></p>", {"{\"a\":\"<\"}", "2"}) ==
          "<p><script type=\"application/json\" class=\"report\">{\"a\":\"\\u003c\"}</script>\n"
          "<script type=\"application/json\" class=\"report\">2</script>\n</p>");
    CHECK(failure_of([] { filled("<p></p>", {"1"}); }) ==
          "--format html: kpi-report.html has no place for figures; ./examples/page/build builds it again");
}

TEST_CASE("the page is the first that lies in one of its places, the program's own folder before others") {
    const folder here;
    here.write("second.html", "the page");
    const names places{here.path() + "/first.html", here.path() + "/second.html"};
    CHECK(report::built_page(places) == "the page");
    here.write("first.html", "a nearer one");
    CHECK(report::built_page(places) == "a nearer one");
    CHECK(report::places_of_page().size() == 3);
    CHECK(report::places_of_page().front().ends_with("/kpi-report.html"));
}

TEST_CASE("without the page a sentence says which command builds it") {
    CHECK(failure_of([] { static_cast<void>(report::built_page(names{"/nowhere/kpi-report.html"})); }) ==
          "--format html: the page is not built yet: ./examples/page/build builds it, as kpi-report.html, "
          "which can lie "
          "beside the program");
}

TEST_CASE("a page shows the figures by rep and by a period, as far as the log tells them") {
    const std::string rows = "2024-01-01,deal_won,Ann\n2024-01-02,deal_lost,Ben\n";
    CHECK(shown_by("at,kind,rep\n" + rows) == names{"rep", "week"});
    CHECK(shown_by("at,kind,rep\n" + rows + "2024-06-01,deal_won,Ann\n") == names{"rep", "month"});
    CHECK(shown_by("at,kind,rep\n" + rows + "2029-06-01,deal_won,Ann\n") == names{"rep", "quarter"});
    CHECK(shown_by("at,kind\n2024-01-01,deal_won\n") == names{"", "week"});
    CHECK(shown_by("at,kind,rep\n") == names{"rep"});
}

TEST_CASE("a page shows what was asked for first, and beside a period the reps") {
    const std::string log = "at,kind,rep,source\n2024-01-01,deal_won,Ann,web\n2024-01-02,deal_lost,Ben,web\n";
    CHECK(shown_by(log, "source") == names{"source", "week"});
    CHECK(shown_by(log, "month") == names{"month", "rep"});
    CHECK(shown_by("at,kind\n2024-01-01,deal_won\n", "month") == names{"month"});
    CHECK(
        failure_of([&] { shown_by("at,kind\n2024-01-01,deal_won\n", "source"); }).starts_with("--by source"));
}

} // namespace html_test
