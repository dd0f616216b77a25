// SPDX-License-Identifier: MIT
#pragma once

/// The owner of a case, among those that its rows name (METRICS.md, section 9, "Groups"): the last one named;
/// for a deal by rep, the one on the settlement that counts. A case whose own rows name none takes that of
/// the case that it is linked with: a lead's source is also its deal's. The result holds, for each dimension,
/// the labels of the row that says so, or `unnamed`.

#include "story/grouping.hpp"
#include "story/record.hpp"

#include <cstddef>
#include <span>

namespace report {

/// Only of the rows for which `takes` holds.
template <class Record>
[[nodiscard]] naming last_naming(std::span<const Record> rows, const grouping &by, auto &&takes) {
    naming last = names_nothing;
    for (const Record &r : rows)
        for (std::size_t d = 0; d < by.size(); ++d)
            if (!r.links && takes(r) && by.names(d, r.labels)) last[d] = by.of_row(d, r.labels);
    return last;
}
template <class Record> [[nodiscard]] naming last_naming(std::span<const Record> rows, const grouping &by) {
    return last_naming(rows, by, [](const Record &) { return true; });
}

} // namespace report
