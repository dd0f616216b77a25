// SPDX-License-Identifier: MIT
// OpenMetrics text, read by a parser that takes nothing that the format does not allow.
#include "show/open_metrics.hpp"

#include "program.hpp"
#include "reports.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace open_metrics_test {
namespace {

using namespace report;
using namespace report::test;

using labels = std::map<std::string, std::string>;

/// A text of gauges, as OpenMetrics 1.0 has it; throws where it is not that.
class exposition {
public:
    struct family {
        std::string help, unit;
        std::map<labels, double> samples;
    };
    std::map<std::string, family> families;

    explicit exposition(const std::string &text) : rest_{text} {
        while (!take("# EOF\n"))
            read_family();
        want(rest_.empty(), "nothing follows the end");
    }
    /// NaN where there is no such sample.
    [[nodiscard]] double operator()(const std::string &name, const labels &of = {}) const {
        const auto found = families.find(name);
        if (found == families.end()) return std::nan("");
        const auto one = found->second.samples.find(of);
        return one != found->second.samples.end() ? one->second : std::nan("");
    }

private:
    static void want(bool so, const std::string &what) {
        if (!so) throw std::runtime_error{what};
    }
    bool take(std::string_view what) {
        if (!rest_.starts_with(what)) return false;
        rest_.remove_prefix(what.size());
        return true;
    }
    void need(std::string_view what) {
        want(take(what), '"' + std::string{what} + "\" before " + std::string{rest_.substr(0, 60)});
    }
    std::string name(bool of_label) {
        std::size_t n = 0;
        const auto is = [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                   (n > 0 && c >= '0' && c <= '9') || (!of_label && c == ':');
        };
        while (n < rest_.size() && is(rest_[n]))
            ++n;
        want(n > 0, "a name before " + std::string{rest_.substr(0, 60)});
        const std::string found{rest_.substr(0, n)};
        rest_.remove_prefix(n);
        return found;
    }
    /// Up to a character that is not escaped.
    std::string escaped(char end) {
        std::string text;
        while (true) {
            want(!rest_.empty() && (rest_[0] != '\n' || end == '\n'), "an end of the text");
            const char c = rest_[0];
            rest_.remove_prefix(1);
            if (c == end) return text;
            want(c != '"', "an escaped quote");
            if (c != '\\') {
                text += c;
                continue;
            }
            const char which = rest_.empty() ? ' ' : rest_[0];
            want(which == '\\' || which == '"' || which == 'n', "a known escape");
            text += which == 'n' ? '\n' : which;
            rest_.remove_prefix(1);
        }
    }
    double number() {
        std::size_t n = 0;
        while (n < rest_.size() &&
               std::string_view{"+-0123456789.e"}.find(rest_[n]) != std::string_view::npos)
            ++n;
        const std::string text{rest_.substr(0, n)};
        std::size_t read = 0;
        const double value = std::stod(text, &read);
        want(read == n && std::isfinite(value), "a number");
        rest_.remove_prefix(n);
        return value;
    }
    void read_family() {
        need("# HELP ");
        const std::string of = name(false);
        want(!families.contains(of), of + " is there twice");
        for (const std::string_view suffix : {"_total", "_created", "_count", "_sum", "_bucket", "_info"})
            want(!of.ends_with(suffix), of + " ends like another type");
        family &mine = families[of];
        need(" ");
        mine.help = escaped('\n');
        need("# TYPE " + of + " gauge\n");
        if (take("# UNIT ")) {
            need(of + ' ');
            mine.unit = name(true);
            want(!mine.unit.empty() && of.ends_with('_' + mine.unit), of + " ends with its unit");
            need("\n");
        }
        while (!rest_.starts_with('#')) {
            need(of);
            labels with;
            if (take("{")) do {
                    const std::string label = name(true);
                    need("=\"");
                    want(!label.starts_with("__"), label);
                    want(with.emplace(label, escaped('"')).second, label + " is there twice");
                } while (take(","));
            if (!with.empty()) need("}");
            need(" ");
            want(mine.samples.emplace(with, number()).second, of + " has a sample twice");
            need("\n");
        }
        want(!mine.samples.empty(), of + " has samples");
    }

    std::string_view rest_;
};

bool is_of_range(const std::string &family) {
    return family.find("_low") != std::string::npos || family.find("_high") != std::string::npos;
}
std::string text_of(const sheet &s) {
    std::ostringstream text;
    print_open_metrics(text, s);
    return text.str();
}
const std::string sold = "at,kind,rep,deal,value,currency\n2024-01-01,opportunity,Ann,a,,\n"
                         "2024-01-05,deal_won,Ann,a,7.50,EUR\n2024-01-05,deal_won,Ben,b,10,USD\n"
                         "2024-01-06,deal_lost,Ben,c,,\n";
request by(std::string what) {
    request asked;
    asked.by = std::move(what);
    return asked;
}

} // namespace

