// SPDX-License-Identifier: MIT
#pragma once

/// Whose a case is, of those that its rows name (METRICS.md, section 9, "Groups"): the last one named; for a
/// deal by rep that of the settlement that counts. A case whose own rows name none has the one of the case
/// that it is linked with: a lead's source is also its deal's. The answer is, for each dimension, the labels
/// of the row that says so, or `unnamed`.

#include "story/grouping.hpp"
#include "story/record.hpp"

#include <cstddef>
#include <span>

namespace report {

/// Of the rows that `takes` says.
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
