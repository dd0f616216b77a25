// SPDX-License-Identifier: MIT
#pragma once

/// Cells in columns, as wide as the widest of each.

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
    /// Whether each column stands to the right of its width.
    explicit columns(std::vector<bool> to_the_right) : to_the_right_{std::move(to_the_right)} {}

    /// A row of as many cells or fewer.
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    /// How many characters a row takes.
    [[nodiscard]] std::size_t wide() const;
    /// The first row is the title.
    void print(std::ostream &out, const style &paint) const;

private:
    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<bool> to_the_right_;
    std::vector<std::vector<std::string>> rows_;
};

/// A heading in lines of at most so many characters, or of its longest word.
[[nodiscard]] std::vector<std::string> in_lines_of(std::string_view heading, std::size_t most);

/// Filled with blanks up to a width.
[[nodiscard]] std::string padded(const std::string &text, std::size_t to, bool right);

} // namespace report
