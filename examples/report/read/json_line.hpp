// SPDX-License-Identifier: MIT
#pragma once

/// One line of JSON Lines, which must be an object: its members become cells, those of an inner object by
/// their path, `a.b`. A number keeps its text as written, null is empty, an array is its JSON.

#include <string>
#include <string_view>
#include <vector>

namespace report {

class json_line {
public:
    static constexpr std::size_t deepest = 32; ///< how deep objects and arrays may be nested

    struct member {
        std::string path, text;
    };

    /// Why the line is no object; empty if it is one.
    [[nodiscard]] std::string_view read(std::string_view line);
    /// In the order of the line; valid until the next one is read.
    [[nodiscard]] const std::vector<member> &members() const { return members_; }

private:
    std::vector<member> members_;
    std::string fault_;
};

} // namespace report
