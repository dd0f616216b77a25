// SPDX-License-Identifier: MIT
// kpi-report: the scorecard of an event log, or of a CRM's or dialer's export.

#include "failure.hpp"
#include "figures/metrics_known.hpp"
#include "figures/target.hpp"
#include "inspect/check.hpp"
#include "inspect/inspect.hpp"
#include "profile/date_format.hpp"
#include "profile/event.hpp"
#include "profile/fitting.hpp"
#include "profile/nearest.hpp"
#include "profile/number.hpp"
#include "profile/periods.hpp"
#include "profile/profile.hpp"
#include "profile/zone.hpp"
#include "read/byte_source.hpp"
#include "run.hpp"
#include "sample_log.hpp"
#include "short_help.hpp"
#include "show/compared.hpp"
#include "show/csv.hpp"
#include "show/explained.hpp"
#include "show/html.hpp"
#include "show/json.hpp"
#include "show/lists.hpp"
#include "show/open_metrics.hpp"
#include "show/printable.hpp"
#include "show/terminal.hpp"
#include "show/text.hpp"
#include "views.hpp"
#include <kpi/version.hpp>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <initializer_list>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

constexpr int success = 0, cannot_run = 2, rows_were_refused = 3;
constexpr std::size_t longest_told = 2000; ///< characters of a message

struct options {
    std::string file;
    std::vector<std::string> reads;
    std::string team;
    std::string profile; ///< without it the one that fits
    std::string by;
    std::string explain;
    std::string format{"text"};
    std::vector<std::string> where, targets, givens;
    std::string target_file, benchmarks;
    std::string as_of, window, maturity, utc_offset, zone, covers;
    std::vector<std::string> business_hours;
    std::string holidays;
    std::string most_refused{"10%"};
    std::string columns, compare, confidence{"95%"};
    std::string memory;
    std::string week_starts{"monday"}, fiscal_year_starts{"january"};
    std::size_t top{1};
    std::size_t threads{std::clamp(std::thread::hardware_concurrency(), 1u, 8u)};
    bool strict{}, print_sample{}, print_sample_team{}, list_metrics{}, list_kinds{}, list_profiles{},
        check_profile{}, inspect{}, all{}, verdicts{}, to_act_on{}, anytime{}, ascii{}, plain{};
    std::string print_profile;
};

std::string version_text() {
    return "kpi-report " + std::to_string(kpi::version_major) + '.' + std::to_string(kpi::version_minor) +
           '.' + std::to_string(kpi::version_patch);
}

