// SPDX-License-Identifier: MIT
#pragma once

/// One run over the files of a log: every row is read, mapped and entered, and the sheet drawn up.

#include "figures/sheet.hpp"
#include "profile/plan.hpp"
#include "read/byte_source.hpp"

#include <cstdint>
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

/// The first second of the last day that an event of the log has; nullopt where none has a date. Reads the
/// whole log.
[[nodiscard]] std::optional<std::int64_t> last_day(std::vector<source> log, std::size_t threads = 1);

/// The first day that anything which is looked at has a date of, since 1970-01-01: so many days are counted
/// from it. Reads the whole log.
[[nodiscard]] std::optional<std::int32_t> first_day(std::vector<source> log, const request &asked);

} // namespace report
