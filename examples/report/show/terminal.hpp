// SPDX-License-Identifier: MIT
#pragma once

/// What is different when a person looks on: colour, and the progress of a long file.

#include "read/byte_source.hpp"

#include <cstddef>

namespace report {

/// Standard output is a terminal that shows colours, and NO_COLOR is not set.
[[nodiscard]] bool wants_colour();

/// How many characters a line of standard output has: what COLUMNS says, or the terminal's; 100 where nobody
/// says.
[[nodiscard]] std::size_t width_of_page();

/// The same input; where standard error is a terminal, it shows how much of it was read once that takes a
/// while.
[[nodiscard]] input with_progress(input log);

} // namespace report
