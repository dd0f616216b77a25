// SPDX-License-Identifier: MIT
#pragma once

/// Days by their number: 0 is 1970-01-01.

#include <cstdint>

namespace report {

[[nodiscard]] constexpr std::int64_t day_of(std::int64_t seconds) {
    constexpr std::int64_t day = 86'400;
    return seconds / day - (seconds % day < 0 ? 1 : 0);
}

} // namespace report
