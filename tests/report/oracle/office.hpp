// SPDX-License-Identifier: MIT
#pragma once

/// How long an office is open between two times, counted stretch by stretch.

#include "log.hpp"
#include "rules.hpp"

#include <cstdint>

namespace oracle {

[[nodiscard]] std::int64_t worked(const office &hours, std::int64_t from, std::int64_t until);

} // namespace oracle
