// SPDX-License-Identifier: MIT
#include "show/columns.hpp"

#include "show/printable.hpp"

#include <algorithm>
#include <ostream>

namespace report {

std::string padded(const std::string &text, std::size_t to, bool right) {
    const std::string filling(to - std::min(to, width(text)), ' ');
    return right ? filling + text : text + filling;
}

std::vector<std::string> in_lines_of(std::string_view heading, std::size_t most) {
    std::vector<std::string> lines;
    while (!heading.empty()) {
        const std::size_t end = std::min(heading.find(' '), heading.size());
        const std::string_view word = heading.substr(0, end);
        heading.remove_prefix(std::min(end + 1, heading.size()));
        if (!lines.empty() && width(lines.back()) + 1 + width(word) <= most)
            lines.back() += ' ' + std::string{word};
        else
            lines.emplace_back(word);
    }
    return lines;
}

std::vector<std::size_t> columns::widths() const {
    std::vector<std::size_t> all(to_the_right_.size());
    for (const auto &cells : rows_)
        for (std::size_t c = 0; c < cells.size(); ++c)
            all[c] = std::max(all[c], width(cells[c]));
    return all;
}

std::size_t columns::wide() const {
    std::size_t sum = 0;
    for (const std::size_t each : widths())
        sum += each == 0 ? 0 : each + 2;
    return sum;
}

void columns::print(std::ostream &out, const style &paint) const {
    const std::vector<std::size_t> all = widths();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        std::string text;
        for (std::size_t c = 0; c < rows_[r].size(); ++c)
            if (all[c] != 0) text += padded(rows_[r][c], all[c], to_the_right_[c]) + "  ";
        text.erase(text.find_last_not_of(' ') + 1);
        const bool title = r == 0 && !paint.title.empty();
        out << (title ? paint.title : "") << text << (title ? paint.plain : "") << '\n';
    }
}

} // namespace report
