// SPDX-License-Identifier: MIT
#include "read/escaped_row.hpp"

namespace report {
namespace {

constexpr std::string_view misplaced = "a quote in the middle of a field";

class row_cutter {
public:
    row_cutter(std::string_view text, bool is_all, const dialect &how, std::string &cells,
               std::vector<std::size_t> &ends)
        : text_{text}, is_all_{is_all}, how_{how}, cells_{cells}, ends_{ends} {}

    escaped_row cut() {
        do
            cut_cell();
        while (goes_on_);
        if (has_formula_ && row_.inside != 0) row_.fault = misplaced;
        if (needs_more_) return {};
        row_.size = at_;
        return row_;
    }

private:
    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    [[nodiscard]] char here() const { return text_[at_]; }
    [[nodiscard]] bool is_line_end() const { return here() == '\n' || here() == '\r'; }
    [[nodiscard]] bool is_blank() const {
        return (here() == ' ' || here() == '\t') && here() != how_.separator;
    }
    [[nodiscard]] bool is_quote() const { return how_.quoted && here() == '"'; }
    void skip_blanks() {
        while (!at_end() && is_blank())
            ++at_;
    }

    void cut_cell() {
        goes_on_ = false;
        skip_blanks();
        const bool is_formula = how_.quoted && text_.substr(at_).starts_with("=\"");
        has_formula_ |= is_formula;
        if (is_formula) ++at_;
        if (!at_end() && is_quote())
            take_quoted();
        else
            take_plain();
        if (row_.fault.empty() && !needs_more_) end_cell();
    }
    /// From one quote to the other, and the blanks after it.
    void take_quoted() {
        for (++at_;; ++at_) {
            if (at_end()) return end_within_quotes();
            if (is_quote() && !text_.substr(at_ + 1).starts_with('"')) break;
            if (is_quote())
                ++at_; // two quotes mean one
            else
                skip_escape();
            if (at_end()) return end_within_quotes();
            take_letter();
        }
        ++at_;
        skip_blanks();
    }
    void end_within_quotes() {
        needs_more_ = !is_all_;
        if (is_all_) row_.fault = "a quote is never closed";
    }
    void take_plain() {
        const std::size_t begin = cells_.size();
        for (; !at_end() && here() != how_.separator && !is_line_end(); ++at_) {
            if (is_quote()) {
                row_.fault = misplaced;
                return;
            }
            skip_escape();
            if (at_end()) break;
            take_letter();
        }
        while (cells_.size() > begin && (cells_.back() == ' ' || cells_.back() == '\t'))
            cells_.pop_back();
    }
    /// A backslash before a character that would mean something without it.
    void skip_escape() {
        if (how_.escape == '\0' || here() != how_.escape) return;
        if (at_ + 1 == text_.size()) {
            needs_more_ = !is_all_;
            return;
        }
        const char next = text_[at_ + 1];
        if (next == how_.escape || next == how_.separator || next == '"' || next == '\n' || next == '\r')
            ++at_;
    }
    /// Takes a letter as it is; CR LF is one line end.
    void take_letter() {
        cells_ += here();
        if (here() == '\n' || (here() == '\r' && !text_.substr(at_ + 1).starts_with('\n'))) ++row_.inside;
    }
    void end_cell() {
        if (at_end()) {
            needs_more_ = !is_all_;
        } else if (here() == how_.separator) {
            ++at_;
            goes_on_ = true;
        } else if (is_line_end()) {
            const bool is_two = text_.substr(at_).starts_with("\r\n");
            needs_more_ = !is_all_ && here() == '\r' && at_ + 1 == text_.size();
            at_ += is_two ? 2 : 1;
        } else {
            row_.fault = misplaced;
        }
        ends_.push_back(cells_.size());
    }

    std::string_view text_;
    bool is_all_;
    dialect how_;
    std::string &cells_;
    std::vector<std::size_t> &ends_;
    escaped_row row_;
    std::size_t at_{};
    bool goes_on_{}, needs_more_{}, has_formula_{};
};

} // namespace

escaped_row cut_escaped(std::string_view text, bool is_all, const dialect &how, std::string &cells,
                        std::vector<std::size_t> &ends) {
    cells.clear();
    ends.clear();
    return row_cutter{text, is_all, how, cells, ends}.cut();
}

} // namespace report
