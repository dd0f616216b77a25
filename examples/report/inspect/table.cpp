// SPDX-License-Identifier: MIT
#include "inspect/table.hpp"

#include "failure.hpp"
#include "inspect/date_guess.hpp"
#include "read/byte_source.hpp"
#include "read/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace report {
namespace {

constexpr std::size_t rows_looked_at = 500;

struct cut_row {
    std::uint64_t line;
    std::vector<std::string> cells;
    bool broken;
};

std::vector<cut_row> cut(const std::string &text, const std::string &file, const dialect &how) {
    csv_reader reader{text_source(text), file, how};
    csv_row row;
    std::vector<cut_row> rows;
    while (rows.size() < rows_looked_at && reader.next(row))
        rows.push_back({row.line, {row.fields.begin(), row.fields.end()}, !row.fault.empty()});
    return rows;
}

/// The number of cells that most rows have; a faulty row has none.
std::size_t common_width(const std::vector<cut_row> &rows, std::size_t &how_many) {
    std::map<std::size_t, std::size_t> widths;
    for (const cut_row &row : rows)
        if (!row.broken) ++widths[row.cells.size()];
    std::size_t best = 0;
    how_many = 0;
    for (const auto &[width, n] : widths)
        if (width != 0 && (n > how_many || (n == how_many && width > best))) best = width, how_many = n;
    return best;
}

bool is_value(const std::string &cell) {
    return cell.find_first_of("0123456789") != std::string::npos &&
           (cell.find_first_not_of("0123456789.,-+:/'() ") == std::string::npos || is_some_date(cell));
}

/// Whether these are names of columns: all different, and none of them a number or a date.
bool names_columns(const std::vector<std::string> &cells) {
    std::set<std::string> different;
    std::size_t empty = 0;
    for (const std::string &cell : cells) {
        if (is_value(cell)) return false;
        if (cell.empty() ? ++empty > 1 : !different.insert(cell).second) return false;
    }
    return true;
}

} // namespace

bool is_utf_8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t size = first < 0x80                    ? 1
                                 : first >= 0xC2 && first < 0xE0 ? 2
                                 : (first & 0xF0) == 0xE0        ? 3
                                 : first >= 0xF0 && first < 0xF5 ? 4
                                                                 : 0;
        if (size == 0) return false;
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
        i += size;
    }
    return true;
}

table find_table(const std::string &beginning, const std::string &file) {
    table best;
    csv_reader as_it_is{text_source(beginning), file, {}};
    if (as_it_is.has_keys()) {
        best.is_json_lines = true;
        return best;
    }
    std::vector<cut_row> rows_of_best;
    struct quoting {
        bool quoted;
        char escape;
    };
    for (const quoting &in : {quoting{true, '\0'}, quoting{true, '\\'}, quoting{false, '\0'}})
        for (const char separator : {',', ';', '\t', '|'}) {
            if (in.escape != '\0' && beginning.find("\\\"") == std::string::npos) continue;
            dialect how{.separator = separator, .quoted = in.quoted, .escape = in.escape};
            std::vector<cut_row> rows = cut(beginning, file, how);
            if (rows.empty()) continue;
            std::size_t fitting = 0;
            const std::size_t width = common_width(rows, fitting);
            const double share = static_cast<double>(fitting) / static_cast<double>(rows.size());
            // several columns are better than one, and quotes are quotes unless that costs rows
            const auto is_better = [&] {
                if ((width > 1) != (best.width > 1)) return width > 1;
                if (share != best.share) return share > best.share;
                return width > best.width && in.quoted == best.how.quoted && in.escape == best.how.escape;
            };
            if (!rows_of_best.empty() && !is_better()) continue;
            best.how = how, best.width = width, best.share = share;
            rows_of_best = std::move(rows);
        }
    if (rows_of_best.empty() || best.width == 0) throw failure{file + ": is empty"};
    const auto first = std::find_if(rows_of_best.begin(), rows_of_best.end(), [&](const cut_row &row) {
        return !row.broken && row.cells.size() == best.width;
    });
    best.first_line = first->line;
    const bool is_named_separator =
        beginning.starts_with("sep=") || beginning.starts_with("\xEF\xBB\xBFsep=");
    best.how.skip_lines = static_cast<std::size_t>(first->line - 1);
    if (is_named_separator && best.how.skip_lines != 0) --best.how.skip_lines;
    best.header = names_columns(first->cells);
    if (best.header) best.headings = first->cells;
    return best;
}

} // namespace report
