// SPDX-License-Identifier: MIT
#pragma once

/// In which ways the numbers of a column can be read: what is the decimal point, what stands between
/// thousands, which currency is beside them.

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

    /// Ways that read at least nine of ten cells, the plainest of the best first.
    [[nodiscard]] std::vector<number_way> ways() const;
    [[nodiscard]] std::uint64_t cells() const { return cells_; }
    /// Signs and codes beside the numbers, each with how many.
    [[nodiscard]] const std::map<std::string, std::uint64_t> &marks() const { return marks_; }
    /// Some number has a point or a comma in it.
    [[nodiscard]] bool has_decimals() const { return has_decimals_; }
    /// The first that has two readings, with both; empty without one.
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
