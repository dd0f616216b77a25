// SPDX-License-Identifier: MIT
#pragma once

/// How a text is cut into rows and cells, before anything of it is understood. Whether a line end ends a row
/// depends on this alone, and on nothing that a profile says of columns.

#include <cstddef>

namespace report {

/// Of the file; UTF-16 shows by itself.
enum class encoding : unsigned char { utf_8, utf_16, windows_1252 };

struct dialect {
    /// In place of a separator: the comma, semicolon or tab that the first line has most of.
    static constexpr char detect = '\0';

    char separator{','};
    bool quoted{true}; ///< a cell may stand in quotes; else a quote is a character like any other
    encoding written_in{};
    std::size_t skip_lines{}; ///< titles above the table, whatever is in them
};

} // namespace report
