// SPDX-License-Identifier: MIT
#pragma once

/// Rows in two ways of writing that libcsv does not know. In one, a backslash stands before a quote, a
/// separator or a line end that is a character like any other, and before itself; before any other letter it
/// is one itself, as in \N. In the other, `="0012"` tells a spreadsheet that a cell is a text, which here is
/// its content; a row of such cells is one line.

#include "read/dialect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct escaped_row {
    std::size_t size{};     ///< of the text, with the line end; 0 where more is needed to tell
    std::uint64_t inside{}; ///< line ends within the row
    std::string_view fault; ///< why it cannot be read; empty if it can
};

/// Cuts the row that the text begins with: `cells`, one after the other, and where each of them ends. Where
/// the text `is_all`, its end is one of the row.
[[nodiscard]] escaped_row cut_escaped(std::string_view text, bool is_all, const dialect &how,
                                      std::string &cells, std::vector<std::size_t> &ends);

} // namespace report
