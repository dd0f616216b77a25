// SPDX-License-Identifier: MIT
#pragma once

/// Whose a case is, of those that its rows name (METRICS.md, section 9, "Groups"): the last one named; for a
/// deal by rep that of the settlement that counts. A case whose own rows name none inherits the one of the
/// case that it is linked with: a lead's source is also its deal's.

#include "story/grouping.hpp"
#include "story/record.hpp"

#include <cstdint>
#include <span>

namespace report {

/// The last group that a row of the case names, or nobody.
template <class Record>
[[nodiscard]] std::uint32_t last_named(std::span<const Record> rows, const grouping &by) {
    std::uint32_t group = grouping::nobody;
    for (const Record &r : rows) {
        const std::uint32_t named = r.names_group ? r.group : r.links ? grouping::nobody : by.of(r.labels);
        if (named != grouping::nobody) group = named;
    }
    return group;
}

} // namespace report
