// SPDX-License-Identifier: MIT
#pragma once

/// Whose a case is, of those that its rows name (METRICS.md, section 9, "Groups"): the last one named; for a
/// deal by rep that of the settlement that counts. A case whose own rows name none has the one of the case
/// that it is linked with: a lead's source is also its deal's. The answer is the labels of the row that says
/// so, or `unnamed`.

#include "story/grouping.hpp"
#include "story/record.hpp"

#include <cstdint>
#include <span>

namespace report {

inline constexpr std::uint32_t unnamed = ~std::uint32_t{};

/// Of the rows that `takes` says.
template <class Record>
[[nodiscard]] std::uint32_t last_naming(std::span<const Record> rows, const grouping &by, auto &&takes) {
    std::uint32_t labels = unnamed;
    for (const Record &r : rows)
        if (!r.links && takes(r) && by.is_named(r.labels)) labels = r.labels;
    return labels;
}
template <class Record>
[[nodiscard]] std::uint32_t last_naming(std::span<const Record> rows, const grouping &by) {
    return last_naming(rows, by, [](const Record &) { return true; });
}

} // namespace report
