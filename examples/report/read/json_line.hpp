// SPDX-License-Identifier: MIT
#pragma once

/// One line of JSON Lines, which has to be an object: its members as cells, those of an object within it by
/// their path, `a.b`. A number is its text as it is written, null is empty, an array is its JSON.

#include <string>
#include <string_view>
#include <vector>

namespace report {

class json_line {
public:
    static constexpr std::size_t deepest = 32; ///< objects and arrays within each other

    struct member {
        std::string path, text;
    };

    /// Why the line is no object; empty where it is one.
    [[nodiscard]] std::string_view read(std::string_view line);
    /// In the order of the line; good until the next one is read.
    [[nodiscard]] const std::vector<member> &members() const { return members_; }

private:
    std::vector<member> members_;
    std::string fault_;
};

} // namespace report
