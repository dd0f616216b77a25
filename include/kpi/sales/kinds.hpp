// SPDX-License-Identifier: MIT
#pragma once

/// The named sets of the vocabulary (METRICS.md, section 2): what "calls" or "touches" means, once.

#include <kpi/core/event_set.hpp>
#include <kpi/sales/activity.hpp>

namespace kpi::inline v1::sales::kinds {

using enum activity;
using set = event_set<activity>; ///< kinds of activity

inline constexpr set conversations{conversation}; ///< calls that became one
/// A call that reached a person.
inline constexpr set live_answers{conversation, operator_reached, hang_up, abandoned};
/// Somebody or something picked up: a voicemail is a machine that did.
inline constexpr set picked_up_calls = live_answers | set{picked_up, voicemail};
/// Calls whose outcome is known.
inline constexpr set calls_known = picked_up_calls | set{busy, no_answer};
inline constexpr set calls = calls_known | set{call}; ///< all dials

inline constexpr set emails{email_sent};                         ///< sent
inline constexpr set meetings_held{meeting_held, video_meeting}; ///< in person or by video
/// What a rep does to reach somebody. No opens, clicks, replies, bounces, marks, or meetings only scheduled.
inline constexpr set touches = calls | emails | set{social_touch} | meetings_held;
/// Replies by a person; automatic ones are out.
inline constexpr set replies{reply_positive, reply_negative};

inline constexpr set deals_settled{deal_won, deal_lost};                    ///< won or lost
inline constexpr set nps_answers{nps_promoter, nps_passive, nps_detractor}; ///< to "would you recommend us?"
inline constexpr set csat_answers{satisfied, not_satisfied};                ///< to "are you satisfied?"
inline constexpr set tickets{ticket_closed, ticket_closed_in_time};         ///< closed, in time or not

} // namespace kpi::inline v1::sales::kinds
