// SPDX-License-Identifier: MIT
#pragma once

/// One run over one log: every row is read, mapped and entered, and the sheet drawn up.

#include "figures/sheet.hpp"
#include "profile/plan.hpp"
#include "read/byte_source.hpp"

namespace report {

/// Throws a failure where the log cannot be read, or is not what the plan says.
[[nodiscard]] sheet run(input log, const plan &by_plan, const request &asked);

/// The first second of the last day that an event of the log has; nullopt where none has a date. Reads the
/// whole log.
[[nodiscard]] std::optional<std::int64_t> last_day(input log, const plan &by_plan);

} // namespace report
