// SPDX-License-Identifier: MIT
#pragma once

/// Cells in columns, each as wide as its widest cell.

#include "show/page.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

class columns {
public:
    /// Says for each column whether it is aligned to the right.
    explicit columns(std::vector<bool> to_the_right) : to_the_right_{std::move(to_the_right)} {}

    /// A row of at most as many cells.
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    /// The number of characters in a row.
    [[nodiscard]] std::size_t wide() const;
    /// The first row is the title.
    void print(std::ostream &out, const style &paint) const;

private:
    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<bool> to_the_right_;
    std::vector<std::vector<std::string>> rows_;
};

/// A heading in lines of at most so many characters, or as long as its longest word.
[[nodiscard]] std::vector<std::string> in_lines_of(std::string_view heading, std::size_t most);

/// The text, filled with blanks up to a width.
[[nodiscard]] std::string padded(const std::string &text, std::size_t to, bool right);

} // namespace report
