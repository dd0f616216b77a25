// SPDX-License-Identifier: MIT
#pragma once

/// The ways in which the numbers of a column can be read: the decimal point, the separator of thousands, and
/// the currency beside them.

#include "profile/number.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct number_way {
    char point{};
    std::string_view thousands;
    std::uint64_t fits{};
};

class number_guess {
public:
    void look_at(std::string_view cell, std::uint64_t line);

    /// The ways that read at least nine out of ten cells; the plainest of the best comes first.
    [[nodiscard]] std::vector<number_way> ways() const;
    [[nodiscard]] std::uint64_t cells() const { return cells_; }
    /// Signs and codes beside the numbers, with how many of each.
    [[nodiscard]] const std::map<std::string, std::uint64_t> &marks() const { return marks_; }
    /// Whether some number contains a point or a comma.
    [[nodiscard]] bool has_decimals() const { return has_decimals_; }
    /// The first number that has two readings, with both; empty if there is none.
    [[nodiscard]] const std::string &of_two_readings() const { return of_two_readings_; }
    [[nodiscard]] std::uint64_t line_of_two_readings() const { return line_of_two_readings_; }
    [[nodiscard]] std::int64_t least() const { return least_; }
    [[nodiscard]] std::int64_t greatest() const { return greatest_; }

private:
    static constexpr std::size_t styles = 8;
    std::array<std::uint64_t, styles> fits_{};
    std::uint64_t cells_{};
    std::map<std::string, std::uint64_t> marks_;
    bool has_decimals_{};
    std::string of_two_readings_;
    std::uint64_t line_of_two_readings_{};
    std::int64_t least_{}, greatest_{}; ///< whole ones
};

} // namespace report
