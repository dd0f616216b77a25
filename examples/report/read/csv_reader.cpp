// SPDX-License-Identifier: MIT
#include "read/csv_reader.hpp"

#include "failure.hpp"
#include "read/csv_marks.hpp"
#include "read/escaped_row.hpp"
#include "read/file_kind.hpp"
#include "read/line_looks.hpp"
#include "read/trimmed.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

namespace report {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;

/// Blanks at the end of a field, except at the ends of these bytes, where that is not known.
std::uint64_t blanks_at_ends(const csv_marks &marks) {
    const std::uint64_t ends = marks.separators | marks.stops;
    return marks.blanks & (ends << 1 | ends >> 1 | std::uint64_t{1} << 63 | 1);
}

/// `="0012"` means 0012: this tells spreadsheets that it is a text.
std::string_view behind_formula(std::string_view cell) {
    const bool is_text = cell.size() >= 3 && cell.starts_with("=\"") && cell.find('"', 2) == cell.size() - 1;
    return is_text ? cell.substr(2, cell.size() - 3) : cell;
}

} // namespace

csv_reader::csv_reader(csv_text from)
    : source_{std::move(from.more)}, ended_{!source_}, text_{std::move(from.text)}, line_{from.line},
      how_{from.how} {
    restart();
}

csv_reader::csv_reader(byte_source source, const std::string &name, const dialect &how)
    : source_{std::move(source)}, how_{how} {
    while (text_.size() < chunk && fill()) { // a source may bring a few bytes at a time
    }
    if (text_.starts_with("\xEF\xBB\xBF")) row_ = next_ = 3;
    const std::string_view all = std::string_view{text_}.substr(row_, chunk);
    const bool are_objects = is_json_lines(all, name);
    if (const std::string_view told = named_by_text(all); !are_objects && how_.quoted && !told.empty())
        throw failure{name + ": " + std::string{told}};
    for (std::size_t line = 0; line < how_.skip_lines; ++line)
        skip_line();
    if (are_objects) {
        find_keys(name);
        return;
    }
    const std::string_view text = first_line();
    if (text.size() == 5 && text.starts_with("sep=")) {
        how_.separator = text.back();
        skip_line();
    } else if (how_.separator == dialect::detect) {
        how_.separator = most_frequent_separator(text);
    }
    restart();
}

csv_reader::~csv_reader() { csv_free(&parser_); }

csv_text csv_reader::rest() {
    text_.erase(0, row_);
    csv_text left{std::move(text_), ended_ ? byte_source{} : std::move(source_), line_, how_};
    text_.clear();
    row_ = next_ = 0;
    ended_ = true;
    return left;
}

bool csv_reader::next(csv_row &row) {
    if (how_.keys) return next_object(row);
    if (how_.escape != '\0') return next_escaped(row);
    if (cut_plain_row(row)) return true;
    cells_.clear();
    cell_ends_.clear();
    complete_ = false;
    for (;;) {
        if (next_ == text_.size() && !fill()) return finish(row);

        const line_end line = find_line_end();
        const std::size_t size = line.behind - next_;
        // if nothing is quoted, libcsv takes a zero byte for the quote
        if (!how_.quoted && std::memchr(text_.data() + next_, '\0', size) != nullptr)
            return give_up(row, "a zero byte");
        if (csv_parse(&parser_, text_.data() + next_, size, on_cell, on_row, this) != size) {
            if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc{};
            return cut_formulas(row) || give_up(row, "a quote in the middle of a field");
        }
        next_ = line.behind;
        if (next_ - row_ > longest_row) return give_up(row, "longer than 1 MiB: is a quote not closed?");
        if (complete_) return hand_over(row);
        if (!line.found) continue;
        if (blank(next_)) {
            row_ = next_;
            ++line_;
        } else {
            ++inside_;
        }
    }
}

/// Reads all lines for their keys, and then returns to where it was.
void csv_reader::find_keys(const std::string &name) {
    constexpr std::size_t kept_here = std::size_t{1} << 20;
    how_.quoted = false; // each line end ends a row
    how_.keys = std::make_shared<const json_keys>();
    csv_text left = rest();
    peeked begin = peek(continued(std::move(left.text), std::move(left.more)), kept_here);
    std::optional<spool> kept;
    if (begin.first.size() == kept_here) kept.emplace(input{name, std::move(begin.whole), {}});
    const auto from_here = [&] { return kept ? kept->open().read : text_source(begin.first); };

    json_keys found;
    csv_reader lines{csv_text{{}, from_here(), line_, how_}};
    for (csv_row row; lines.next(row);) {
        if (!row.fault.empty()) continue;
        for (const json_line::member &each : lines.object_.members())
            found.try_emplace(each.path);
        if (found.size() > most_keys)
            throw failure{name + ':' + std::to_string(row.line) + ": the objects have more than " +
                          std::to_string(most_keys) + " keys: are some of them values?"};
    }
    std::size_t cell = 0;
    for (auto &[key, at] : found)
        at = cell++;
    how_.keys = std::make_shared<const json_keys>(std::move(found));
    source_ = from_here();
    ended_ = false;
    keys_due_ = true;
}

