// SPDX-License-Identifier: MIT
#pragma once

/// The views of a log that a page shows: the figures by a period, and by something else, such as reps.

#include "run.hpp"

#include <functional>
#include <vector>

namespace report {

/// The run that was asked for, and the other one beside it as far as the log tells it: by rep, or by weeks,
/// months or quarters, whichever gives about a dozen. Without `by` both are chosen this way. `open()` gives
/// the log, each time from its beginning.
[[nodiscard]] std::vector<sheet> views_of(const std::function<std::vector<source>()> &open,
                                          const request &asked);

} // namespace report
