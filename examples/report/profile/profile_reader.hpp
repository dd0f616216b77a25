// SPDX-License-Identifier: MIT
#pragma once

/// Turns what a profile says into a plan: every key of it, and nothing else.

#include "profile/plan.hpp"
#include "profile/zone.hpp"

#include <optional>
#include <string>

namespace report {

class profile_node;

/// The plan of a whole profile. Throws a failure that says where something is wrong.
[[nodiscard]] plan read_plan(const profile_node &root, const std::string &name,
                             const std::optional<zone> &lives);

} // namespace report
