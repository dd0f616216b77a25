// SPDX-License-Identifier: MIT
#include "read/csv_slices.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace report {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_quoted_row = csv_reader::longest_row / 2;

/// Walks over a text, starting at the beginning of a row.
class row_ends {
public:
    row_ends(std::string_view text, const dialect &how) : text_{text}, how_{how} { walk(); }

    /// The place after the last whole row.
    [[nodiscard]] std::size_t last() const { return last_; }
    /// Whether the ends of further rows cannot be told.
    [[nodiscard]] bool lost() const { return lost_; }

private:
    void walk() {
        lost_ = how_.escape != '\0' && text_.find(how_.escape) != npos; // it may stand before a quote
        if (lost_) return;
        for (std::size_t at = 0;;) {
            const std::size_t quote = how_.quoted ? text_.find('"', at) : npos;
            take_line_ends(at, std::min(quote, text_.size()));
            if (quote == npos) return;
            std::size_t wrong = quote;
            if (opens(quote)) {
                const std::size_t close = std::min(closing(quote), text_.size());
                const std::size_t behind = behind_blanks(close + 1);
                lost_ = close - last_ > longest_quoted_row;
                if (behind >= text_.size() || lost_) return;
                if (ends_field(behind)) {
                    at = behind;
                    continue;
                }
                wrong = behind;
            }
            // the reader refuses the row, and goes on at the line after the one where it began
            lost_ = text_.substr(last_, wrong - last_).find_first_of("\r\n") != npos;
            at = text_.find_first_of("\r\n", wrong);
            if (lost_ || at == npos) return;
        }
    }
    /// If no quote is open, each ends a row. A carriage return at the end may be half of a line end.
    void take_line_ends(std::size_t from, std::size_t to) {
        if (to == text_.size() && text_.ends_with('\r')) --to;
        const std::size_t found = to > from ? text_.substr(from, to - from).find_last_of("\r\n") : npos;
        if (found != npos) last_ = from + found + 1;
    }
    [[nodiscard]] bool opens(std::size_t quote) const {
        while (quote > last_ && is_blank(text_[quote - 1]))
            --quote;
        return quote == last_ || text_[quote - 1] == how_.separator;
    }
    [[nodiscard]] std::size_t closing(std::size_t quote) const {
        std::size_t close = text_.find('"', quote + 1);
        while (close != npos && close + 1 < text_.size() && text_[close + 1] == '"')
            close = text_.find('"', close + 2);
        return close;
    }
    [[nodiscard]] std::size_t behind_blanks(std::size_t at) const {
        while (at < text_.size() && is_blank(text_[at]))
            ++at;
        return at;
    }
    [[nodiscard]] bool is_blank(char c) const { return (c == ' ' || c == '\t') && c != how_.separator; }
    [[nodiscard]] bool ends_field(std::size_t at) const {
        return text_[at] == how_.separator || text_[at] == '\r' || text_[at] == '\n';
    }

    std::string_view text_;
    dialect how_;
    std::size_t last_{};
    bool lost_{};
};

/// Block by block, counting in a byte within each: this lets compilers use vectors.
std::uint64_t line_feeds_in(std::string_view text) {
    constexpr std::size_t block = 240;
    std::uint64_t all = 0;
    for (; text.size() >= block; text.remove_prefix(block)) {
        std::uint8_t here = 0;
        for (std::size_t i = 0; i < block; ++i)
            here = static_cast<std::uint8_t>(here + (text[i] == '\n' ? 1 : 0));
        all += here;
    }
    return all + static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}
std::uint64_t lines_in(std::string_view text) {
    std::uint64_t lines = line_feeds_in(text);
    for (std::size_t at = text.find('\r'); at != npos; at = text.find('\r', at + 1))
        lines += at + 1 == text.size() || text[at + 1] != '\n' ? 1u : 0u;
    return lines;
}

} // namespace

csv_slices::csv_slices(csv_text all, std::size_t size)
    : rest_{std::move(all)}, size_{std::max<std::size_t>(size, 1)}, ended_{!rest_.more} {}

std::optional<csv_slice> csv_slices::next() {
    const std::lock_guard alone{busy_};
    for (std::size_t wanted = size_;; wanted *= 2) { // repeats if a row is longer than a slice
        while (!ended_ && rest_.text.size() < wanted)
            fill(wanted);
        if (rest_.text.empty()) return std::nullopt;
        const std::string_view begin = std::string_view{rest_.text}.substr(0, wanted);
        if (ended_ && begin.size() == rest_.text.size()) return all_the_rest();
        const row_ends ends{begin, rest_.how};
        if (ends.lost() || begin.size() - ends.last() > csv_reader::longest_row) return all_the_rest();
        if (ends.last() != 0) return cut(ends.last());
    }
}

void csv_slices::stop() {
    const std::lock_guard alone{busy_};
    rest_ = {};
    ended_ = true;
}

void csv_slices::fill(std::size_t wanted) {
    std::string &text = rest_.text;
    const std::size_t had = text.size();
    text.resize(wanted);
    const std::size_t got = rest_.more(text.data() + had, wanted - had);
    text.resize(had + got);
    ended_ = got == 0;
}

csv_slice csv_slices::all_the_rest() {
    csv_slice last{std::move(rest_), count_++};
    rest_ = {};
    ended_ = true;
    return last;
}

csv_slice csv_slices::cut(std::size_t size) {
    std::string left = rest_.text.substr(size);
    csv_slice first{{std::move(rest_.text), {}, rest_.line, rest_.how}, count_++};
    first.rows.text.resize(size);
    rest_.text = std::move(left);
    rest_.line += lines_in(first.rows.text);
    return first;
}

} // namespace report
