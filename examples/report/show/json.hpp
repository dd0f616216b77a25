// SPDX-License-Identifier: MIT
#pragma once

/// The sheet for programs: {"source", "profile", "by", "events": {kind: n}, "rows": {...}, "metrics": [...],
/// "stages": [...], "left_out": [...], "team": {...}, "notes": [...]}, one object a metric and group. Counts
/// are exact integers; a value is the exact fraction in the unit named, with at most six decimals; what is
/// absent is null. README.md describes all of it.

#include "figures/sheet.hpp"
#include "show/compared.hpp"

#include <iosfwd>

namespace report {

/// An `indent` of -1 puts everything on one line.
void print_json(std::ostream &out, const sheet &s, const comparison *both = nullptr, int indent = 2);

} // namespace report
