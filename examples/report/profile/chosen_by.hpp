// SPDX-License-Identifier: MIT
#pragma once

/// Of the rows that share a key one counts. Which one never depends on where it stands.

namespace report {

/// The highest outcome of a call, the first or the last by time, the one with the greatest value.
enum class chosen_by : unsigned char { outcome, first, last, greatest };

} // namespace report
