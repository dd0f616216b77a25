// SPDX-License-Identifier: MIT
#pragma once

/// Where times start and stop: starts and stops for `between` (METRICS.md, sections 5 to 7).

#include <kpi/core/event_set.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/sales/outcome.hpp>

namespace kpi::inline v1::sales {

inline constexpr event_set<activity> lead_arrived{activity::mcl, activity::mql}; ///< whichever comes first
inline constexpr event_set<activity> lead_handed_over{activity::mql};            ///< given to sales
/// Somebody answered the lead.
inline constexpr event_set<activity> first_response{activity::first_response};
inline constexpr event_set<activity> became_customer{activity::customer}; ///< an event says so
inline constexpr event_set<activity> deal_opened{activity::opportunity};  ///< where a cycle starts
/// Where it ends, either way.
inline constexpr event_set<activity> deal_closed{activity::deal_won, activity::deal_lost};
inline constexpr event_set<activity> upsold{activity::upsell}; ///< bought more
inline constexpr event_set<activity> churn{activity::churned}; ///< left

inline constexpr std::uint32_t a_day = 86400;             ///< seconds
inline constexpr std::uint32_t half_a_year = 183 * a_day; ///< 183 days, in seconds

} // namespace kpi::inline v1::sales
