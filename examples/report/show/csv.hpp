// SPDX-License-Identifier: MIT
#pragma once

/// Comma-separated values for spreadsheets.

#include "figures/sheet.hpp"

#include <iosfwd>
#include <string>
#include <string_view>

namespace report {

/// In quotes where it has to be. What a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// One row for each figure, of the whole and of each group: exact integers, the value in its unit, empty
/// cells for what is absent.
void print_csv(std::ostream &out, const sheet &s);

} // namespace report
