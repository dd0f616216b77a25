// SPDX-License-Identifier: MIT
#pragma once

/// Somebody else's vocabulary with cases: orders in a shop, told by clerks over several channels. An event of
/// it can lack its time of day, its amount and its channel.

#include "random.hpp"
#include <kpi/accumulator/dimension.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/told.hpp>
#include <kpi/time/instant.hpp>

#include <array>
#include <cstdint>

namespace kpi::test {

enum class step : std::uint8_t { asked, answered, ordered, paid, returned, rated, chat };
enum class way : std::uint8_t { letter, phone, desk };

struct errand {
    instant at{};
    step kind{};
    bool whole_day{};
    maybe<way> channel{};
    std::uint32_t deal{}; ///< which order
    maybe<std::uint32_t> value{};
    maybe<std::uint32_t> elapsed{};

    friend constexpr bool operator==(const errand &, const errand &) = default;
};

inline constexpr event_set<step> asks{step::asked}, replies_to_it{step::answered}, orders{step::ordered},
    ends{step::paid, step::returned}, contacts{step::asked, step::chat}, ratings{step::rated, step::returned};
inline constexpr std::array steps_up{event_set{step::asked}, event_set{step::ordered}, event_set{step::paid}};
inline constexpr dimension order{"order", member::deal};

/// On one of ten days, at an hour, or a date without a time.
constexpr errand any_errand(random &r) {
    const bool whole_day = r.below(6) == 0;
    errand e{.at = {static_cast<std::int64_t>(r.below(10)) * 86400 +
                    (whole_day ? 0 : static_cast<std::int64_t>(r.below(24)) * 3600)},
             .kind = static_cast<step>(r.below(7)),
             .whole_day = whole_day,
             .deal = r.pick<std::uint32_t>(12)};
    if (r.below(2) == 0) e.channel = static_cast<way>(r.below(3));
    if (r.below(3) == 0) e.value = r.pick<std::uint32_t>(100);
    if (r.below(8) == 0) e.elapsed = r.pick<std::uint32_t>(1000);
    return e;
}

} // namespace kpi::test
