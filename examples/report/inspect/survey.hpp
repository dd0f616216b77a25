// SPDX-License-Identifier: MIT
#pragma once

/// A file as it was found: how it is cut, what its columns are, and which rows are not part of its table.

#include "inspect/column_look.hpp"
#include "inspect/table.hpp"
#include "read/byte_source.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace report {

/// The end of the table: the first row with a word for a total.
struct table_end {
    std::size_t column{};
    std::string word;
    std::uint64_t line{};
};

struct survey {
    static constexpr std::uint64_t most_rows = 200'000;

    std::string file;
    table cut;
    std::vector<column_look> columns;
    std::uint64_t rows{};
    bool whole{true};                                       ///< all rows were looked at
    std::uint64_t short_rows{}, long_rows{}, broken_rows{}; ///< of other widths, or not readable
    std::uint64_t first_short{}, first_long{};              ///< their lines
    std::optional<table_end> end;
};

/// Reads the file's beginning, and then its rows, from what `open` returns each time. Throws a failure if it
/// is no table.
[[nodiscard]] survey look_at_file(const std::function<input()> &open);

} // namespace report
