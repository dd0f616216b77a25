// SPDX-License-Identifier: MIT
#pragma once

/// What lines look like to someone who does not know yet how they are to be cut.

#include <cstddef>
#include <string_view>

namespace report {

/// The comma, semicolon or tab that a line has most of.
[[nodiscard]] char most_frequent_separator(std::string_view line);

/// A quote took in lines of which each has as many cells as the row. One cell is too few to tell.
[[nodiscard]] bool lines_are_rows(std::string_view lines, char separator, std::size_t cells);

} // namespace report
