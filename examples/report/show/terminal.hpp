// SPDX-License-Identifier: MIT
#pragma once

/// What is different when a person is watching: colour, and the progress of a long file.

#include "read/byte_source.hpp"

#include <cstddef>

namespace report {

/// Whether standard output is a terminal that shows colours, and NO_COLOR is not set.
[[nodiscard]] bool wants_colour();

/// The number of characters in a line of standard output: what COLUMNS says, or the terminal; 100 if neither
/// does.
[[nodiscard]] std::size_t width_of_page();

/// The same input. If standard error is a terminal, it shows how much has been read once that takes a
/// while.
[[nodiscard]] input with_progress(input log);

} // namespace report
