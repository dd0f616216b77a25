// SPDX-License-Identifier: MIT
#pragma once

/// The named sets of the vocabulary (METRICS.md, section 2): what "calls" or "touches" means, once.

#include <kpi/core/event_set.hpp>
#include <kpi/sales/activity.hpp>

namespace kpi::inline v1::sales::kinds {

using enum activity;
using set = event_set<activity>;

inline constexpr set conversations{conversation};
/// A call that reached a person.
inline constexpr set live_answers{conversation, operator_reached, hang_up, abandoned};
/// Somebody or something picked up: a voicemail is a machine that did.
inline constexpr set picked_up_calls = live_answers | set{picked_up, voicemail};
/// Calls whose outcome is known.
inline constexpr set calls_known = picked_up_calls | set{busy, no_answer};
inline constexpr set calls = calls_known | set{call};

inline constexpr set emails{email_sent};
inline constexpr set meetings_held{meeting_held, video_meeting};
/// What a rep does to reach somebody. No opens, clicks, replies, bounces, marks, or meetings only scheduled.
inline constexpr set touches = calls | emails | set{social_touch} | meetings_held;
/// By a person; automatic ones are out.
inline constexpr set replies{reply_positive, reply_negative};

inline constexpr set deals_settled{deal_won, deal_lost};
inline constexpr set nps_answers{nps_promoter, nps_passive, nps_detractor};
inline constexpr set csat_answers{satisfied, not_satisfied};
inline constexpr set tickets{ticket_closed, ticket_closed_in_time};

} // namespace kpi::inline v1::sales::kinds
