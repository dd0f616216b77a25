// SPDX-License-Identifier: MIT
#pragma once

/// A cell without the blanks around it.

#include <string_view>

namespace report {

[[nodiscard]] constexpr std::string_view trimmed(std::string_view cell) {
    while (cell.starts_with(' '))
        cell.remove_prefix(1);
    while (cell.ends_with(' '))
        cell.remove_suffix(1);
    return cell;
}

} // namespace report
