// SPDX-License-Identifier: MIT
#pragma once

/// How a text is cut into rows and cells, before anything of it is understood. Whether a line end ends a row
/// depends on this alone, and on nothing that a profile says of columns.

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace report {

/// Of the file; UTF-16 shows by itself.
enum class encoding : unsigned char { utf_8, utf_16, windows_1252 };

/// The keys of all lines of JSON Lines, and in which cell of a row each is: in the order of the alphabet, so
/// that rows are the same wherever in the file they stand.
using json_keys = std::map<std::string, std::size_t, std::less<>>;

struct dialect {
    /// In place of a separator: the comma, semicolon or tab that the first line has most of.
    static constexpr char detect = '\0';

    char separator{','};
    bool quoted{true}; ///< a cell may stand in quotes; else a quote is a character like any other
    char escape{}; ///< before a quote, separator or line end that is a character like any other; 0 for none
    encoding written_in{};
    std::size_t skip_lines{};                ///< titles above the table, whatever is in them
    std::shared_ptr<const json_keys> keys{}; ///< of JSON Lines, which are found out to be that; none of CSV
};

} // namespace report
