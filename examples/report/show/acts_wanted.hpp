// SPDX-License-Identifier: MIT
#pragma once

/// "To act on": deals that have been open for too long or are overdue, and leads that wait, each in a
/// sentence; with `--to-act-on` also the ten greatest of each, and their reps.

#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <iosfwd>
#include <string>

namespace report {

/// "14 open deals, 103,220 EUR, are past their due date."
[[nodiscard]] std::string spoken(const to_act_on &act);

void print_to_act_on(std::ostream &out, const sheet &s, const page &on);

} // namespace report