TEST_CASE("the parser of this test takes no text that is not OpenMetrics") {
    const std::string good = "# HELP a_ratio x\\n\n# TYPE a_ratio gauge\n# UNIT a_ratio ratio\n"
                             "a_ratio{b=\"c\\\"\\\\\"} 0.5\na_ratio 1\n# EOF\n";
    CHECK(exposition{good}("a_ratio", {{"b", "c\"\\"}}) == 0.5);
    const auto is_refused = [&](std::string_view part, std::string_view in_its_place) {
        std::string bad = good;
        bad.replace(bad.find(part), part.size(), in_its_place);
        CAPTURE(bad);
        try {
            exposition{bad};
        } catch (const std::exception &) {
            return true;
        }
        return false;
    };
    CHECK(is_refused("# EOF\n", "# EOF"));
    CHECK(is_refused("# EOF\n", "# EOF\n\n"));
    CHECK(is_refused("a_ratio 1", "a_ratio  1"));
    CHECK(is_refused("a_ratio 1", "b_ratio 1"));
    CHECK(is_refused("a_ratio 1", "a_ratio{b=\"c\\\"\\\\\"} 1"));
    CHECK(is_refused("a_ratio 1", "a_ratio NaN"));
    CHECK(is_refused("a_ratio 1", "a_ratio{c=\"\\x\"} 1"));
    CHECK(is_refused("a_ratio 1", "a_ratio{c=\"a\",c=\"b\"} 1"));
    CHECK(is_refused("a_ratio 1", "a_ratio 1\n\n"));
    CHECK(is_refused("ratio ratio", "ratio seconds"));
    CHECK(is_refused("gauge", "counter"));
}

TEST_CASE("shares are of 1 and times in seconds, with labels for groups and currencies") {
    const exposition all{text_of(report_on(sold, by("rep")))};
    CHECK(all("kpi_win_rate_ratio") == doctest::Approx(2 / 3.0));
    CHECK(all("kpi_win_rate_ratio", {{"by", "rep"}, {"group", "Ben"}}) == 0.5);
    CHECK(all("kpi_win_rate_numerator", {{"by", "rep"}, {"group", "Ben"}}) == 1);
    CHECK(all("kpi_win_rate_denominator", {{"by", "rep"}, {"group", "Ben"}}) == 2);
    CHECK(all("kpi_sales_cycle_length_seconds") == 4 * 86400);
    CHECK(all("kpi_revenue_won", {{"currency", "EUR"}}) == 7.5);
    CHECK(all("kpi_revenue_won", {{"by", "rep"}, {"group", "Ben"}, {"currency", "USD"}}) == 10);
    CHECK(all("kpi_deals_won") == 2);
    CHECK(all.families.at("kpi_win_rate_ratio").unit == "ratio");
    CHECK(all.families.at("kpi_win_rate_ratio").help == "Deals won of deals settled. [+]");
    CHECK(all.families.at("kpi_deals_won").unit.empty());
    CHECK(std::isnan(all("kpi_win_loss_ratio", {{"by", "rep"}, {"group", "Ann"}}))); // absent
}

TEST_CASE("what a metric is a part of is a label, and stages are one family") {
    const sheet touched = report_on("at,kind,deal,prospect\n2024-01-01,conversation,,p\n"
                                    "2024-01-02,email_sent,,p\n2024-01-03,deal_won,a,p\n");
    CHECK(exposition{text_of(touched)}("kpi_touches_per_won_deal", {{"part", "phone"}}) == 1);
    const sheet staged =
        report_on("Stage,At\nNew: \"x\",2024-01-01\nOld\\,2024-01-02\nOld\\,2024-01-02\n",
                  R"({"at": "At", "stage": "Stage", "quoting": "none", "events": [{"kind": "call"}]})");
    CHECK(exposition{text_of(staged)}("kpi_now_in_stage_ratio", {{"part", "Old\\"}}) ==
          doctest::Approx(2 / 3.0));
    CHECK(exposition{text_of(staged)}("kpi_now_in_stage_denominator", {{"part", "New: \"x\""}}) == 3);
}

TEST_CASE("names of anybody's are escaped, and groups that would read the same have different labels") {
    const sheet s = report_on("at,kind,rep,source\n2024-01-01,deal_won,\"a, b\",c\n"
                              "2024-01-01,deal_won,a,\"b, c\"\n2024-01-01,deal_won,\"A \"\"x\"\"\n\\y\",c\n"
                              "2024-01-01,deal_won,\xff,d\n2024-01-01,deal_won,\xfe,d\n",
                              by("rep,source"));
    const exposition all{text_of(s)};
    for (const char *const group :
         {"a, b, c", "a, b, c (2)", "A \"x\"\n\\y, c", "\xef\xbf\xbd, d", "\xef\xbf\xbd, d (2)"}) {
        CAPTURE(group);
        CHECK(all("kpi_deals_won", {{"by", "rep,source"}, {"group", group}}) == 1);
    }
}

