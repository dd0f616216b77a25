// SPDX-License-Identifier: MIT
#pragma once

/// Two groups of a sheet, figure by figure: `--compare rep:Ann=Ben`. How far apart their shares are is a
/// range (Newcombe 1998, method 10; of the ratio Koopman 1984), and a difference is called more than chance
/// only where Fisher's mid-p over all of them at once (Benjamini-Hochberg) and that range agree.

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
    bool beyond_chance{};
    std::string_view why_untested{}; ///< of a share without a range
};

struct comparison {
    std::string by, a, b;
    std::vector<compared_line> lines; ///< that both have a figure of
};

/// What --compare asks for.
struct compared_groups {
    std::string by, a, b;
};
/// Reads `rep:Ann=Ben`. Throws a failure.
[[nodiscard]] compared_groups read_compared(const std::string &option);

/// Throws a failure with the nearest name where a group is none of the sheet. What it answers looks at the
/// sheet.
[[nodiscard]] comparison compare_groups(const sheet &s, const compared_groups &wanted);

void print_comparison(std::ostream &out, const comparison &both, const page &on);

} // namespace report