void describe(CLI::App &app, options &o) {
    app.get_formatter()->column_width(28);
    app.set_version_flag("--version", version_text(), "Print the version.");
    app.set_help_flag("-h,--help", "Print what most people need, on one screen.");
    app.set_help_all_flag("--help-all", "Print all options.");
    app.add_option("file", o.file, "A log as CSV, or - for standard input. Without it: a built-in log.")
        ->type_name("FILE");
    app.add_option(
           "--profile", o.profile,
           "What the columns are: a built-in profile's name, or a JSON file; without it the one that fits.")
        ->type_name("NAME|FILE");
    app.add_option("--read", o.reads,
                   "Another file, and its profile; repeatable. Cases are joined by their ids.")
        ->type_name("PROFILE=FILE")
        ->allow_extra_args(false);
    app.add_option("--team", o.team,
                   "Who sells, as CSV: rep, aliases, role, team, quota, quota_unit, from, to, hours.")
        ->type_name("FILE");
    app.add_option("--by", o.by,
                   "Show every figure also for each of these: rep, source, month, ..., or several, as "
                   "rep,month.")
        ->type_name("NAME[,NAME]");
    app.add_option("--where", o.where, "Look only at cases and acts of these, as source=web; repeatable.")
        ->type_name("NAME=GROUP")
        ->allow_extra_args(false);
    app.add_option("--as-of", o.as_of, "The last day to look at; without it, the last one of the log.")
        ->type_name("DATE");
    app.add_option("--window", o.window, "Only the last so many days (30d) or weeks (4w) up to that day.")
        ->type_name("LENGTH");
    app.add_option("--maturity", o.maturity,
                   "How long each of a cohort is given; who is younger is out of it.")
        ->type_name("LENGTH");
    app.add_option("--week-starts", o.week_starts, "The first day of a week; monday by default.")
        ->type_name("DAY");
    app.add_option(
           "--fiscal-year-starts", o.fiscal_year_starts,
           "The first month of a fiscal year; january by default. FY2025 is the one that ends in 2025.")
        ->type_name("MONTH");
    app.add_option("--utc-offset", o.utc_offset,
                   "Where the user lives, as +02:00: times with a zone, and epochs, are moved there.")
        ->type_name("OFFSET");
    app.add_option("--zone", o.zone,
                   "Where the user lives, as Europe/Berlin: the same, with daylight saving.")
        ->type_name("NAME");
    app.add_option(
           "--business-hours", o.business_hours,
           "Tell how long leads wait by these hours, too, as \"Mon-Fri 09:00-17:30, Sat 10:00-14:00\".")
        ->type_name("HOURS")
        ->allow_extra_args(false);
    app.add_option("--holidays", o.holidays, "Days off of these hours: a file with a date on each line.")
        ->type_name("FILE");
    app.add_option("--top", o.top, "With --by rep: how many reps are superstars.")
        ->check(CLI::PositiveNumber.description(""))
        ->type_name("N");
    app.add_option("--explain", o.explain,
                   "What a figure is made of, row by row, and what of its kind is not in it and why; "
                   "--format csv has all rows.")
        ->type_name("METRIC[:GROUP]");
    app.add_flag("--all", o.all, "Print every figure of every group, by the names that options take.");
    app.add_option(
           "--columns", o.columns,
           "With --by: the metrics of the table, as win_rate,deals_won; without it what is asked first.")
        ->type_name("METRIC[,METRIC]");
    app.add_option("--compare", o.compare,
                   "Two groups against each other, as rep:Ann=Ben or month:2024-01=2024-02.")
        ->type_name("NAME:GROUP=GROUP");
    app.add_option("--confidence", o.confidence, "Of the ranges: 95% by default.")->type_name("LEVEL");
    app.add_flag("--anytime", o.anytime,
                 "Ranges of shares that hold however often one looks, as at a wallboard; nothing is tested.");
    app.add_flag("--ascii", o.ascii, "Print no marks but those of ASCII.");
    app.add_flag("--plain", o.plain, "Print sentences in place of tables, to be heard.");
    app.add_option("--format", o.format,
                   "text for people, html for a page with charts, json for programs, csv for spreadsheets, "
                   "openmetrics for Prometheus.")
        ->check(CLI::IsMember({"text", "html", "json", "csv", "openmetrics"}).description(""))
        ->type_name("FORMAT");
    app.add_option("--target", o.targets, "What a metric should reach; repeatable.")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    app.add_option("--targets", o.target_file,
                   "Many targets, and when each holds, as CSV: metric, target, from, to.")
        ->type_name("FILE");
    app.add_option("--benchmarks", o.benchmarks,
                   "What others publish, for metrics without a target of yours: openview, frontspin, "
                   "frontspin-bant.")
        ->type_name("NAME[,NAME]");
    app.add_flag("--verdicts", o.verdicts,
                 "Print how each figure stands to its target: below, within, above, or not enough data.");
    app.add_flag("--to-act-on", o.to_act_on,
                 "List the ten greatest open deals that are too old or overdue, and leads that wait.");
    app.add_option("--given", o.givens, "A figure that no log has, for metrics that need it; repeatable.")
        ->type_name("NAME=NUMBER")
        ->allow_extra_args(false);
    app.add_option(
           "--covers", o.covers,
           "What the log is known to cover, as 2024-01-01..2024-06-30: the months of it are complete.")
        ->type_name("DATE..DATE");
    app.add_option("--rows-max-refused", o.most_refused,
                   "If a greater share of a file's rows cannot be read, show no figure and exit with 3; 10% "
                   "by default.")
        ->type_name("SHARE");
    app.add_option("--memory", o.memory,
                   "How much memory rows may take, as 512M or 2G; what is more goes to a file without a name "
                   "in $TMPDIR, or /tmp. By default half of the machine's.")
        ->type_name("SIZE");
    app.add_option("--threads", o.threads,
                   "How many threads read; as many as there are processors by default, at most 8.")
        ->check(CLI::Range(1, 255).description(""))
        ->type_name("N");
    app.add_flag("--strict", o.strict, "Exit with 3 if any row was refused.");
    app.add_flag("--inspect", o.inspect,
                 "Show what the file is, and print a profile to start from: what is told goes to the screen, "
                 "the profile to standard output.");
    app.add_flag("--check-profile", o.check_profile,
                 "Show what the profile makes of the file's first rows, and what it does not understand.");
    app.add_flag("--list-metrics", o.list_metrics, "Print all metrics, what they mean and what they need.");
    app.add_flag("--list-kinds", o.list_kinds, "Print all kinds of event, and what they mean.");
    app.add_flag("--list-profiles", o.list_profiles, "Print the built-in profiles, and what they read.");
    app.add_option("--print-profile", o.print_profile, "Print a built-in profile, to make one's own of it.")
        ->type_name("NAME");
    app.add_flag("--print-sample", o.print_sample, "Print the built-in log: the native format.");
    app.add_flag("--print-sample-team", o.print_sample_team, "Print the roster of the built-in log.");
    app.footer(
        "PART is rep, channel, location, product, source or grade, as far as the profile tells it, role or "
        "team, as --team tells them,\n"
        "or day, week, month, quarter, year, fiscal_quarter, fiscal_year or 30d: then with the growth from "
        "one to the next.\n"
        "A target is a number in the metric's unit: win_rate=25% or =0.25, net_promoter_score=40, "
        "calls=3000,\n"
        "calls=60x21 for 60 a day on 21 days, or the band win_rate=25%..35%. With --by, a count's target is "
        "the whole team's.\n\n"
        "Examples:\n"
        "  kpi-report\n"
        "  kpi-report log.csv --by rep --target win_rate=25%\n"
        "  kpi-report sales_pipeline.csv --profile maven --by rep\n"
        "  kpi-report Master.csv --profile asterisk --format json\n"
        "  kpi-report export.csv --profile ./my_crm.json --strict\n\n"
        "A row that cannot be read is left out, counted, and shown with its line and the reason.\n"
        "Exit code: 0; 2 if the file, the profile or an option cannot be used; 3 if more rows were "
        "refused than --rows-max-refused allows, or any with --strict.");
}

