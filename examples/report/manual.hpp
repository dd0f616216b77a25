// SPDX-License-Identifier: MIT
#pragma once

/// The manual page of kpi-report, and the scripts that let shells complete its command line. Both are made
/// from the options themselves.

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace report {

/// Prints the man macros of roff: `man -l FILE` shows them.
void print_manual(std::ostream &out, const CLI::App &app);

/// Prints a script for bash, zsh or fish. Throws a failure for any other shell.
void print_completion(std::ostream &out, const CLI::App &app, const std::string &shell);

} // namespace report
