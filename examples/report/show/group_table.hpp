// SPDX-License-Identifier: MIT
#pragma once

/// The groups of a sheet side by side: a row a group, a column for each metric of the table.

#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <iosfwd>
#include <vector>

namespace report {

/// The lines that are columns of the table, in their order.
[[nodiscard]] std::vector<const line *> table_of(const sheet &s);

/// Sorted by the first column, the best first; a mark where a group differs from all others together more
/// than chance would have it. As many columns as the page is wide, and as many rows as one reads; what is
/// left out is said. Nothing for a sheet without groups.
void print_group_table(std::ostream &out, const sheet &s, const page &on);

/// How the metrics of the table went from period to period, where groups are periods: a row a metric.
void print_trend(std::ostream &out, const sheet &s, const page &on);

} // namespace report
