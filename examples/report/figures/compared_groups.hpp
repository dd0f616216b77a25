// SPDX-License-Identifier: MIT
#pragma once

/// The two groups that --compare asks for.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace report {

struct compared_groups {
    std::string by, a, b;
};

/// Reads `rep:Ann=Ben`. Throws a failure.
[[nodiscard]] compared_groups read_compared(const std::string &option);

/// Their places among the groups. Throws a failure with the nearest name if one is not among them.
[[nodiscard]] std::pair<std::size_t, std::size_t> places_of(const compared_groups &two,
                                                            const std::vector<std::string> &groups);

} // namespace report
