// SPDX-License-Identifier: MIT
#pragma once

/// Calendar periods as METRICS.md, section 9, and the README of kpi-report name them: by counting days.

#include "cases.hpp"
#include "figures.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace oracle {

struct named_scope {
    std::string name;
    scope what;
    bool complete{}; ///< a period that the log covers from its first second to its last
};

/// The periods from the first row that is read to the last, those without any between them too; of a name,
/// if the rest is of one, by which it is counted from its own first call.
[[nodiscard]] std::vector<named_scope> periods_of(const book &b, const scope &whole);

} // namespace oracle
