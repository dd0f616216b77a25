// SPDX-License-Identifier: MIT
// The program itself: options, exit codes, what goes where.
#include "program.hpp"

#include <kpi/version.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace program_test {
namespace {

using namespace report::test;
using nlohmann::json;

const std::string log_text =
    "at,kind,rep\n2024-01-01,deal_won,Ann\n2024-01-02,deal_lost,Ben\n2024-01-03,deal_lost,Ben\n";
const std::string bad_row = "2024-02-30,deal_won,Ann\n";

bool holds(const std::string &text, std::string_view part) {
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

const json *metric(const json &report, const std::string &name, const json &group = nullptr) {
    for (const json &m : report.at("metrics"))
        if (m.at("name") == name && m.at("group") == group) return &m;
    return nullptr;
}

} // namespace

TEST_CASE("without a file it shows the built-in log, and says that it is none of the user's") {
    const outcome ran = folder{}.run("");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(holds(ran.out, "built-in log of an invented team"));
    for (const char *part : {"Activity and outreach", "Leads and funnel", "Deals", "Revenue", "Customers",
                             "Win rate", "In short", "Rows ", "Left out"})
        CHECK(holds(ran.out, part));
}

TEST_CASE("the built-in log and its roster, printed and read again, give the same figures") {
    const folder here;
    const outcome sample = here.run("--print-sample");
    CHECK(sample.code == 0);
    here.write("team.csv", here.run("--print-sample-team").out);
    json printed = json::parse(here.run("- --team team.csv --format json", sample.out).out);
    json built_in = json::parse(here.run("--format json").out);
    CHECK(printed.at("source") == "standard input");
    CHECK(printed.at("metrics") == built_in.at("metrics"));
    CHECK(printed.at("rows") == built_in.at("rows"));
    CHECK(printed.at("team").at("reps") == built_in.at("team").at("reps"));
}

TEST_CASE("the manual page and the completion of shells tell every option") {
    const folder here;
    const std::string manual = here.run("--print-manual").out;
    CHECK(manual.starts_with(".TH KPI\\-REPORT 1 "));
    for (const char *const part : {".SH OPTIONS", "\\-\\-rows\\-max\\-refused\\fR \\fISHARE",
                                   "\\-h\\fR, \\fB\\-\\-help", ".SH EXAMPLES", "Exit code: 0; 2 if"})
        CHECK(holds(manual, part));
    const std::string all = here.run("--help-all").out;
    const std::string fish = here.run("--print-completion fish").out;
    for (std::size_t at = 0; (at = all.find(" --", at)) != std::string::npos; ++at) {
        const std::string name = all.substr(at + 3, all.find_first_of(" ,\n", at + 3) - at - 3);
        std::string as_roff = name;
        for (std::size_t dash = 0; (dash = as_roff.find('-', dash)) != std::string::npos; dash += 2)
            as_roff.insert(dash, "\\");
        CHECK(holds(manual, as_roff));
        if (all[at - 1] == '\n' || all[at - 1] == ' ') CHECK(holds(fish, " -l " + name + ' '));
    }
    CHECK(holds(here.run("--print-completion zsh").out, "#compdef kpi-report\n"));
    CHECK(here.run("--print-completion csh").code == 2);

    here.write("bash", here.run("--print-completion bash").out);
    here.write("my.json", "");
    const auto completed = [&](const std::string &words) {
        return here
            .run("--version >/dev/null; bash -c '. ./bash; COMP_WORDS=(kpi-report " + words +
                 "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kpi_report; echo ${COMPREPLY[*]}'")
            .out;
    };
    CHECK(completed("--for") == "--format\n");
    CHECK(completed("--format j") == "json\n");
    CHECK(completed("--by mon") == "month\n");
    CHECK(completed("--columns win_r") == "win_rate\n");
    CHECK(completed("--profile hubspot-d") == "hubspot-deals\n");
    CHECK(completed("--profile m") == "maven my.json\n");
    CHECK(completed("m") == "my.json\n");
}

TEST_CASE("help, version and lists") {
    const folder here;
    const outcome help = here.run("--help");
    CHECK(help.code == 0);
    CHECK(holds(help.out, "Examples:"));
    CHECK(holds(help.out, "--target"));
    CHECK(std::count(help.out.begin(), help.out.end(), '\n') <= 24);
    CHECK(holds(here.run("--help-all").out, "--rows-max-refused"));
    const outcome version = here.run("--version");
    CHECK(version.code == 0);
    CHECK(version.out == "kpi-report " + std::to_string(kpi::version_major) + '.' +
                             std::to_string(kpi::version_minor) + '.' + std::to_string(kpi::version_patch) +
                             '\n');
    CHECK(holds(here.run("--list-metrics").out, "\n  win_rate  (proportion, %)\n"));
    CHECK(
        holds(here.run("--list-profiles").out, "\nmaven\n         Maven Analytics, CRM Sales Opportunities"));
    CHECK(json::parse(here.run("--print-profile maven").out).contains("events"));
}

TEST_CASE("a bad row is left out, shown with its line and reason, and does not end the run") {
    const folder here;
    here.write("log.csv", log_text + bad_row);
    const std::string all = " --rows-max-refused 100%";
    const outcome ran = here.run("log.csv" + all);
    CHECK(ran.code == 0);
    CHECK(holds(ran.out, "4 read = 3 used + 1 refused"));
    CHECK(holds(ran.out, "1 row: at is no date of the form iso: \"2024-02-30\" (line 5)"));
    CHECK(
        ran.err ==
        "kpi-report: log.csv: 1 of 4 rows refused, the first at log.csv:5: at is no date of the form iso\n");
    CHECK(here.run("log.csv --strict" + all).code == 3);
    CHECK(here.run("log.csv --strict" + all).out == ran.out);
    here.write("good.csv", log_text);
    CHECK(here.run("good.csv --strict").code == 0);
}

TEST_CASE("control characters of names, cells and options never reach the screen") {
    const folder here;
    const std::string clear = "\x1B[2J";
    here.write("log" + clear + ".csv", "at,kind,rep\n2024-01-01,deal_won,A" + clear + "\n2024-01-02,c" +
                                           clear + ",B\n" + clear + ",deal_won,B\n");
    here.write("team.csv", "rep\nA" + clear + "x\n");
    const std::string file = "\"$(printf 'log\\033[2J.csv')\"";
    const auto clean = [&](const std::string &arguments) {
        const outcome ran = here.run(arguments);
        CAPTURE(arguments);
        CHECK_FALSE((ran.out + ran.err).empty());
        return (ran.out + ran.err).find('\x1B') == std::string::npos;
    };
    CHECK(clean(file + " --by rep --team team.csv --rows-max-refused 100%"));
    CHECK(clean(file));
    CHECK(clean(file + " --check-profile"));
    CHECK(clean("--inspect " + file));
    CHECK(clean("--by \"$(printf '\\033[2J')\""));
    CHECK(clean("\"$(printf '\\033[2J')\""));
}

TEST_CASE("what cannot be used ends the run with one sentence and code 2") {
    const folder here;
    here.write("log.csv", log_text);
    here.write("wrong.json", R"({"events": [{"kind": "deal_win"}]})");
    here.write("empty.csv", "");
    here.write("utf16.csv", std::string{"\xFF\xFE"
                                        "a\0b",
                                        5});
    const auto refuses = [&](const std::string &arguments, std::string_view why) {
        const outcome ran = here.run(arguments);
        CAPTURE(arguments);
        CAPTURE(ran.err);
        return ran.code == 2 && ran.out.empty() && ran.err.starts_with("kpi-report: ") &&
               ran.err.find('\n') == ran.err.size() - 1 && ran.err.find(why) != std::string::npos;
    };
    CHECK(refuses("nowhere.csv", "nowhere.csv: cannot be opened"));
    CHECK(refuses(".", ".: is a directory"));
    CHECK(refuses("empty.csv", "is empty"));
    CHECK(refuses("utf16.csv", "UTF-16"));
    CHECK(refuses("log.csv --profile nowhere.json", "nowhere.json: cannot be opened"));
    CHECK(refuses("log.csv --profile .", "is a directory"));
    CHECK(refuses("log.csv --profile wrong.json",
                  "wrong.json: /events/0/kind: \"deal_win\" is no kind of event, did you mean \"deal_won\""));
    CHECK(refuses("log.csv --profile maven", "log.csv:1: the header has no column"));
    CHECK(refuses("--profile maven", "a file is wanted"));
    CHECK(refuses("log.csv --by rpe", "rpe"));
    CHECK(refuses("log.csv --format xml", "xml"));
    CHECK(refuses("log.csv --target win_rat=3%", "did you mean \"win_rate\"?"));
    CHECK(refuses("log.csv --given customer=3", "did you mean \"customers\"?"));
    CHECK(refuses("log.csv other.csv", "other.csv"));
    CHECK(refuses("log.csv --as-of 2024-02-30", "a date is wanted here"));
    CHECK(refuses("log.csv --window 30", "such as 30d or 4w"));
    CHECK(refuses("log.csv --maturity soon", "--maturity soon"));
    CHECK(refuses("log.csv --utc-offset 2", "such as +02:00"));
    CHECK(refuses("log.csv --by channel",
                  "--by channel: no column of log.csv says it: the profile would have to name one"));
    CHECK(refuses("log.csv --team nowhere.csv", "nowhere.csv: cannot be opened"));
    CHECK(refuses("log.csv --team log.csv", "log.csv:1: there is no column \"at\" here"));
    CHECK(refuses("log.csv --team -", "--team -: a file is wanted here"));
    CHECK(refuses("log.csv --targets -", "--targets -: a file is wanted here"));
    CHECK(refuses("log.csv --by team", "--by team: a roster is wanted with it, --team FILE"));
    CHECK(refuses("--nonsense", "--nonsense"));
    CHECK(refuses("--print-profile mavn", "did you mean \"maven\"?"));
}

TEST_CASE("a report that cannot be written is not a success") {
    const folder here;
    if (!std::filesystem::exists("/dev/full")) return;
    const outcome ran = here.run("--print-sample >/dev/full; echo $?");
    CHECK(ran.out == "2\n");
}

TEST_CASE("JSON: exact integers, the value in its unit, null for what is absent") {
    const folder here;
    here.write("log.csv", log_text);
    const outcome ran = here.run("log.csv --format json --by rep --target win_rate=50% --target deals_won=2");
    REQUIRE(ran.code == 0);
    const json report = json::parse(ran.out);
    CHECK(report.at("source") == "log.csv");
    CHECK(report.at("profile") == "native");
    CHECK(report.at("by") == "rep");
    CHECK(report.at("first_day") == "2024-01-01");
    CHECK(report.at("events") == json{{"deal_won", 1}, {"deal_lost", 2}});
    CHECK(report.at("rows").at("read") == 3);

    const json *win_rate = metric(report, "win_rate");
    REQUIRE(win_rate != nullptr);
    CHECK(win_rate->at("kind") == "proportion");
    CHECK(win_rate->at("unit") == "%");
    CHECK(win_rate->at("numerator") == 1);
    CHECK(win_rate->at("denominator") == 3);
    CHECK(win_rate->at("value") == 33.333333);
    CHECK(win_rate->at("n") == 3);
    CHECK(win_rate->at("saturated") == false);
    CHECK(win_rate->at("attainment") == json{{"numerator", 100}, {"denominator", 150}, {"value", 0.666667}});

    const json *of_ben = metric(report, "win_loss_ratio", "Ben");
    REQUIRE(of_ben != nullptr);
    CHECK(of_ben->at("value") == 0.0);
    const json *of_ann = metric(report, "win_loss_ratio", "Ann");
    REQUIRE(of_ann != nullptr);
    CHECK(of_ann->at("numerator") == 1);
    CHECK(of_ann->at("denominator") == 0);
    CHECK(of_ann->at("value").is_null());

    CHECK(metric(report, "deals_won")->at("value") == 1);
    CHECK(metric(report, "deals_won")->at("target").at("value") == 2.0);
    CHECK(metric(report, "deals_won", "Ann")->at("target").is_null());
    CHECK(metric(report, "calls") == nullptr);
    bool left_out = false;
    for (const json &m : report.at("left_out"))
        left_out |= m.at("name") == "calls" && m.at("needs_one_of_each").at(0).at(0) == "conversation";
    CHECK(left_out);
}

TEST_CASE("JSON: periods, quantiles, pairs, and what is not looked at") {
    const folder here;
    here.write("log.csv", "at,kind,deal\n2024-01-01,opportunity,a\n2024-01-11,deal_won,a\n"
                          "2024-02-01,opportunity,b\n2024-02-29,opportunity,c\n2024-03-31,deal_won,b\n");
    const outcome ran = here.run("log.csv --format json --by month --as-of 2024-03-30 --maturity 30d");
    REQUIRE(ran.code == 0);
    const json report = json::parse(ran.out);
    CHECK(report.at("as_of") == "2024-03-30");
    CHECK(report.at("from").is_null());
    CHECK(report.at("events_out_of_time") == json{{"before", 0}, {"after", 1}, {"without_date", 0}});
    CHECK(report.at("rows").at("out_of_time") == 1);
    CHECK(report.at("groups").at(0) == json{{"name", "2024-01"}, {"mark", nullptr}});
    CHECK(metric(report, "opportunities_created", "2024-02")->at("growth") == 100.0);
    CHECK(metric(report, "sales_cycle_quantiles")->at("value") == 10.0);
    CHECK(metric(report, "sales_cycle_quantiles")->at("max") == 10.0);
    CHECK(metric(report, "sales_cycle_length")->at("numerator") == 10);
    CHECK(metric(report, "cohort_win_rate")->at("numerator") == 1);
    CHECK(metric(report, "cohort_win_rate")->at("denominator") == 3);
}

TEST_CASE("a window ends with the last day of the log, unless another day is asked for") {
    const folder here;
    here.write("log.csv", log_text);
    CHECK(holds(here.run("log.csv --window 2d").out, "3 read = 2 used + 1 of times that are not looked at"));
    CHECK(holds(here.run("log.csv --window 1d --as-of 2024-01-01").out, "nothing before 2024-01-01"));
    CHECK(holds(here.run("- --window 1d --as-of 2024-01-01", log_text).out, "3 read = 1 used"));
    CHECK(holds(here.run("--window 1w").out, "as of 2024-03-30, nothing before 2024-03-24"));
}

TEST_CASE("JSON: the account of refused rows, and names that are no UTF-8") {
    const folder here;
    here.write("log.csv", "at,kind,rep\n2024-01-01,deal_won,\xFF\n2024-01-01,deal_wn,Ann\n");
    const outcome ran = here.run("log.csv --format json --by rep --rows-max-refused 50%");
    REQUIRE(ran.code == 0);
    const json report = json::parse(ran.out);
    const json &reason = report.at("rows").at("reasons").at(0);
    CHECK(reason.at("reason") == "kind \"deal_wn\" is no kind of event");
    CHECK(reason.at("rows") == 1);
    CHECK(reason.at("first_lines") == json::array({3}));
    CHECK(metric(report, "deals_won", "\xEF\xBF\xBD") != nullptr);
}

TEST_CASE("colour and progress are for terminals, and there is none here") {
    const folder here;
    CHECK(here.run("").out.find('\x1B') == std::string::npos);
    if (std::system("script -qec true /dev/null >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: script(1) is not there to play a terminal");
        return;
    }
    const auto coloured = [](const std::string &variables) {
        const std::string command = "TERM=xterm " + variables +
                                    " script -qec \"'" KPI_REPORT
                                    "'\" /dev/null </dev/null | grep -q '\x1B\\[1m'";
        return std::system(command.c_str()) == 0;
    };
    CHECK(coloured("NO_COLOR="));
    CHECK_FALSE(coloured("NO_COLOR=1"));
    CHECK_FALSE(coloured("TERM=dumb"));
}

TEST_CASE("a target is shown with what was reached of it, above 100 % too") {
    const folder here;
    here.write("log.csv", log_text);
    const outcome ran = here.run("log.csv --target win_rate=25% --target deals_won=4x5");
    CHECK(holds(ran.out, "target 25.0 %, 133.3 % of it"));
    CHECK(holds(ran.out, "target 20, 5.0 % of it"));
}

TEST_CASE("without --all every metric is told once, by its title; with it, of each group and by its name") {
    const folder here;
    here.write("log.csv", log_text);
    const std::string folded = here.run("log.csv --by rep").out, all = here.run("log.csv --by rep --all").out;
    CHECK(holds(folded, "  Win rate "));
    CHECK_FALSE(holds(folded, "win_rate"));
    CHECK(holds(all, "  win_rate "));
    CHECK(holds(all, "\n    Ben "));
    CHECK(folded.size() < all.size());
}

TEST_CASE("the page is as wide as COLUMNS says, and has no sign beyond ASCII where that is wanted") {
    const folder here;
    const auto widest = [&](const std::string &columns) {
        std::size_t most = 0;
        std::istringstream lines{here.run("--by rep", {}, "COLUMNS=" + columns).out};
        lines.ignore(200, '\n'); // what was read, and how
        for (std::string line; std::getline(lines, line) && line != "Activity and outreach";)
            most = std::max(most, line.size());
        return most;
    };
    CHECK(widest("60") <= 60);
    CHECK(widest("200") > 100);
    const std::string ascii = here.run("--by month --ascii").out;
    CHECK(
        std::all_of(ascii.begin(), ascii.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }));
}

