// SPDX-License-Identifier: MIT
#pragma once

/// The rows of a prospect as a period looks at them (METRICS.md, section 9, "Windows" and "Groups"): it is in
/// the period if it was touched there; the touches are those in it; a reply or win counts from the first of
/// them on, whoever got it and whenever that was.

#include "story/grouping.hpp"
#include "story/reading.hpp"
#include "story/record.hpp"
#include <kpi/sales/kinds.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace report {

/// Touches, and whatever takes one back: these count in their own period.
[[nodiscard]] constexpr bool belongs_to_outreach(activity kind) {
    return sales::kinds::touches.contains(kind) || kind == activity::email_bounced;
}

struct touched {
    std::uint32_t group;
    std::uint32_t first_name; ///< of the group (membership::first)
    std::size_t first;        ///< the place of the first touch
};

/// Everyone, and each group that touched it `here(row, membership::first)`, with its first touch; none
/// without a touch among what is looked at. `own` holds the prospect's own names: its product, source and so
/// on. With `one_calendar`, what is not here for everyone is not here for any group.
[[nodiscard]] std::vector<touched> touched_by(std::span<const record> rows, const grouping &by,
                                              const naming &own, bool one_calendar, auto &&here) {
    std::vector<touched> found;
    const auto add = [&](std::uint32_t group, std::uint32_t first_name, std::size_t place) {
        if (!here(rows[place], first_name)) return;
        const auto known =
            std::find_if(found.begin(), found.end(), [&](const touched &t) { return t.group == group; });
        if (known == found.end()) found.push_back({group, first_name, place});
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const record &r = rows[i];
        if (!r.is_event() || !sales::kinds::touches.contains(r.kind)) continue;
        if (one_calendar && !here(r, everyone)) continue;
        naming names = all_by(r.labels);
        for (std::size_t d = 0; d < by.size(); ++d)
            if (by[d].is_inherited()) names[d] = own[d];
        const membership mine = by.of(names);
        if (!mine.is_in) continue;
        add(everyone, everyone, i);
        if (by) add(mine.group, mine.first, i);
    }
    return found;
}

} // namespace report
