// SPDX-License-Identifier: MIT
#pragma once

/// One run over the files of a log: reads, maps and enters every row, and draws up the sheet.

#include "figures/sheet.hpp"
#include "profile/plan.hpp"
#include "read/byte_source.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace report {

/// A file, and the meaning of its columns.
struct source {
    input log;
    plan by_plan;
};

/// Throws a failure if a file cannot be read, or is not as its plan says.
[[nodiscard]] sheet run(std::vector<source> log, const request &asked);

/// Reads one part of a log (request::part), and saves its rows for a run that merges all parts. Also throws a
/// failure if the file cannot be written.
void save_part(std::vector<source> log, const request &asked, const std::string &path);

/// The first second of the last day on which the log has an event; nullopt if no event has a date. Reads the
/// whole log.
[[nodiscard]] std::optional<std::int64_t> last_day(std::vector<source> log, const request &asked = {});

/// Finds the day from which --by counts periods of so many days, if it asks for such: the window's, or else
/// the first day on which anything that is looked at has a date, or that the log covers. Each group of the
/// first dimension has its own: the day of its first call, or of its first event if it has no call
/// (METRICS.md, "abandon rate"). `open()` gives the log if it must be read: all of it.
void find_first_days(const std::function<std::vector<source>()> &open, request &asked);

} // namespace report
