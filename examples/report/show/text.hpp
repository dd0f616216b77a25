// SPDX-License-Identifier: MIT
#pragma once

/// The sheet for people: a table for each chapter, then where the rows and events went, and what to mind.

#include "figures/sheet.hpp"

#include <iosfwd>

namespace report {

void print_text(std::ostream &out, const sheet &s, bool colour);

/// The catalogue: every metric with its unit, what it means, and what it needs.
void print_metrics(std::ostream &out);

} // namespace report
