// SPDX-License-Identifier: MIT
#pragma once

/// A fact that a story of visits could tell: for metrics that read facts.

#include "doors.hpp"

#include <cstdint>

namespace kpi::test {

struct told_visit {
    door kind{};
    bool again{}, fresh{};
    std::uint8_t channel{};
    std::uint32_t k{}, touches{}, quarters{}, elapsed{}, pace{};
};

} // namespace kpi::test
