// SPDX-License-Identifier: MIT
#pragma once

/// Outreach on any channel: targets, what prospects answer, meetings, touches. These are the metrics of
/// METRICS.md, section 4, that are functions of counts. Sources in brackets as there: OV OpenView, HS
/// HubSpot, FS FrontSpin, OUT, + ours.

#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// What was done against what was to be done: actual / (target * periods), where the periods are the target's
/// own (working days for a daily target). Not capped at 1; absent for a target of 0. [OV FS OUT]
template <counter C>
[[nodiscard]] constexpr ratio<C> target_attainment(C actual, C target, C periods = C{1}) noexcept {
    return {actual, saturating_multiply(target, periods)};
}

/// Days on which the target was met, of days that had one. 0..1; absent without such a day. [OV]
template <counter C>
[[nodiscard]] constexpr proportion<C> share_of_days_on_target(C days_on_target, C days) noexcept {
    return {days_on_target, days};
}

/// Prospects with at least one positive reply, on any channel and whatever else they said, of prospects
/// contacted. 0..1; absent if none was contacted. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> positive_reply_rate(C replied_positively, C contacted) noexcept {
    return {replied_positively, contacted};
}

/// Prospects who replied and never positively, of prospects contacted; `replied` is all who did. With the
/// positive reply rate and the silent share it sums to 1. 0..1; absent if none was contacted, or if fewer
/// replied than replied positively. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> negative_reply_rate(C replied, C replied_positively,
                                                          C contacted) noexcept {
    if (take_off(replied, replied_positively) || is_saturated(replied)) return {replied, contacted};
    return {};
}

/// Prospects contacted who did not reply, of prospects contacted. 0..1; absent if none was contacted, or if
/// more replied than were contacted. [+]
template <counter C> [[nodiscard]] constexpr proportion<C> silent_share(C replied, C contacted) noexcept {
    return proportion<C>{replied, contacted}.complement();
}

/// Meetings scheduled for one reply by a person, positive or negative, on any channel. It may exceed 1: a
/// meeting can be agreed on without a reply. Absent without a reply. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> meeting_acceptance_rate(C meetings_scheduled, C replies) noexcept {
    return {meetings_scheduled, replies};
}

/// Meetings held of meetings whose time has come, held or not; cancelled ones are out. 0..1; absent while
/// none was due. [+]
template <counter C> [[nodiscard]] constexpr proportion<C> show_rate(C held, C no_shows) noexcept {
    return {held, saturating_add(held, no_shows)};
}

/// Touches from the first one to the prospect until the deal was won, for one deal won; deals without any
/// touch count. By channel: the touches of that channel. Absent without a won deal. [HS]
template <counter C> [[nodiscard]] constexpr ratio<C> touches_per_won_deal(C touches, C deals_won) noexcept {
    return {touches, deals_won};
}

/// The same for deals lost. Absent without a lost deal. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> touches_per_lost_deal(C touches, C deals_lost) noexcept {
    return {touches, deals_lost};
}

/// Opportunities created for one touch; `per(100)` for a hundred. Absent without a touch. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> opportunities_per_touch(C opportunities, C touches) noexcept {
    return {opportunities, touches};
}

} // namespace kpi::inline v1::formula
