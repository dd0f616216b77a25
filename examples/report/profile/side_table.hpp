// SPDX-License-Identifier: MIT
#pragma once

/// A small CSV file beside the log, such as a roster: columns by their headings, in any order. In a log, a
/// bad row is left out and counted; in this file, whatever cannot be used ends the run, with its file, line
/// and text.

#include "profile/periods.hpp"
#include "read/byte_source.hpp"
#include "read/csv_reader.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

class side_table {
public:
    /// `columns` are all headings that the file may have; it must have the first `needed` of them. Throws a
    /// failure.
    side_table(input from, std::span<const std::string_view> columns, std::size_t needed);

    /// Goes to the next row; false at the end. Throws a failure if a row does not belong to this table.
    [[nodiscard]] bool next();
    /// The text in a column of the row, by its place among `columns`; empty if the file lacks the column.
    [[nodiscard]] std::string_view operator[](std::size_t column) const;
    /// The days between two cells, 2024-01-31, the last day included; open if a cell is empty. Throws a
    /// failure.
    [[nodiscard]] time_frame days(std::size_t from, std::size_t to) const;

    [[nodiscard]] std::uint64_t line() const { return row_.line; }
    [[nodiscard]] const std::string &name() const { return name_; }
    /// Throws a failure about a cell: where it is, why it cannot be used, and what it says.
    [[noreturn]] void refuse(std::size_t column, const std::string &why) const;
    /// ... and about the row.
    [[noreturn]] void refuse(const std::string &why) const;

private:
    [[nodiscard]] std::optional<std::int64_t> day(std::size_t column) const;

    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    std::string name_;
    std::span<const std::string_view> columns_;
    csv_reader reader_;
    csv_row row_;
    std::vector<std::size_t> positions_; ///< of each column in the file
    std::size_t width_{};
};

} // namespace report
