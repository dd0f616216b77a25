// SPDX-License-Identifier: MIT
#pragma once

/// Random logs that are hostile by construction: few ids, shared between kinds, few moments, many at month
/// ends; stories of leads and deals, and rows strewn over them.

#include "log.hpp"

#include <cstdint>

namespace oracle {

[[nodiscard]] log make_log(std::uint64_t seed);

} // namespace oracle
