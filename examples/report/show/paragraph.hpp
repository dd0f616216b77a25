// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>

namespace report {

/// Words wrapped at the width of a page, after a label.
void print_paragraph(std::ostream &out, std::string_view label, std::string_view text, std::size_t indent = 9,
                     std::size_t page_width = 100);

} // namespace report
