// SPDX-License-Identifier: MIT
#include "show/paragraph.hpp"

#include "show/printable.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace report {

void print_paragraph(std::ostream &out, std::string_view label, std::string_view text, std::size_t indent,
                     std::size_t page_width) {
    std::string current{label};
    current.resize(std::max(indent, current.size() + 1), ' ');
    bool fresh = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!fresh && width(current) + 1 + width(word) > page_width) {
            out << current << '\n';
            current.assign(indent, ' ');
            fresh = true;
        }
        if (!fresh) current += ' ';
        current += word;
        fresh = false;
    }
    out << current << '\n';
}

} // namespace report