void print_profile(const std::string &name) {
    for (const report::built_in_profile &profile : report::built_in_profiles())
        if (profile.name == name) {
            std::cout << profile.json;
            return;
        }
    static_cast<void>(report::load_profile(name)); // says what is wrong with the name
    throw report::failure{name + ": is no built-in profile"};
}

/// One line for those who redirect the report into a file.
void warn_of_refusals(const report::sheet &s) {
    for (const report::row_account &file : s.rows.files) {
        if (file.refusals.empty()) continue;
        const report::refusal &first = file.refusals.front();
        const std::string source = report::printable(file.source, longest_told);
        std::cerr << "kpi-report: " << source << ": " << file.refused << " of " << file.read
                  << " rows refused, the first at " << source << ':' << first.lines.front() << ": "
                  << report::printable(first.reason, longest_told) << '\n';
    }
}

std::optional<std::int64_t> length(const std::string &option, const std::string &text) {
    if (text.empty()) return std::nullopt;
    if (const auto read = report::read_length(text)) return read;
    throw report::failure{option + ' ' + text +
                          ": a number of days or weeks is wanted here, such as 30d or 4w"};
}

std::optional<std::int64_t> day(const std::string &text) {
    const auto read = report::date_format{"%Y-%m-%d"}.read(text);
    return read ? std::optional{read->seconds} : std::nullopt;
}

std::optional<std::int64_t> date(const std::string &text) {
    if (text.empty()) return std::nullopt;
    if (const auto read = day(text)) return read;
    throw report::failure{"--as-of " + text + ": a date is wanted here, such as 2024-01-31"};
}

