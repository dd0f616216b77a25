// SPDX-License-Identifier: MIT
#pragma once

/// The manual page of kpi-report, and what shells need to complete its command line, both made of the options
/// themselves.

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace report {

/// In the man macros of roff: `man -l FILE` shows it.
void print_manual(std::ostream &out, const CLI::App &app);

/// For bash, zsh or fish. Throws a failure for any other shell.
void print_completion(std::ostream &out, const CLI::App &app, const std::string &shell);

} // namespace report
