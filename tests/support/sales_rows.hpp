// SPDX-License-Identifier: MIT
#pragma once

/// A row of a sales log that can leave things untold, and logs of them: for tests of the stories of sales.

#include "random.hpp"
#include "story_laws.hpp"
#include <kpi/core/told.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/time/civil.hpp>
#include <kpi/time/instant.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace kpi::test {

/// Its members are named as in sales::touch.
struct row {
    instant at{};
    sales::activity kind{};
    bool whole_day{};
    sales::medium channel{};
    maybe<std::uint16_t> rep{};
    maybe<std::uint32_t> prospect{}, lead{}, deal{}, customer{};
    maybe<std::uint32_t> value{}, elapsed{};

    friend constexpr bool operator==(const row &, const row &) = default;
};

/// On a day of March 2024, at an hour; hour 0 means a date without a time.
constexpr row on(std::uint8_t day, int hour, sales::activity kind, maybe<std::uint32_t> value = {}) {
    row r{.at = kpi::at({2024, 3, day}, hour), .kind = kind, .whole_day = hour == 0};
    r.value = value;
    return r;
}
constexpr instant march(std::uint8_t day, int hour = 0) { return kpi::at({2024, 3, day}, hour); }

/// A row of any kind, with few cases, days and values, so that stories meet their odd turns.
constexpr row any_row(random &r) {
    const bool whole_day = r.below(8) == 0;
    row e{.at = kpi::at({2024, 3, static_cast<std::uint8_t>(1 + r.below(12))},
                        whole_day ? 0 : static_cast<int>(r.below(24)), static_cast<int>(r.below(2)) * 4),
          .kind = static_cast<sales::activity>(r.below(52)),
          .whole_day = whole_day,
          .channel = static_cast<sales::medium>(r.below(7))};
    if (r.below(2) == 0) e.rep = r.pick<std::uint16_t>(4);
    if (r.below(3) != 0) e.prospect = r.pick<std::uint32_t>(5);
    if (r.below(3) != 0) e.lead = r.pick<std::uint32_t>(5);
    if (r.below(3) != 0) e.customer = r.pick<std::uint32_t>(5);
    e.deal = r.pick<std::uint32_t>(6);
    if (r.below(3) == 0) e.value = r.pick<std::uint32_t>(100);
    if (r.below(9) == 0) e.elapsed = r.pick<std::uint32_t>(100000);
    return e;
}
/// The same with only these kinds.
constexpr row any_row_of(random &r, event_set<sales::activity> kinds) {
    row e = any_row(r);
    while (!kinds.contains(e.kind))
        e.kind = static_cast<sales::activity>(r.below(52));
    return e;
}

/// What a story told of one case.
template <class Story> struct told_story {
    told_log log{};
    Story story{};

    template <class... Rows> explicit told_story(const Rows &...rows) { (story.record(rows, log), ...); }
    told_story &&until(instant now) && {
        story.end(now, log);
        return std::move(*this);
    }
    [[nodiscard]] std::vector<sales::fact> all(sales::outcome what) const {
        auto facts = log.left<sales::fact>();
        std::erase_if(facts, [&](const sales::fact &f) { return f.kind != what; });
        return facts;
    }
    [[nodiscard]] std::size_t count(sales::outcome what) const { return all(what).size(); }
    /// The only fact with this outcome.
    [[nodiscard]] sales::fact the(sales::outcome what) const {
        const auto facts = all(what);
        REQUIRE(facts.size() == 1);
        return facts[0];
    }
    [[nodiscard]] std::vector<row> acts(sales::activity kind) const {
        auto acts = log.left<row>();
        std::erase_if(acts, [&](const row &e) { return e.kind != kind; });
        return acts;
    }
};

} // namespace kpi::test
