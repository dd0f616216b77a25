// SPDX-License-Identifier: MIT
#pragma once

/// What the options ask for. An option that makes no sense is a failure that says what is wanted there.

#include "figures/metrics_known.hpp"
#include "options.hpp"
#include "profile/zone.hpp"
#include "run.hpp"

#include <optional>

namespace report {

/// The zone in which the user lives, if the options name it.
[[nodiscard]] std::optional<zone> zone_of(const options &o);

/// All that is asked of a log. Also reads the files that other options name. A window without `as_of` ends
/// with the log's last day, which the caller finds.
[[nodiscard]] request request_of(const options &o, const metrics_known &metrics);

} // namespace report
