// SPDX-License-Identifier: MIT
#pragma once

/// A log to look at before one has one's own: the first quarter of 2024 of an invented team of six,
/// simulated, in the native format. It is the same text on every machine, and goes through the same reader as
/// a file.

#include <string>

namespace report {

[[nodiscard]] std::string sample_log();
/// Who is in that team: those in house, and those of a company that sells for them.
[[nodiscard]] std::string sample_roster();

} // namespace report