std::optional<report::day_span> span_of_days(const std::string &text) {
    if (text.empty()) return std::nullopt;
    const auto dots = text.find("..");
    if (dots != std::string::npos) {
        const auto from = day(text.substr(0, dots)), to = day(text.substr(dots + 2));
        if (from && to && *from <= *to) return report::day_span{*from, *to + report::a_day};
    }
    throw report::failure{"--covers " + text + ": two days are wanted here, as 2024-01-01..2024-06-30"};
}

constexpr std::array<std::string_view, 7> days_of_week{"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
/// The place of a name, or of its first letters, in whatever case.
std::size_t place_in(const std::string &option, const std::string &text,
                     std::span<const std::string_view> names) {
    std::string lower = text;
    for (char &c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (std::size_t i = 0; i < names.size(); ++i)
        if (lower.size() >= 3 && names[i].starts_with(lower)) return i;
    throw report::failure{option + ' ' + text + ": a name is wanted here, such as " + std::string{names[3]}};
}

/// "10%", or 0.1.
report::fraction share(const std::string &text) {
    const bool percents = text.ends_with('%');
    if (auto read = report::read_fraction(percents ? text.substr(0, text.size() - 1) : text)) {
        if (percents) read->denominator *= 100;
        if (read->numerator <= read->denominator) return *read;
    }
    throw report::failure{"--rows-max-refused " + text + ": a share is wanted here, such as 10%"};
}

/// Where the user lives, if the options say it.
std::optional<report::zone> zone_of(const options &o) {
    if (!o.utc_offset.empty() && !o.zone.empty())
        throw report::failure{"--zone " + o.zone + ": --utc-offset says already where the user lives"};
    if (!o.utc_offset.empty()) {
        if (const auto read = report::read_utc_offset(o.utc_offset)) return report::zone{*read};
        throw report::failure{"--utc-offset " + o.utc_offset +
                              ": an offset from UTC is wanted here, such as +02:00"};
    }
    if (o.zone.empty()) return std::nullopt;
    if (const auto found = report::zone::named(o.zone)) return found;
    const std::vector<std::string_view> known(report::zone_names().begin(), report::zone_names().end());
    throw report::failure{"--zone " + o.zone + ": a time zone is wanted here, such as Europe/Berlin" +
                          report::suggestion(o.zone, known)};
}

/// "512M", "2G"; without a text half of what the machine has.
std::uint64_t memory(const std::string &text) {
    if (text.empty())
        return static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) *
               static_cast<std::uint64_t>(sysconf(_SC_PAGE_SIZE)) / 2;
    const unsigned bits = text.ends_with('M') ? 20 : text.ends_with('G') ? 30 : 0;
    const report::number read = report::read_number(text.substr(0, text.size() - 1));
    constexpr std::int64_t most = std::int64_t{1} << 32;
    if (bits == 0 || !read.fault.empty() || read.value <= 0 || read.value > most)
        throw report::failure{"--memory " + text + ": a size is wanted here, such as 512M or 2G"};
    return static_cast<std::uint64_t>(read.value) << bits;
}

/// The files of a log, to be read as often as it takes: standard input, too.
class log_files {
public:
    explicit log_files(const options &o) {
        const auto zone = zone_of(o);
        const auto add = [&](const std::string &profile, const std::string &path) {
            for (const named &other : all_)
                if (other.path == path && other.profile == profile)
                    throw report::failure{path + ": is named twice, and every row would count twice"};
            all_.push_back({path, profile, report::load_profile(profile, zone)});
            if (path == "-" && std::exchange(reads_standard_input_, true))
                throw report::failure{"-: standard input can be named only once"};
        };
        if (!o.file.empty()) add(o.profile.empty() ? profile_of(o.file) : o.profile, o.file);
        for (const std::string &read : o.reads) {
            const auto sign = read.find('=');
            if (sign == std::string::npos || sign == 0 || sign + 1 == read.size())
                throw report::failure{"--read " + read +
                                      ": a profile and a file are wanted here, as maven=deals.csv"};
            add(read.substr(0, sign), read.substr(sign + 1));
        }
        if (!all_.empty()) return;
        if (!o.profile.empty() && o.profile != "native")
            throw report::failure{"--profile " + o.profile + ": a file is wanted with it"};
        all_.push_back({{}, "native", report::load_profile("native", zone)});
    }

    /// What was found out about the files, for a careful reader.
    [[nodiscard]] const std::vector<std::string> &notes() const { return notes_; }

    /// The library's, and those that the profiles define.
    [[nodiscard]] report::metrics_known metrics() const { return report::metrics_of(all_); }

    [[nodiscard]] std::vector<report::source> open(bool again = false) {
        std::vector<report::source> opened;
        for (const named &file : all_)
            opened.push_back({report::with_progress(open(file.path, again)), file.by_plan});
        return opened;
    }

private:
    struct named {
        std::string path; ///< empty for the built-in log
        std::string profile;
        report::plan by_plan;
    };
    report::input open(const std::string &path, bool again) {
        if (path.empty())
            return {"built-in log of an invented team", report::text_source(report::sample_log()), {}};
        if (path != "-") return report::open_input(path);
        if (again && !kept_) kept_.emplace(standard_input());
        return kept_ ? kept_->open() : standard_input();
    }
    /// From its beginning, though that was looked at.
    report::input standard_input() {
        return begun_ ? *std::exchange(begun_, std::nullopt) : report::open_input("-");
    }
    /// The built-in profile of which the file has the headings.
    std::string profile_of(const std::string &path) {
        report::input from = report::open_input(path);
        const std::string name = from.name;
        std::string beginning;
        if (path == "-") {
            report::peeked both = report::peek(std::move(from.read), report::first_look);
            begun_ = report::input{name, std::move(both.whole), {}};
            beginning = report::beginning_of({name, report::text_source(std::move(both.first)), {}});
        } else {
            beginning = report::beginning_of(std::move(from));
        }
        std::string profile = report::profile_that_fits(beginning, name);
        if (profile != "native")
            notes_.push_back("Read by the built-in profile " + profile + ", which fits " + name +
                             "; --profile names another");
        return profile;
    }

    std::vector<named> all_;
    bool reads_standard_input_{};
    std::optional<report::spool> kept_;
    std::optional<report::input> begun_; ///< standard input, of which the beginning was looked at
    std::vector<std::string> notes_;
};

/// "win_rate,deals_won".
std::vector<std::string> metrics_in(std::string_view text, const report::metrics_known &metrics) {
    std::vector<std::string> names;
    while (!text.empty()) {
        const std::string_view name = text.substr(0, text.find(','));
        text.remove_prefix(std::min(name.size() + 1, text.size()));
        const auto known = metrics.names();
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw report::failure{"--columns " + std::string{name} + ": is no metric" +
                                  report::suggestion(name, known)};
        names.emplace_back(name);
    }
    return names;
}

/// "95%", or 0.95.
double confidence(const std::string &text) {
    const bool percents = text.ends_with('%');
    const auto read = report::read_fraction(percents ? text.substr(0, text.size() - 1) : text);
    const double level = read ? *read->value() / (percents ? 100 : 1) : 0;
    if (level >= 0.5 && level < 1) return level;
    throw report::failure{"--confidence " + text +
                          ": a level from 50% to below 100% is wanted here, such as 95%"};
}

/// Of counts since a fixed start, and without tests, which are of one look.
bool anytime(const options &o) {
    if (!o.anytime) return false;
    if (!o.window.empty())
        throw report::failure{"--anytime: wants counts since a fixed start, and --window moves it"};
    if (!o.compare.empty()) throw report::failure{"--anytime: --compare tests, which is for one look"};
    return true;
}

report::page page_of(const options &o) {
    return {report::wants_colour() ? report::coloured : report::style{},
            report::width_of_page(),
            o.all,
            o.ascii,
            o.plain,
            o.verdicts};
}

/// Standard input is the log's.
report::input side_file(const std::string &option, const std::string &path) {
    if (path == "-") throw report::failure{option + " -: a file is wanted here"};
    return report::open_input(path);
}

/// The reps of a file, or with the built-in log those of that.
std::optional<report::roster> roster_of(const options &o, const report::metrics_known &metrics) {
    const bool built_in = o.file.empty() && o.reads.empty();
    if (o.team.empty() && !built_in) return std::nullopt;
    report::input from =
        o.team.empty() ? report::input{"built-in roster", report::text_source(report::sample_roster()), {}}
                       : side_file("--team", o.team);
    return report::read_roster(std::move(from), metrics.counted_names());
}

/// When the office is open, if the options say it.
std::optional<report::business_hours> hours_of(const options &o) {
    if (o.business_hours.empty()) {
        if (!o.holidays.empty())
            throw report::failure{"--holidays " + o.holidays + ": --business-hours are wanted with it"};
        return std::nullopt;
    }
    std::string text;
    for (const std::string &each : o.business_hours)
        text += (text.empty() ? "" : ", ") + each;
    auto hours = report::business_hours::read(text);
    if (!o.holidays.empty()) hours.read_holidays(side_file("--holidays", o.holidays));
    return hours;
}

/// What --compare asks for; groups are made by it.
std::optional<report::compared_groups> compared(const options &o) {
    if (o.compare.empty()) return std::nullopt;
    report::compared_groups two = report::read_compared(o.compare);
    if (!o.by.empty() && o.by != two.by)
        throw report::failure{"--compare " + o.compare + ": groups are made by " + two.by +
                              ", and not --by " + o.by};
    if (!o.explain.empty() || o.verdicts || o.to_act_on || (o.format != "text" && o.format != "json"))
        throw report::failure{
            "--compare " + o.compare +
            ": two groups are compared as text or json, and neither explained nor judged nor listed"};
    return two;
}

void print(const report::sheet &sheet, const std::optional<report::compared_groups> &two, const options &o) {
    std::optional<report::comparison> both;
    if (two && sheet.unfit.empty()) both = report::compare_groups(sheet, *two);
    if (sheet.explained && o.format == "csv")
        report::print_explanation_as_csv(std::cout, *sheet.explained);
    else if (sheet.explained)
        report::print_explanation(std::cout, sheet);
    else if (o.format == "json")
        report::print_json(std::cout, sheet, both ? &*both : nullptr);
    else if (o.format == "csv")
        report::print_csv(std::cout, sheet);
    else if (o.format == "openmetrics")
        report::print_open_metrics(std::cout, sheet);
    else
        report::print_text(std::cout, sheet, page_of(o), both ? &*both : nullptr);
}

int exit_code(const report::sheet &sheet, const options &o) {
    warn_of_refusals(sheet);
    return !sheet.unfit.empty() || (o.strict && sheet.rows.refused != 0) ? rows_were_refused : success;
}

/// With the JSON of each view.
int print_page(log_files &log, const report::request &asked, const options &o) {
    const std::string page = report::built_page(report::places_of_page());
    std::vector<report::sheet> views = report::views_of([&] { return log.open(true); }, asked);
    constexpr int on_one_line = -1;
    std::vector<std::string> reports;
    for (report::sheet &view : views) {
        view.notes.insert(view.notes.end(), log.notes().begin(), log.notes().end());
        std::ostringstream text;
        report::print_json(text, view, nullptr, on_one_line);
        reports.push_back(std::move(text).str());
    }
    report::print_html(std::cout, page, reports);
    return exit_code(views.front(), o);
}

int report_on_log(const options &o) {
    const bool by_hours = !o.business_hours.empty();
    log_files log{o};
    const report::metrics_known metrics = log.metrics();
    report::request asked{o.by, report::read_targets(o.targets, by_hours, metrics),
                          report::read_givens(o.givens)};
    asked.hours = hours_of(o), asked.zone = o.zone.empty() ? o.utc_offset : o.zone;
    asked.where = o.where, asked.explain = o.explain, asked.to_act_on = o.to_act_on;
    if (o.format != "text" && o.format != "csv" && !o.explain.empty())
        throw report::failure{"--format " + o.format + ": an explanation is text or csv"};
    if (o.to_act_on && (o.format == "csv" || o.format == "openmetrics"))
        throw report::failure{"--format " + o.format + ": --to-act-on lists cases as text or json"};
    const std::optional<report::compared_groups> two = compared(o);
    if (two) asked.by = two->by;
    asked.columns = metrics_in(o.columns, metrics);
    asked.confidence = confidence(o.confidence), asked.anytime = anytime(o);
    asked.as_of = date(o.as_of);
    asked.window = length("--window", o.window);
    asked.maturity = length("--maturity", o.maturity);
    asked.held_to = report::benchmarks{o.benchmarks};
    asked.top = o.top;
    asked.most_refused = share(o.most_refused);
    asked.covers = span_of_days(o.covers);
    asked.memory = memory(o.memory);
    asked.threads = o.threads;
    asked.starts = {
        static_cast<std::uint32_t>(place_in("--week-starts", o.week_starts, days_of_week)),
        static_cast<std::int32_t>(place_in("--fiscal-year-starts", o.fiscal_year_starts, months)) + 1};
    asked.team = roster_of(o, metrics);
    if (!o.target_file.empty())
        asked.dated =
            report::dated_targets{side_file("--targets", o.target_file), asked.wanted, by_hours, metrics};
    if (asked.window && !asked.as_of) {
        asked.as_of = report::last_day(log.open(true), o.threads); // a window ends with the log's last day
        if (!asked.as_of) throw report::failure{"--window: the events of this log have no date"};
    }
    if (o.format == "html") return print_page(log, asked, o);
    report::find_first_days([&] { return log.open(true); }, asked);
    report::sheet sheet = report::run(log.open(), asked);
    sheet.notes.insert(sheet.notes.end(), log.notes().begin(), log.notes().end());
    print(sheet, two, o);
    return exit_code(sheet, o);
}

/// What the file is, and a profile for it.
int inspect_file(const options &o) {
    if (o.file.empty()) throw report::failure{"--inspect: a file is wanted with it"};
    std::optional<report::spool> kept;
    if (o.file == "-") kept.emplace(report::open_input(o.file));
    report::inspect([&] { return kept ? kept->open() : report::open_input(o.file); }, std::cerr, std::cout);
    return success;
}

/// What the profile makes of each file, in place of figures.
int check_profiles(const options &o) {
    for (report::source &each : log_files{o}.open())
        report::print_check(std::cout, std::move(each.log), each.by_plan);
    return success;
}

/// With --profile, those that it defines, too.
report::metrics_known known_metrics(const options &o) {
    return report::metrics_known{o.profile.empty() ? std::vector<report::own_metric>{}
                                                   : report::load_profile(o.profile).metrics};
}

int act(const options &o) {
    int code = success;
    if (o.list_metrics)
        report::print_metrics(std::cout, known_metrics(o));
    else if (o.list_kinds)
        report::print_kinds(std::cout);
    else if (o.list_profiles)
        report::print_profiles(std::cout);
    else if (o.print_sample)
        std::cout << report::sample_log();
    else if (o.print_sample_team)
        std::cout << report::sample_roster();
    else if (!o.print_profile.empty())
        print_profile(o.print_profile);
    else if (o.inspect)
        code = inspect_file(o);
    else if (o.check_profile)
        code = check_profiles(o);
    else
        code = report_on_log(o);
    if (!std::cout.flush()) throw report::failure{"the report cannot be written to standard output"};
    return code;
}

} // namespace

int main(int argc, char **argv) {
    std::ios::sync_with_stdio(false);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is told as one that cannot
    options chosen;
    CLI::App app{"Reads a log of sales events and prints its scorecard.", "kpi-report"};
    describe(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &ended) { // --help and --version come this way too
        if (dynamic_cast<const CLI::CallForHelp *>(&ended) != nullptr) {
            std::cout << report::help_on_one_screen;
            return success;
        }
        if (ended.get_exit_code() == 0) return app.exit(ended);
        std::cerr << "kpi-report: " << report::printable(ended.what(), longest_told)
                  << " (--help tells more)\n";
        return cannot_run;
    }
    try {
        return act(chosen);
    } catch (const report::failure &why) {
        std::cerr << "kpi-report: " << report::printable(why.what(), longest_told) << '\n';
    } catch (const std::exception &why) {
        std::cerr << "kpi-report: stopped: " << report::printable(why.what(), longest_told) << '\n';
    }
    return cannot_run;
}
