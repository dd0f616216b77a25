// SPDX-License-Identifier: MIT
#pragma once

/// One run over the files of a log: every row is read, mapped and entered, and the sheet drawn up.

#include "figures/sheet.hpp"
#include "profile/plan.hpp"
#include "read/byte_source.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace report {

/// A file, and what its columns are.
struct source {
    input log;
    plan by_plan;
};

/// Throws a failure where a file cannot be read, or is not what its plan says.
[[nodiscard]] sheet run(std::vector<source> log, const request &asked);

/// Reads one part of a log (request::part), and saves its rows for a run that merges all parts. Throws a
/// failure as well where the file cannot be written.
void save_part(std::vector<source> log, const request &asked, const std::string &path);

/// The first second of the last day that an event of the log has; nullopt where none has a date. Reads the
/// whole log.
[[nodiscard]] std::optional<std::int64_t> last_day(std::vector<source> log, const request &asked = {});

/// What so many days are counted from, where --by asks for such: the window, or else the first day that
/// anything which is looked at has a date of, or that the log covers; and for each group of the first
/// dimension the day of its first call, or where it has none of its first event (METRICS.md, "abandon rate").
/// `open()` gives the log, if it has to be read: all of it.
void find_first_days(const std::function<std::vector<source>()> &open, request &asked);

} // namespace report
