// SPDX-License-Identifier: MIT
#pragma once

/// How to cut a file that nobody has described: what separates its cells, whether they are quoted, what
/// stands above and below the table, and whether the first row names the columns. The best cut is the one
/// with which most rows have the same number of cells.

#include "read/dialect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct table {
    dialect how{};
    bool is_json_lines{}; ///< its keys are the headings
    bool header{true};
    std::size_t width{};               ///< cells of most rows
    std::vector<std::string> headings; ///< empty without a header
    std::uint64_t first_line{};        ///< the line of the file at which the table begins
    double share{};                    ///< of the rows looked at, the share with that width

    /// What people call a column: its heading, or its number from 1.
    [[nodiscard]] std::string name_of(std::size_t column) const {
        return header ? headings[column] : "column " + std::to_string(column + 1);
    }
};

/// `beginning` holds the first bytes of the file, as UTF-8. Throws a failure if it is no table. For JSON
/// Lines, only the whole file tells which keys there are.
[[nodiscard]] table find_table(const std::string &beginning, const std::string &file);

/// Whether every byte of it can be UTF-8; a letter that is cut off at the end does not count.
[[nodiscard]] bool is_utf_8(std::string_view text);

} // namespace report
