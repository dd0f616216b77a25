// SPDX-License-Identifier: MIT
#pragma once

/// How a text is cut into rows and cells, before any of it is understood. Only this decides whether a line
/// end ends a row; nothing that a profile says of columns does.

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace report {

/// The file's encoding; UTF-16 is recognised by itself.
enum class encoding : unsigned char { utf_8, utf_16, windows_1252 };

/// The keys of all lines of JSON Lines, and the cell of each in a row: in alphabetical order, so that rows
/// are the same wherever in the file they stand.
using json_keys = std::map<std::string, std::size_t, std::less<>>;

struct dialect {
    /// Instead of a separator: the comma, semicolon or tab that is most frequent in the first line.
    static constexpr char detect = '\0';

    char separator{','};
    bool quoted{true}; ///< a cell may be quoted; otherwise a quote is an ordinary character
    char escape{}; ///< before a quote, separator or line end that is a character like any other; 0 for none
    encoding written_in{};
    std::size_t skip_lines{};                ///< titles above the table, whatever is in them
    std::shared_ptr<const json_keys> keys{}; ///< of JSON Lines, once that is found out; null for CSV
};

} // namespace report
