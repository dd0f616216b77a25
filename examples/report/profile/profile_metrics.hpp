// SPDX-License-Identifier: MIT
#pragma once

/// The metrics that a profile defines, read from its "metrics".

#include "profile/own_metric.hpp"
#include "profile/profile_node.hpp"

#include <string>
#include <vector>

namespace report {

/// `profile` is the name of the profile.
[[nodiscard]] std::vector<own_metric> read_own_metrics(const profile_node &from, const std::string &profile);

} // namespace report
