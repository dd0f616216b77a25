// SPDX-License-Identifier: MIT
#pragma once

/// Compares two groups of a sheet, figure by figure: `--compare rep:Ann=Ben`. The difference of their shares
/// is a range (Newcombe 1998, method 10; for the ratio Koopman 1984), and so is the difference of their times
/// (Hodges and Lehmann). A difference is called more than chance only if the test and that range agree: all
/// tests are one family (Benjamini-Hochberg), for shares Fisher's mid-p, for times Wilcoxon's, and if cases
/// are still open Gray's, which has no range.

#include "figures/held_against.hpp"
#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

struct compared_line {
    const line *of{};
    const figure *a{}, *b{};
    std::optional<tested_pair> tested{};
    std::optional<std::pair<double, double>> ratio{}; ///< the range of a / b
    std::optional<groups_apart> apart{};
    bool beyond_chance{};
    std::string_view why_untested{}; ///< for a share or a time

    [[nodiscard]] std::optional<double> p_value() const;
};

struct comparison {
    std::string by, a, b;
    std::vector<compared_line> lines; ///< for which both have a figure
};

/// The two groups that the sheet compares. The result refers to the sheet.
[[nodiscard]] comparison compare_groups(const sheet &s);

void print_comparison(std::ostream &out, const comparison &both, const page &on);

} // namespace report