TEST_CASE("two metrics of one name in there have two families, and what is saturated has no value") {
    const auto line_of = [](std::string name, std::string_view kind, std::string_view unit,
                            std::uint32_t scale) {
        line l;
        l.how.name = std::move(name), l.how.kind = kind, l.how.unit = unit, l.how.scale = scale;
        l.total.exact = {1, 4};
        return l;
    };
    sheet s;
    s.chapters.push_back(
        {"Of mine", {line_of("a", "proportion", "%", 100), line_of("a_ratio", "ratio", "each", 1)}});
    s.chapters[0].lines.push_back(line_of("b", "count", "calls", 1));
    s.chapters[0].lines[2].total.exact = {std::numeric_limits<std::uint64_t>::max(), 1};
    s.chapters[0].lines[2].total.saturated = true;
    const exposition all{text_of(s)};
    CHECK(all("kpi_a_ratio") == 0.25);
    CHECK(all("kpi_a_ratio_other") == 0.25);
    CHECK(all("kpi_saturated", {{"figure", "b"}}) == 1);
    CHECK_FALSE(all.families.contains("kpi_b"));
    CHECK(text_of({}) == "# EOF\n");
}

TEST_CASE("every value that JSON has is there, and no other") {
    const folder here;
    here.write("sold.csv", sold);
    for (const std::string asked :
         {"", "--by rep --target win_rate=25%", "--by month", "--by rep,source", "sold.csv --by currency",
          "--given cost=1000 --business-hours 'Mon-Fri 09:00-17:00'"}) {
        CAPTURE(asked);
        const outcome ran = here.run(asked + " --format openmetrics");
        REQUIRE(ran.code == 0);
        std::size_t samples = 0, values = 0;
        const exposition all{ran.out};
        for (const auto &[name, family] : all.families)
            if (!name.ends_with("_numerator") && !name.ends_with("_denominator") && !is_of_range(name))
                samples += family.samples.size();
        const auto report = nlohmann::json::parse(here.run(asked + " --format json").out);
        for (const auto &metric : report.at("metrics"))
            values += !metric.at("value").is_null();
        values += report.at("stages").size();
        CHECK(samples == values);
        CHECK(samples > 20);
    }
}

TEST_CASE("ranges are in the unit of their figures: of shares without open cases, and of medians") {
    std::string rows = "at,kind,rep,deal\n";
    for (int i = 10; i < 30; ++i) {
        const std::string deal = ",Ann,d" + std::to_string(i) + '\n', day = std::to_string(i);
        rows +=
            "2024-01-01,opportunity" + deal + "2024-01-" + day + (i < 15 ? ",deal_lost" : ",deal_won") + deal;
    }
    const auto range_of = [](const exposition &all, const std::string &name, const std::string &unit) {
        return std::pair{all(name + "_low_" + unit), all(name + "_high_" + unit)};
    };
    const exposition closed{text_of(report_on(rows))};
    const auto rate = range_of(closed, "kpi_win_rate", "ratio"); // Wilson of 15 of 20, as tables have it
    CHECK(rate.first == doctest::Approx(0.5313).epsilon(0.001));
    CHECK(rate.second == doctest::Approx(0.8881).epsilon(0.001));
    const auto median = range_of(closed, "kpi_sales_cycle_quantiles", "seconds"); // ranks 4 and 12 of 15
    CHECK(median.first == doctest::Approx(17 * 86400).epsilon(0.01));
    CHECK(median.second == doctest::Approx(25 * 86400).epsilon(0.01));
    const exposition open{text_of(report_on(rows + "2024-01-05,opportunity,Ann,d30\n"))};
    CHECK(open("kpi_cohort_win_rate_ratio") > 0);
    CHECK(std::isnan(open("kpi_cohort_win_rate_low_ratio")));
    CHECK(open.families.at("kpi_win_rate_low_ratio").unit == "ratio");
}

TEST_CASE("what README shows of it is printed") {
    std::ifstream readme{KPI_ROOT "/examples/report/README.md"};
    const std::string printed = folder{}.run("--by rep --format openmetrics").out;
    std::size_t shown = 0;
    for (std::string line; std::getline(readme, line);)
        if (line.starts_with("    kpi_") || line.starts_with("    # ")) {
            CAPTURE(line);
            CHECK(printed.find(line.substr(4) + '\n') != std::string::npos);
            ++shown;
        }
    CHECK(shown == 7);
}

TEST_CASE("a log of which nothing can be told is the end alone, and an explanation is no OpenMetrics") {
    const folder here;
    here.write("bad.csv", "at,kind\nnever,call\n");
    const outcome ran = here.run("bad.csv --format openmetrics");
    CHECK(ran.code == 3);
    CHECK(ran.out == "# EOF\n");
    CHECK(here.run("--format openmetrics --explain win_rate").err ==
          "kpi-report: --format openmetrics: an explanation is text or csv\n");
    CHECK(here.run("--format openmetrics --compare rep:Ada=Finn").code == 2);
}

TEST_CASE("promtool accepts the report") {
    if (std::system("promtool --version >/dev/null 2>&1") != 0) {
        MESSAGE("promtool was not found (Debian: prometheus): the text is not checked by it");
        return;
    }
    std::FILE *const lint = popen("promtool check metrics", "w");
    REQUIRE(lint != nullptr);
    const std::string text = folder{}.run("--by rep --format openmetrics").out;
    CHECK(std::fwrite(text.data(), 1, text.size(), lint) == text.size());
    CHECK(pclose(lint) == 0);
}

} // namespace open_metrics_test