TEST_CASE("for spreadsheets: a row a figure, and no name that would run as a formula") {
    const folder here;
    here.write("log.csv", "at,kind,rep\n2024-01-01,deal_won,=1+2\n2024-01-02,deal_lost,\"B, en\"\n");
    const std::string csv = here.run("log.csv --by rep --format csv").out;
    CHECK(csv.starts_with(
        "metric,title,group,value,unit,currency,numerator,denominator,n,low,high,better,stands,"
        "target,target_to,verdict\n"));
    CHECK(holds(csv, "\nwin_rate,Win rate,,50,%,,1,2,2,"));
    CHECK(holds(csv, "\nwin_rate,Win rate,'=1+2,100,%,,1,1,1,"));
    CHECK(holds(csv, "\nwin_rate,Win rate,\"B, en\",0,%,,0,1,1,"));
    CHECK(holds(csv, "\nwin_loss_ratio,Win loss ratio,'=1+2,,")); // absent
}

TEST_CASE("columns and levels of ranges that there are not are refused") {
    const folder here;
    here.write("log.csv", log_text);
    CHECK(here.run("log.csv --by rep --columns win_rat").err ==
          "kpi-report: --columns win_rat: is no metric, did you mean \"win_rate\"?\n");
    CHECK(holds(here.run("log.csv --confidence 10%").err, "--confidence 10%: a level from 50%"));
    CHECK(holds(here.run("log.csv --confidence 100%").err, "--confidence 100%"));
    CHECK(here.run("log.csv --confidence 0.9").code == 0);
    CHECK(here.run("log.csv --anytime").code == 0);
    CHECK(here.run("log.csv --to-act-on").code == 0);
    CHECK(holds(here.run("log.csv --to-act-on --format csv").err, "--to-act-on lists cases as text or json"));
    CHECK(
        holds(here.run("log.csv --anytime --window 30d").err, "--anytime: wants counts since a fixed start"));
    CHECK(holds(here.run("log.csv --anytime --compare rep:Ann=Ben").err, "--anytime: --compare tests"));
    CHECK(json::parse(here.run("log.csv --confidence 90% --format json").out).at("confidence") == 0.9);
}

