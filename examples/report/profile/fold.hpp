// SPDX-License-Identifier: MIT
#pragma once

/// Folds texts to lower case, for profiles in which case does not matter: Latin, Greek and Cyrillic letters,
/// if both cases have two bytes in UTF-8. Other letters stay as they are. The system's locale is never
/// asked.

#include <string>
#include <string_view>

namespace report {

[[nodiscard]] std::string in_lower_case(std::string_view text);

} // namespace report
