// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <kpi/version.hpp>

#include <CLI/CLI.hpp>

namespace report {

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
    app.add_option(
           "--partial", o.partial,
           "Read one part of the log, as 3/8 the third of eight, and --save its rows: several machines "
           "read a log together.")
        ->type_name("PART/PARTS");
    app.add_option("--save", o.save, "Where to save the rows of that part.")->type_name("FILE");
    app.add_option(
           "--merge", o.merged,
           "Report on the rows that were saved, all parts of them; the other options as for the parts.")
        ->type_name("FILE...");
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
    app.add_flag("--print-manual", o.print_manual, "Print the manual page: man -l shows it.");
    app.add_option("--print-completion", o.print_completion,
                   "Print what a shell needs to complete options: bash, zsh or fish.")
        ->type_name("SHELL");
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

} // namespace report