TEST_CASE("whatever memory rows may take, the report is the same to the byte") {
    const folder here;
    for (const std::string by : {"", " --by rep", " --by source", " --by month"}) {
        const outcome ran = here.run("--format json --memory 1G" + by);
        CHECK(ran.code == 0);
        CHECK(here.run("--format json --memory 1M" + by).out == ran.out);
        CHECK(here.run("--format json" + by).out == ran.out);
    }
    for (const std::string size : {"512", "0M", "M", "1.5G", "-1G", "1K", "9999999999999G"})
        CHECK(here.run("--memory " + size).err ==
              "kpi-report: --memory " + size + ": a size is wanted here, such as 512M or 2G\n");
}

TEST_CASE("rows that neither memory nor the disk holds are one sentence, and no figure") {
    const folder here;
    const std::string limit = "ulimit -f 100; export TMPDIR=.; ";
    const outcome ran = here.run("--memory 1M", {}, limit);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err ==
          "kpi-report: rows that are more than --memory have to be kept, in a file in .: File too large\n");
    CHECK(here.run("--memory 1G", {}, limit).code == 0);

    const outcome piped = here.run("- --window 7d", here.run("--print-sample").out, limit);
    CHECK(piped.code == 2);
    CHECK(piped.out.empty());
    CHECK(piped.err == "kpi-report: standard input: has to be kept to be read a second time, in a file in .: "
                       "File too large\n");
}

} // namespace program_test
