// SPDX-License-Identifier: MIT
#pragma once

/// The text of `--help`: the commands and options that most people need, on one screen.

#include <string_view>

namespace report {

inline constexpr std::string_view help_on_one_screen =
    R"(kpi-report prints the scorecard of a sales log, or of a CRM's or dialer's export.

  kpi-report                                   the built-in log of an invented team
  kpi-report export.csv                        your file, if it is in the native format or a built-in profile fits it
  kpi-report --inspect export.csv > my.json    any other file: what it is, and a profile to start from

Options:
  --profile NAME|FILE     what the columns are: a built-in profile, or a JSON file
  --check-profile         what the profile makes of the first rows, and what it does not understand
  --by NAME[,NAME]        every figure also by rep, source, product, month, ...; --where source=web one alone
  --explain METRIC        what a figure is made of, row by row
  --as-of DATE            the last day to look at; --window 30d only the days up to it
  --target NAME=VALUE     what a metric should reach, win_rate=25%; --verdicts how each figure stands to that
  --team FILE             who sells, with roles, teams and quotas
  --all                   every figure of every group; --format html a page with charts, json for programs, csv a table
  --list-metrics, --list-kinds, --list-profiles
                          what there is, and what it means
  --help-all              all options

Examples:
  kpi-report log.csv --by rep --target win_rate=25%
  kpi-report deals.csv --profile hubspot-deals --by month --as-of 2024-03-31
  kpi-report export.csv --profile my.json --strict
)";

} // namespace report
