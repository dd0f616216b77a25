// SPDX-License-Identifier: MIT
#pragma once

/// The sheet for people: cautions, a headline, the groups side by side or the trend, the chapters, then what
/// became of the rows and events, and what to mind.

#include "figures/sheet.hpp"
#include "show/compared.hpp"
#include "show/page.hpp"

#include <iosfwd>

namespace report {

/// If two groups are compared, the comparison replaces the headline, the groups and the figures.
void print_text(std::ostream &out, const sheet &s, const page &on = {}, const comparison *both = nullptr);

/// The catalogue: every metric with its unit, its meaning, and its needs.
void print_metrics(std::ostream &out, const metrics_known &metrics = {});

} // namespace report