bool csv_reader::next_object(csv_row &row) {
    if (std::exchange(keys_due_, false)) {
        fields_.clear();
        for (const auto &[key, cell] : *how_.keys)
            fields_.emplace_back(key);
        row = {0, fields_, {}};
        return !fields_.empty();
    }
    for (bool more = true; more;) {
        more = next_ != text_.size() || fill();
        const line_end line = find_line_end();
        next_ = line.behind;
        if (next_ - row_ > longest_row) return give_up(row, "longer than 1 MiB");
        if (more && !line.found) continue;
        if (!blank(next_)) return hand_over_object(row);
        row_ = next_;
        ++line_;
    }
    return false;
}

/// The line from `row_` to `next_`.
bool csv_reader::hand_over_object(csv_row &row) {
    row.line = line_++;
    row.fault = object_.read({text_.data() + row_, next_ - row_});
    fields_.assign(row.fault.empty() ? how_.keys->size() : 0, {});
    if (row.fault.empty())
        for (const json_line::member &each : object_.members()) {
            const auto cell = how_.keys->find(each.path);
            if (cell == how_.keys->end()) continue; // the keys are being found
            std::string_view &field = fields_[cell->second];
            if (field.data() != nullptr) row.fault = "no JSON object: a key stands twice in it";
            field = each.text;
        }
    row.fields = fields_;
    row_ = next_;
    return true;
}

bool csv_reader::next_escaped(csv_row &row) {
    for (;;) {
        const std::string_view text = std::string_view{text_}.substr(row_, longest_row + 1);
        const escaped_row found = cut_escaped(text, ended_, how_, cells_, cell_ends_);
        if (!found.fault.empty()) return give_up(row, found.fault);
        if (found.size > longest_row || (found.size == 0 && text.size() > longest_row))
            return give_up(row, "longer than 1 MiB: is a quote not closed?");
        if (found.size == 0) {
            if (ended_) return false;
            fill();
            continue;
        }
        next_ = row_ + found.size;
        inside_ = found.inside;
        if (!blank(next_)) return hand_over(row);
        row_ = next_;
        ++line_;
    }
}

/// A row that libcsv cannot read, because it contains `="0012"`. False if the row is a different one.
bool csv_reader::cut_formulas(csv_row &row) {
    next_ = row_;
    line_end end = find_line_end();
    while (!end.found && text_.size() - row_ <= longest_row && fill())
        end = find_line_end();
    const std::size_t size = end.behind - row_;
    const std::string_view line{text_.data() + row_, size};
    if (size > longest_row || line.find("=\"") == std::string_view::npos) return false;
    const escaped_row found = cut_escaped(line, true, how_, cells_, cell_ends_);
    if (!found.fault.empty() || found.size != size) return false;
    restart();
    next_ = row_ + size;
    return hand_over(row);
}

/// True if the next row is a plain one. False if it is not, or nothing is left; then nothing has been
/// read.
bool csv_reader::cut_plain_row(csv_row &row) {
    if (next_ != row_) return false; // libcsv is reading it
    const csv_marker marker{how_.separator, how_.quoted};
    const char *begin = text_.data() + row_, *const behind = text_.data() + text_.size();
    std::string_view *field = fields_.data();
    std::uint64_t at_ends = 0;
    const auto cut = [&](const char *end) {
        *field++ = {begin, static_cast<std::size_t>(end - begin)};
        begin = end + 1;
    };
    for (const char *at = begin; static_cast<std::size_t>(behind - at) >= csv_marker::width;
         at += csv_marker::width) {
        const auto so_far = static_cast<std::size_t>(field - fields_.data());
        if (fields_.size() < so_far + csv_marker::width) {
            fields_.resize(so_far + csv_marker::width);
            field = fields_.data() + so_far;
        }
        const csv_marks marks = marker.in(at);
        at_ends |= blanks_at_ends(marks);
        const std::uint64_t stops = marks.stops;
        for (std::uint64_t left = marks.separators & ((stops & -stops) - 1); left != 0; left &= left - 1)
            cut(at + std::countr_zero(left));
        if (stops == 0) continue;

        const char *const end = at + std::countr_zero(stops);
        if (*end != '\n' && *end != '\r') return false;
        cut(end);
        if (at_ends != 0) std::transform(fields_.data(), field, fields_.data(), trimmed);
        row.fields = {fields_.data(), field};
        if (row.fields.size() == 1 && row.fields[0].empty()) return false;
        if (*end == '\r' && (begin == behind || *begin++ != '\n')) return false;
        if (static_cast<std::size_t>(begin - text_.data()) - row_ > longest_row) return false;
        row.line = line_++;
        row.fault = {};
        row_ = next_ = static_cast<std::size_t>(begin - text_.data());
        return true;
    }
    return false;
}

