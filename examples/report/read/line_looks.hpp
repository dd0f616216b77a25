// SPDX-License-Identifier: MIT
#pragma once

/// What lines look like before it is known how to cut them.

#include <cstddef>
#include <string_view>

namespace report {

/// The comma, semicolon or tab that is most frequent in a line.
[[nodiscard]] char most_frequent_separator(std::string_view line);

/// Whether a quote swallowed lines that each have as many cells as the row. One cell is too few to tell.
[[nodiscard]] bool lines_are_rows(std::string_view lines, char separator, std::size_t cells);

} // namespace report
