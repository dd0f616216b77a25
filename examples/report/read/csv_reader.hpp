// SPDX-License-Identifier: MIT
#pragma once

/// The rows of a CSV text, one at a time: any separator, quoted fields with line ends and doubled quotes in
/// them (or no quoting at all), LF, CRLF or CR, a UTF-8 byte order mark, no line end at the end. Empty lines
/// are no rows; blanks around an unquoted field do not belong to it. A plain row, without a quote and wholly
/// in the buffer, is cut where it lies. Any other row is cut by libcsv, or here if libcsv does not know the
/// way it is written (escaped_row.hpp).
///
/// A row that breaks the rules comes back with a fault, and reading goes on at the line after the one where
/// it began, so that a quote which is never closed costs one row and not the rest of the file. Memory does
/// not grow with the file: a row of more than `longest_row` bytes is at fault, too.
///
/// JSON Lines are rows, too: the first row holds all keys that some line has, and a line gives their cells.
/// So they are read twice, which keeps a file of more than a mebibyte in an unnamed one.

#include "read/byte_source.hpp"
#include "read/dialect.hpp"
#include "read/json_line.hpp"

#include <csv.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct csv_row {
    std::uint64_t line{};                     ///< where it begins, from 1; 0 for the keys of JSON Lines
    std::span<const std::string_view> fields; ///< valid until the next row is read
    std::string_view fault;                   ///< why it cannot be used; empty if it can
};

/// CSV from the beginning of a row.
struct csv_text {
    std::string text;      ///< its beginning
    byte_source more;      ///< what follows; empty if that is all
    std::uint64_t line{1}; ///< where it begins
    dialect how{};
};

class csv_reader {
public:
    static constexpr std::size_t longest_row = std::size_t{1} << 20;
    static constexpr std::size_t most_keys = 10'000; ///< of JSON Lines

    /// A first line `sep=;`, as spreadsheets write it, outranks the dialect's separator. Throws a failure if
    /// the text is neither CSV nor JSON Lines: HTML, XML, other JSON.
    csv_reader(byte_source source, const std::string &name, const dialect &how);
    explicit csv_reader(csv_text from);
    ~csv_reader();
    csv_reader(const csv_reader &) = delete;
    csv_reader &operator=(const csv_reader &) = delete;

    /// The next row, or false at the end.
    [[nodiscard]] bool next(csv_row &row);
    /// What follows the rows that were read; afterwards this reader is at its end.
    [[nodiscard]] csv_text rest();
    /// Whether the first row holds keys, whatever a profile says of a header.
    [[nodiscard]] bool has_keys() const { return how_.keys != nullptr; }

private:
    struct line_end {
        std::size_t behind; ///< the index after it; of the text's end if the line goes on
        bool found;
    };

    void find_keys(const std::string &name);
    bool next_object(csv_row &row);
    bool hand_over_object(csv_row &row);
    bool next_escaped(csv_row &row);
    bool cut_formulas(csv_row &row);
    bool cut_plain_row(csv_row &row);
    bool fill();
    /// Reads on until the line at `row_` is there, or enough of it to tell what it is.
    std::string_view first_line();
    void skip_line();
    void restart();
    line_end find_line_end();
    [[nodiscard]] bool blank(std::size_t end) const;
    bool hand_over(csv_row &row);
    bool give_up(csv_row &row, std::string_view why);
    bool finish(csv_row &row);

    static void on_cell(void *cell, std::size_t size, void *self);
    static void on_row(int terminator, void *self);

    byte_source source_;
    bool ended_{};            ///< the source has no more bytes
    std::string text_;        ///< what was read, from the row that is being read, or earlier
    std::size_t row_{};       ///< where in the text the row begins
    std::size_t next_{};      ///< where libcsv continues
    std::uint64_t line_{1};   ///< of the file, where the row begins
    std::uint64_t inside_{0}; ///< line ends within the row

    json_line object_;
    bool keys_due_{}; ///< they are the next row

    csv_parser parser_{};
    dialect how_;
    std::string cells_; ///< the fields of a row that libcsv read, one after the other
    std::vector<std::size_t> cell_ends_;
    bool complete_{};
    std::vector<std::string_view> fields_; ///< of the row; of a plain one there may be more behind them
};

} // namespace report
