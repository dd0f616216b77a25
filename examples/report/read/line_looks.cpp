// SPDX-License-Identifier: MIT
#include "read/line_looks.hpp"

#include <algorithm>

namespace report {

char most_frequent_separator(std::string_view first_line) {
    const auto how_many = [&](char c) { return std::count(first_line.begin(), first_line.end(), c); };
    char best = ',';
    for (char c : {';', '\t'})
        if (how_many(c) > how_many(best)) best = c;
    return best;
}

bool lines_are_rows(std::string_view left, char separator, std::size_t cells) {
    if (cells == 1) return false;
    while (!left.empty()) {
        const std::string_view line = left.substr(0, left.find_first_of("\r\n"));
        if (static_cast<std::size_t>(std::count(line.begin(), line.end(), separator)) + 1 != cells)
            return false;
        left.remove_prefix(line.size());
        left.remove_prefix(std::min(left.find_first_not_of("\r\n"), left.size()));
    }
    return true;
}

} // namespace report
