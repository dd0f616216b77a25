// SPDX-License-Identifier: MIT
#pragma once

/// Makes texts from a log fit for a terminal: a name must neither move the cursor nor break a column.

#include <string>
#include <string_view>

namespace report {

/// The text with control characters and broken UTF-8 replaced by '?', and cut to `longest` characters with an
/// ellipsis.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest = 40);

/// The number of characters in a UTF-8 text.
[[nodiscard]] std::size_t width(std::string_view text);

} // namespace report
