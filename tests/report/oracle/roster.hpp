// SPDX-License-Identifier: MIT
#pragma once

/// Who sells, as METRICS.md, section 9, "Roster" has it: teams and roles that change from one day to the
/// next, and quotas that are shared out over working days.

#include "figures.hpp"

#include <map>
#include <set>
#include <string>

namespace oracle {

/// Whether groups are made of the posts of reps.
[[nodiscard]] bool is_by_posts(const question &q);
/// The team, or the role, of a rep at a time; "(none)" for none, and for whom the roster does not know.
[[nodiscard]] std::string post_of(const question &q, const std::string &rep, std::int64_t at);
/// Every team, or role, that anybody has.
[[nodiscard]] std::set<std::string> posts_of(const question &q);

/// The figures of quotas by name: of the whole under no name, and of each team or role.
[[nodiscard]] std::map<std::string, std::map<std::string, amount>> quota_figures(const log &l, const book &b,
                                                                                 const scope &whole);

} // namespace oracle
