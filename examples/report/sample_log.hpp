// SPDX-License-Identifier: MIT
#pragma once

/// A log to try the program with before you have your own: the first quarter of 2024 of an invented team of
/// six, simulated, in the native format. The text is the same on every machine, and goes through the same
/// reader as a file.

#include <string>

namespace report {

[[nodiscard]] std::string sample_log();
/// The members of that team: its own reps, and those of a company that sells for it.
[[nodiscard]] std::string sample_roster();

} // namespace report
