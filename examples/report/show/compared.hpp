// SPDX-License-Identifier: MIT
#pragma once

/// Two groups of a sheet, figure by figure: `--compare rep:Ann=Ben`. How far apart their shares are is a
/// range (Newcombe 1998, method 10; of the ratio Koopman 1984), and so is how much longer their times are
/// (Hodges and Lehmann). A difference is called more than chance only where the test and that range agree:
/// all tests are one family (Benjamini-Hochberg), of shares Fisher's mid-p, of times Wilcoxon's, and where
/// cases are still open Gray's, which has no range.

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
    std::string_view why_untested{}; ///< of a share or a time

    [[nodiscard]] std::optional<double> p_value() const;
};

struct comparison {
    std::string by, a, b;
    std::vector<compared_line> lines; ///< that both have a figure of
};

/// Of the groups that the sheet says are compared. What it answers looks at the sheet.
[[nodiscard]] comparison compare_groups(const sheet &s);

void print_comparison(std::ostream &out, const comparison &both, const page &on);

} // namespace report
