// SPDX-License-Identifier: MIT
#include "office.hpp"

#include <algorithm>

namespace oracle {

std::int64_t worked(const office &hours, std::int64_t from, std::int64_t until) {
    if (!holds(rule::hours_of_work)) return until - from;
    std::int64_t total = 0;
    for (std::int64_t today = from / day - 1; today <= until / day; ++today) {
        const bool is_off = std::find(hours.off.begin(), hours.off.end(), today * day) != hours.off.end();
        if (is_off && holds(rule::holidays_are_off)) continue;
        for (const stretch &each : hours.open) {
            if (each.weekday != (today + 3) % 7) continue; // 1970 began on a Thursday
            const std::int64_t end =
                holds(rule::nights_belong_to_their_day) ? each.until : std::min(each.until, day);
            total += std::max<std::int64_t>(0, std::min(until, today * day + end) -
                                                   std::max(from, today * day + each.from));
        }
    }
    return total;
}

} // namespace oracle