/// Reads on, and drops what lies before the row. False at the end of the source.
bool csv_reader::fill() {
    if (ended_) return false;
    text_.erase(0, row_);
    next_ -= row_;
    row_ = 0;
    const std::size_t had = text_.size();
    text_.resize(had + chunk);
    const std::size_t got = source_(text_.data() + had, chunk);
    text_.resize(had + got);
    ended_ = got == 0;
    return !ended_;
}

std::string_view csv_reader::first_line() {
    // a source may bring a few bytes at a time
    while (text_.size() - row_ < chunk && text_.find_first_of("\r\n", row_) == std::string::npos && fill()) {
    }
    const std::string_view text = std::string_view{text_}.substr(row_);
    return text.substr(0, text.find_first_of("\r\n"));
}

void csv_reader::skip_line() {
    for (;;) {
        const line_end line = find_line_end();
        row_ = next_ = line.behind;
        if (line.found || !fill()) break;
    }
    ++line_;
}

void csv_reader::restart() {
    csv_free(&parser_);
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(how_.separator));
    if (!how_.quoted) csv_set_quote(&parser_, '\0');
    csv_set_blk_size(&parser_, 4096);
}

/// The end of the line that continues at `next_`. CR LF is one line end, even if a chunk ends between the
/// two.
csv_reader::line_end csv_reader::find_line_end() {
    const std::size_t found = text_.find_first_of("\r\n", next_);
    if (found == std::string::npos) return {text_.size(), false};
    if (text_[found] == '\n') return {found + 1, true};

    std::size_t behind = found + 1 - row_; // fill moves the row to the front
    const bool more = row_ + behind < text_.size() || fill();
    behind += row_;
    return {behind + (more && text_[behind] == '\n' ? 1u : 0u), true};
}

bool csv_reader::blank(std::size_t end) const {
    return std::string_view{text_}.substr(row_, end - row_).find_first_not_of(" \t\r\n") ==
           std::string_view::npos;
}

bool csv_reader::hand_over(csv_row &row) {
    row.line = line_;
    const std::string_view text{text_.data() + row_, next_ - row_};
    row.fault = {};
    if (text.find('\0') != std::string_view::npos)
        row.fault = "a zero byte";
    else if (inside_ != 0 && lines_are_rows(text, how_.separator, cell_ends_.size()))
        row.fault =
            "each of its lines is a row by itself: is a quote a character here (\"quoting\": \"none\")?";
    fields_.clear();
    std::size_t begin = 0;
    for (std::size_t end : cell_ends_) {
        fields_.push_back(behind_formula(std::string_view{cells_}.substr(begin, end - begin)));
        begin = end;
    }
    row.fields = fields_;
    row_ = next_;
    line_ += inside_ + 1;
    inside_ = 0;
    return true;
}

/// The row cannot be read: says so, and goes back to the end of the line where the row began.
bool csv_reader::give_up(csv_row &row, std::string_view why) {
    row.line = line_;
    row.fault = why;
    row.fields = {};
    restart();
    next_ = row_;
    skip_line();
    inside_ = 0;
    return true;
}

/// The end of the source: whatever is left is the last row.
bool csv_reader::finish(csv_row &row) {
    if (row_ == text_.size()) return false;
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) return give_up(row, "a quote is never closed");
    if (complete_) return hand_over(row);
    row_ = next_ = text_.size();
    return false;
}

void csv_reader::on_cell(void *cell, std::size_t size, void *self) {
    auto &reader = *static_cast<csv_reader *>(self);
    reader.cells_.append(static_cast<const char *>(cell), size);
    reader.cell_ends_.push_back(reader.cells_.size());
}

void csv_reader::on_row(int, void *self) { static_cast<csv_reader *>(self)->complete_ = true; }

} // namespace report
