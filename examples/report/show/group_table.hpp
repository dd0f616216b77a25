// SPDX-License-Identifier: MIT
#pragma once

/// The groups of a sheet side by side: a row for each group, a column for each metric of the table.

#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <iosfwd>
#include <vector>

namespace report {

/// The lines that are columns of the table, in their order.
[[nodiscard]] std::vector<const line *> table_of(const sheet &s);

/// Sorted by the first column, best first; with a mark if a group differs from all others together, beyond
/// chance. It has as many columns as fit the page, and as many rows as anybody reads; it says what is left
/// out. Prints nothing for a sheet without groups.
void print_group_table(std::ostream &out, const sheet &s, const page &on);

/// How the metrics of the table changed from period to period, if groups are periods: a row for each metric.
void print_trend(std::ostream &out, const sheet &s, const page &on);

} // namespace report
