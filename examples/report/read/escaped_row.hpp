// SPDX-License-Identifier: MIT
#pragma once

/// Rows in two ways of writing that libcsv does not know. In one, a backslash makes an ordinary character of
/// the quote, separator or line end after it, and of another backslash; before any other letter it is itself
/// ordinary, as in \N. In the other, `="0012"` tells a spreadsheet that a cell is a text; only the content
/// counts here, and a row of such cells is one line.

#include "read/dialect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct escaped_row {
    std::size_t size{};     ///< of the text, with the line end; 0 if more is needed to tell
    std::uint64_t inside{}; ///< line ends within the row
    std::string_view fault; ///< why it cannot be read; empty if it can
};

/// Cuts the row at the start of the text: `cells`, one after the other, and the end of each. If the text
/// `is_all`, its end also ends the row.
[[nodiscard]] escaped_row cut_escaped(std::string_view text, bool is_all, const dialect &how,
                                      std::string &cells, std::vector<std::size_t> &ends);

} // namespace report
