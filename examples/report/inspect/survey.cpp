// SPDX-License-Identifier: MIT
#include "inspect/survey.hpp"

#include "failure.hpp"
#include "profile/fitting.hpp"
#include "profile/fold.hpp"
#include "read/csv_reader.hpp"
#include "read/decode.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace report {
namespace {

/// "Total", "Grand Totals (4 records)".
std::string_view total_in(std::string_view cell) {
    constexpr std::array<std::string_view, 8> words{"grand total", "total",  "totals", "summe",
                                                    "gesamt",      "totale", "totaal", "sum"};
    const std::string text = in_lower_case(cell);
    const bool is_total = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text == word || (text.starts_with(word) && word.size() > 3);
    });
    return is_total ? cell : std::string_view{};
}

std::optional<table_end> end_in(const csv_row &row, std::size_t width) {
    for (std::size_t i = 0; i < std::min(row.fields.size(), width); ++i) {
        if (row.fields[i].empty()) continue;
        if (const std::string_view word = total_in(row.fields[i]); !word.empty())
            return table_end{i, std::string{word}, row.line};
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

survey look_at_file(const std::function<input()> &open) {
    survey found;
    input first = open();
    found.file = first.name;
    std::string beginning = beginning_of(std::move(first));
    encoding written_in = encoding::utf_8;
    if (!is_utf_8(beginning)) {
        written_in = encoding::windows_1252;
        beginning = peek(decoded(open().read, found.file, written_in), first_look).first;
    }
    found.cut = find_table(beginning, found.file);
    found.cut.how.written_in = written_in;

    csv_reader reader{decoded(open().read, found.file, written_in), found.file, found.cut.how};
    csv_row row;
    if (reader.has_keys()) {
        if (!reader.next(row)) throw failure{found.file + ": no line is a JSON object with a key"};
        found.cut.headings.assign(row.fields.begin(), row.fields.end());
        found.cut.width = row.fields.size();
    }
    found.columns.resize(found.cut.width);
    while (reader.next(row)) {
        const auto is_heading = [&] {
            return found.cut.header && std::equal(row.fields.begin(), row.fields.end(),
                                                  found.cut.headings.begin(), found.cut.headings.end());
        };
        if (is_heading()) continue;
        if (found.rows == survey::most_rows) {
            found.whole = false;
            break;
        }
        if ((found.end = end_in(row, found.cut.width))) break;
        ++found.rows;
        if (!row.fault.empty()) {
            ++found.broken_rows;
            continue;
        }
        if (row.fields.size() < found.cut.width && ++found.short_rows == 1) found.first_short = row.line;
        if (row.fields.size() > found.cut.width && ++found.long_rows == 1) found.first_long = row.line;
        for (std::size_t i = 0; i < found.cut.width; ++i)
            found.columns[i].look_at(i < row.fields.size() ? row.fields[i] : std::string_view{}, row.line);
    }
    return found;
}

} // namespace report
