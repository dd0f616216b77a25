// SPDX-License-Identifier: MIT
#pragma once

/// Texts in lower case, where a profile says that case tells nothing: Latin, Greek and Cyrillic letters, as
/// far as both cases are of two bytes in UTF-8. Other letters stay as they are. The system's locale is never
/// asked.

#include <string>
#include <string_view>

namespace report {

[[nodiscard]] std::string in_lower_case(std::string_view text);

} // namespace report
