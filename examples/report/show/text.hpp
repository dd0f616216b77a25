// SPDX-License-Identifier: MIT
#pragma once

/// The sheet for people: cautions, a headline, the groups side by side or the trend, the chapters, then where
/// the rows and events went, and what to mind.

#include "figures/sheet.hpp"
#include "show/compared.hpp"
#include "show/page.hpp"

#include <iosfwd>

namespace report {

/// With two groups that are compared these are in place of the headline, the groups and the figures.
void print_text(std::ostream &out, const sheet &s, const page &on = {}, const comparison *both = nullptr);

/// The catalogue: every metric with its unit, what it means, and what it needs.
void print_metrics(std::ostream &out, const metrics_known &metrics = {});

} // namespace report
