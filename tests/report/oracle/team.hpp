// SPDX-License-Identifier: MIT
#pragma once

/// What is said of a team of reps (METRICS.md, section 8), and of targets.

#include "figures.hpp"
#include "printed.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

[[nodiscard]] const metric *metric_named(std::string_view name);

/// How the results of a team are spread over its reps, those with none too: Gini's coefficient, the share of
/// the best, and what there is without them; and how many reps are at target. `behind` the names stands the
/// currency that is looked at.
[[nodiscard]] std::map<std::string, amount> team_figures(const book &b, const scope &whole,
                                                         const printed &shown, const std::string &behind);
/// The place of each group among the reps by a result; 0: it has none.
[[nodiscard]] std::vector<std::int64_t> ranks(const book &b, const scope &whole, const printed &shown,
                                              const metric &m);

/// A target for amounts is in the unit.
[[nodiscard]] target in_smallest_unit(const book &b, const metric &m, target wanted);

/// actual / target.
[[nodiscard]] amount attained(const amount &actual, const target &wanted);

} // namespace oracle
