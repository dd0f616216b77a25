// SPDX-License-Identifier: MIT
#pragma once

/// Reps in groups, as a roster has them: their teams, or their roles. Number 0 is nobody's group, which is
/// that of reps who have none.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace report {

struct rep_groups {
    std::vector<std::uint32_t> of_rep{}; ///< by the number of a rep's name
    std::vector<std::string> names{std::string{}};

    [[nodiscard]] std::uint32_t of(std::uint32_t rep) const {
        return rep < of_rep.size() ? of_rep[rep] : std::uint32_t{};
    }
};

} // namespace report
