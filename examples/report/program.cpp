// SPDX-License-Identifier: MIT
#include "program.hpp"

#include "asked.hpp"
#include "failure.hpp"
#include "inspect/check.hpp"
#include "inspect/inspect.hpp"
#include "log_files.hpp"
#include "machine/machine.hpp"
#include "manual.hpp"
#include "options.hpp"
#include "profile/profile.hpp"
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

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr int success = 0, cannot_run = 2, rows_were_refused = 3;
constexpr std::size_t longest_told = 2000; ///< characters of a message

void print_profile(const std::string &name) {
    for (const report::built_in_profile &profile : report::built_in_profiles())
        if (profile.name == name) {
            std::cout << profile.json;
            return;
        }
    static_cast<void>(report::load_profile(name)); // says what is wrong with the name
    throw report::failure{name + ": is no built-in profile"};
}

/// One line for users who redirect the report into a file.
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

report::page page_of(const report::options &o) {
    return {report::wants_colour() ? report::coloured : report::style{},
            report::width_of_page(),
            o.all,
            o.ascii,
            o.plain,
            o.verdicts};
}

void print(const report::sheet &sheet, const report::options &o) {
    std::optional<report::comparison> both;
    if (sheet.compared) both = report::compare_groups(sheet);
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

int exit_code(const report::sheet &sheet, const report::options &o) {
    warn_of_refusals(sheet);
    return !sheet.unfit.empty() || (o.strict && sheet.rows.refused != 0) ? rows_were_refused : success;
}

/// Includes the JSON of each view.
int print_page(report::log_files &log, const report::request &asked, const report::options &o) {
    const std::string page = report::built_page(report::places_of_page());
    std::vector<report::sheet> views = report::views_of([&] { return log.open(true); }, asked);
    if (!asked.among->is_first()) return success;
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

/// One rank alone explains figures and lists cases by id; and it merges what other runs have mapped.
bool is_for_one(const report::request &asked) {
    return !asked.explain.empty() || asked.to_act_on || asked.part || !asked.merged.empty();
}

int report_on_log(const report::options &o, report::ranks &all) {
    report::log_files log{o};
    report::request asked = report::request_of(o, log.metrics());
    if (!is_for_one(asked))
        asked.among = &all, asked.memory /= all.on_this_machine();
    else if (!all.is_first())
        return success;
    if (asked.part) {
        report::save_part(log.open(), asked, o.save);
        return success;
    }
    if (asked.window && !asked.as_of) {
        asked.as_of = report::last_day(log.open(true), asked);
        if (!asked.as_of) throw report::failure{"--window: the events of this log have no date"};
    }
    if (o.format == "html") return print_page(log, asked, o);
    report::find_first_days([&] { return log.open(true); }, asked);
    report::sheet sheet = report::run(log.open(), asked);
    if (!asked.among->is_first()) return success;
    sheet.notes.insert(sheet.notes.end(), log.notes().begin(), log.notes().end());
    print(sheet, o);
    return exit_code(sheet, o);
}

/// Tells what the file is, and drafts a profile for it.
int inspect_file(const report::options &o) {
    if (o.file.empty()) throw report::failure{"--inspect: a file is wanted with it"};
    std::optional<report::spool> kept;
    if (o.file == "-") kept.emplace(report::open_input(o.file));
    report::inspect([&] { return kept ? kept->open() : report::open_input(o.file); }, std::cerr, std::cout);
    return success;
}

/// Tells what the profile makes of each file, instead of figures.
int check_profiles(const report::options &o) {
    for (report::source &each : report::log_files{o}.open())
        report::print_check(std::cout, std::move(each.log), each.by_plan);
    return success;
}

/// Includes the metrics that --profile defines.
report::metrics_known known_metrics(const report::options &o) {
    return report::metrics_known{o.profile.empty() ? std::vector<report::own_metric>{}
                                                   : report::load_profile(o.profile).metrics};
}

int act(const report::options &o, const CLI::App &app, report::ranks &all) {
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
    else if (o.print_manual)
        report::print_manual(std::cout, app);
    else if (!o.print_completion.empty())
        report::print_completion(std::cout, app, o.print_completion);
    else if (o.inspect)
        code = inspect_file(o);
    else if (o.check_profile)
        code = check_profiles(o);
    else
        code = report_on_log(o, all);
    if (!std::cout.flush()) throw report::failure{"the report cannot be written to standard output"};
    return code;
}

} // namespace

int report::program(int argc, char **argv, ranks &all) {
    std::ios::sync_with_stdio(false);
    report::machine::begin();
    report::options chosen;
    CLI::App app{"Reads a log of sales events and prints its scorecard.", "kpi-report"};
    report::describe(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &ended) { // --help and --version come this way too
        if (dynamic_cast<const CLI::CallForHelp *>(&ended) != nullptr) {
            std::cout << report::help_on_one_screen;
            return success;
        }
        if (ended.get_exit_code() == 0) return app.exit(ended);
        if (all.is_first())
            std::cerr << "kpi-report: " << report::printable(ended.what(), longest_told)
                      << " (--help tells more)\n";
        return cannot_run;
    }
    const auto tell = [&](const std::string &what, const std::exception &why) {
        if (all.is_first()) std::cerr << what << report::printable(why.what(), longest_told) << '\n';
        return cannot_run;
    };
    try {
        return on_all(all, [&] {
            const int code = ::act(chosen, app, all);
            static_cast<void>(all.tell_all({})); // nobody has given up
            return code;
        });
    } catch (const report::failure &why) {
        return tell("kpi-report: ", why);
    } catch (const std::exception &why) {
        return tell("kpi-report: stopped: ", why);
    }
}
