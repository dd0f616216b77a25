// SPDX-License-Identifier: MIT
#pragma once

/// How a file of which nobody has said anything is cut: what separates its cells, whether they are quoted,
/// what stands above and below the table, and whether the first row names the columns. The cut is the one by
/// which most rows have the same number of cells.

#include "read/dialect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct table {
    dialect how{};
    bool is_json_lines{}; ///< of which the keys are the headings
    bool header{true};
    std::size_t width{};               ///< cells of most rows
    std::vector<std::string> headings; ///< none without a header
    std::uint64_t first_line{};        ///< of the file, where the table begins
    double share{};                    ///< of the rows looked at, those of that width

    /// What people call a column: its heading, or its number from 1.
    [[nodiscard]] std::string name_of(std::size_t column) const {
        return header ? headings[column] : "column " + std::to_string(column + 1);
    }
};

/// `beginning` are the first bytes of the file, as UTF-8. Throws a failure where it is no table. Which keys
/// there are in JSON Lines, only the whole file tells.
[[nodiscard]] table find_table(const std::string &beginning, const std::string &file);

/// Every byte of it can be UTF-8; a letter that is cut at the end is left out of this.
[[nodiscard]] bool is_utf_8(std::string_view text);

} // namespace report
