// SPDX-License-Identifier: MIT
#pragma once

/// Comma-separated values for spreadsheets.

#include "figures/sheet.hpp"

#include <iosfwd>
#include <string>
#include <string_view>

namespace report {

/// Quoted if necessary. A text that a spreadsheet would take for a formula starts with an apostrophe.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// One row for each figure, of the whole and of each group: exact integers, the value in its unit, empty
/// cells for whatever is absent.
void print_csv(std::ostream &out, const sheet &s);

} // namespace report
