// SPDX-License-Identifier: MIT
#pragma once

/// Numbers for combinations of numbers: a row's names in the user's own dimensions, or the group that a case
/// is in by two dimensions.

#include "profile/numbering.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace report {

struct hash_of_numbers {
    std::size_t operator()(const std::vector<std::uint32_t> &all) const {
        std::uint64_t h = all.size();
        for (const std::uint32_t each : all)
            h = (h + each) * 0x9E3779B97F4A7C15u;
        return static_cast<std::size_t>(h ^ h >> 32);
    }
};

using combinations = numbering<std::vector<std::uint32_t>, hash_of_numbers>;

} // namespace report
