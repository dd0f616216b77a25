// SPDX-License-Identifier: MIT
#pragma once

/// Calls: the metrics of METRICS.md, section 4, that are functions of counts. A call is one dial with one
/// outcome, however many legs it had. Proportions of calls are nominal: calls to one prospect are not
/// independent, so an interval of them is too narrow. Sources in brackets as there: OV OpenView, HS HubSpot,
/// + ours.

#include <kpi/core/proportion.hpp>
#include <kpi/core/rate.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// Calls picked up, by a person or a machine, of calls with a known outcome. 0..1; absent without such a
/// call. [+]
template <counter C> [[nodiscard]] constexpr proportion<C> pick_up_rate(C picked_up, C calls_known) noexcept {
    return {picked_up, calls_known};
}

/// Conversations, of calls with a known outcome. 0..1; absent where no outcome is known. [+]
template <counter C>
[[nodiscard]] constexpr proportion<C> conversation_rate(C conversations, C calls_known) noexcept {
    return {conversations, calls_known};
}

/// Calls with a known outcome for one conversation. Absent without a conversation. [+]
template <counter C>
[[nodiscard]] constexpr ratio<C> dials_per_conversation(C calls_known, C conversations) noexcept {
    return {calls_known, conversations};
}

/// Opportunities created for one conversation; an opportunity can come without one, so it may exceed 1.
/// Absent without a conversation. [+]
template <counter C>
[[nodiscard]] constexpr ratio<C> opportunities_per_conversation(C opportunities, C conversations) noexcept {
    return {opportunities, conversations};
}

/// Opportunities created for one call; `per(100)` for a hundred. Absent without a call. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> opportunities_per_call(C opportunities, C calls) noexcept {
    return {opportunities, calls};
}

/// Calls against the seconds logged in (not worked): read it with per_hour(). Absent for 0 seconds. [+]
template <counter C> [[nodiscard]] constexpr rate<C> dials_per_hour(C calls, C seconds_logged_in) noexcept {
    return {calls, seconds_logged_in};
}

/// Seconds from pick-up to hang-up for one call picked up. Absent without such a call. [+]
template <counter C> [[nodiscard]] constexpr ratio<C> average_talk_time(C seconds, C picked_up) noexcept {
    return {seconds, picked_up};
}

/// Calls that a person answered, of calls for which it is known who answered: calls picked up by an unknown
/// are out. 0..1; absent without one. [+]
template <counter C>
[[nodiscard]] constexpr proportion<C> live_answer_rate(C live_answers, C calls_of_known_nature) noexcept {
    return {live_answers, calls_of_known_nature};
}

/// Calls that a person answered and no rep took, of calls that a person answered (not of dials, not of
/// machines). 0..1; absent without a live answer. A rate above 3 % breaks the limit; 3 % itself does not.
/// [+]
template <counter C>
[[nodiscard]] constexpr proportion<C> abandon_rate(C abandoned, C live_answers) noexcept {
    return {abandoned, live_answers};
}

/// Calls in the CRM against calls in the phone log: what was not recorded never happened. It may exceed 1,
/// for calls logged from a mobile. Absent for an empty log. [OV]
template <counter C>
[[nodiscard]] constexpr ratio<C> logging_coverage(C calls_in_crm, C calls_in_phone_log) noexcept {
    return {calls_in_crm, calls_in_phone_log};
}

/// Prospects tried at least once, of prospects on the list. 0..1; absent for an empty list. [+]
template <counter C>
[[nodiscard]] constexpr proportion<C> list_penetration(C prospects_tried, C prospects_on_list) noexcept {
    return {prospects_tried, prospects_on_list};
}

/// Calls for one prospect called. At least 1; absent while none was called. [+]
template <counter C>
[[nodiscard]] constexpr ratio<C> attempts_per_prospect(C calls, C prospects_called) noexcept {
    return {calls, prospects_called};
}

} // namespace kpi::inline v1::formula
