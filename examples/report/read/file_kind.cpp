// SPDX-License-Identifier: MIT
#include "read/file_kind.hpp"

#include <algorithm>
#include <array>

namespace report {
namespace {

struct signature {
    std::string_view bytes, told;
};
constexpr std::array<signature, 9> signatures{
    {{{"PK\x03\x04", 4}, {}}, // a spreadsheet, or any archive
     {{"\xD0\xCF\x11\xE0", 4}, "is a spreadsheet (xls), not CSV: open it and save the sheet as CSV"},
     {"PAR1", "is Parquet, not CSV: duckdb -c \"COPY 'FILE' TO 'out.csv'\" writes it as CSV"},
     {"%PDF-", "is a PDF, not CSV: export the table as CSV where the PDF was made"},
     {"SQLite format 3",
      "is a database (SQLite), not CSV: sqlite3 -csv -header FILE 'select ...' writes it as CSV"},
     {"BZh9", "is packed by bzip2: unpack it first, or pack it by gzip"},
     {{"\xFD"
       "7zXZ",
       5},
      "is packed by xz: unpack it first, or pack it by gzip"},
     {{"7z\xBC\xAF", 4}, "is an archive (7z), not CSV: unpack it first"},
     {"Rar!", "is an archive (rar), not CSV: unpack it first"}}};

bool begins_with(std::string_view text, std::string_view small) {
    return text.size() >= small.size() &&
           std::equal(small.begin(), small.end(), text.begin(), [](char s, char t) {
               return s == (t >= 'A' && t <= 'Z' ? static_cast<char>(t - 'A' + 'a') : t);
           });
}

std::string_view behind_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

/// An object, or a list of them: no row of CSV begins with such a text.
bool is_json(std::string_view text) {
    const std::string_view next = behind_blanks(text.substr(std::min<std::size_t>(1, text.size())));
    return (text.starts_with('{') && next.starts_with('"')) ||
           (text.starts_with('[') && next.starts_with('{'));
}

/// An object on the first line, and something like one on the next.
bool shows_json_lines(std::string_view text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    return is_json(line) && line.ends_with('}') && behind_blanks(text.substr(line.size())).starts_with('{');
}

/// "calls.ndjson.gz".
bool is_called_json_lines(std::string_view name) {
    for (const std::string_view packed : {".gz", ".zst"})
        if (name.ends_with(packed)) name.remove_suffix(packed.size());
    return name.ends_with(".jsonl") || name.ends_with(".ndjson");
}

} // namespace

std::string_view named_by_bytes(std::string_view first) {
    for (const signature &each : signatures) {
        if (!first.starts_with(each.bytes)) continue;
        if (!each.told.empty()) return each.told;
        const auto holds = [first](std::string_view part) {
            return first.find(part) != std::string_view::npos;
        };
        if (holds("opendocument.spreadsheet"))
            return "is a spreadsheet (ods), not CSV: open it and save the sheet as CSV";
        if (holds("[Content_Types].xml") || holds("xl/") || holds("_rels/"))
            return "is a spreadsheet (xlsx), not CSV: open it and save the sheet as CSV (UTF-8)";
        return "is an archive (zip), not CSV: unpack it first";
    }
    return {};
}

bool is_json_lines(std::string_view text, std::string_view name) {
    text = behind_blanks(text);
    return shows_json_lines(text) ||
           (is_called_json_lines(name) && (named_by_text(text).empty() || text.starts_with('{')));
}

std::string_view named_by_text(std::string_view text) {
    text = behind_blanks(text);
    if (is_json(text))
        return "is JSON, but not an object a line: jq -c '.[]' FILE > FILE.jsonl writes a list so, and that "
               "is read";
    if (begins_with(text, "<!doctype html") || begins_with(text, "<html") || begins_with(text, "<table"))
        return "is HTML, whatever its name says, not CSV: open it in a spreadsheet and save it as CSV";
    if (begins_with(text, "<?xml"))
        return "is XML, not CSV: open it in a spreadsheet and save it as CSV, or export it as CSV";
    return {};
}

} // namespace report
