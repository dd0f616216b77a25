// SPDX-License-Identifier: MIT
#pragma once

/// Leads on their way to customers: the metrics of METRICS.md, section 5, that are functions of counts. A
/// cohort proportion follows the leads of a period, whenever the outcome came true; a period ratio takes what
/// happened in the period. Sources in brackets as there: HS HubSpot, FS FrontSpin, ROI the lead-ROI essay,
/// OUT, + ours.

#include <kpi/core/growth.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// Seconds from a lead's arrival, as MCL or MQL whichever comes first, to its first response by a person, for
/// one lead answered; leads still open are in neither. Absent while none was answered. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> average_response_time(C seconds, C leads_answered) noexcept {
    return {seconds, leads_answered};
}

/// The same from MQL alone. Absent while none was answered. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> handover_response_time(C seconds, C leads_answered) noexcept {
    return {seconds, leads_answered};
}

/// Leads with a first response, of all leads that arrived. Cohort, 0..1; absent without a lead. [OUT]
template <counter C> [[nodiscard]] constexpr proportion<C> lead_response_rate(C responded, C leads) noexcept {
    return {responded, leads};
}

/// Leads answered within the time set (5 minutes), of leads at least that old, including those still open.
/// Cohort, 0..1; absent while no lead is that old. [+]
template <counter C>
[[nodiscard]] constexpr proportion<C> speed_to_lead(C answered_in_time, C leads_old_enough) noexcept {
    return {answered_in_time, leads_old_enough};
}

/// Qualified leads (MQL reached) with at least one touch, of qualified leads. Cohort, 0..1; absent without
/// one. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> share_of_leads_followed_up(C touched, C qualified) noexcept {
    return {touched, qualified};
}

/// The same with at least two touches. Cohort, 0..1; absent without a qualified lead. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> share_touched_twice(C touched_twice, C qualified) noexcept {
    return {touched_twice, qualified};
}

/// Leads of the period that became customers, whenever that was, of leads of the period; also by source and
/// grade. Cohort, 0..1; absent without a lead. [OUT]
template <counter C>
[[nodiscard]] constexpr proportion<C> lead_conversion_rate(C customers, C leads) noexcept {
    return {customers, leads};
}

/// Customers gained in the period, from older leads too, against leads that arrived in it. Period ratio: it
/// may exceed 1. Absent if none arrived. [OUT]
template <counter C>
[[nodiscard]] constexpr ratio<C> customer_acquisition_rate(C customers_gained, C leads_arrived) noexcept {
    return {customers_gained, leads_arrived};
}

/// Prospects that became customers, of prospects that a rep tried to reach, spoken to or not. 0..1; absent if
/// none was tried. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> prospect_acquisition_rate(C customers, C prospects_tried) noexcept {
    return {customers, prospects_tried};
}

/// Prospects who became customers after exactly k touches, of prospects who got at least k; one call for each
/// k. 0..1; absent if none got that many. [HS ROI]
template <counter C>
[[nodiscard]] constexpr proportion<C> conversion_at_touch(C customers_at_k, C prospects_with_k) noexcept {
    return {customers_at_k, prospects_with_k};
}

/// Customers won for one touch. Absent without a touch. [+]
template <counter C> [[nodiscard]] constexpr ratio<C> wins_per_touch(C customers, C touches) noexcept {
    return {customers, touches};
}

/// Any stage to any later one: leads that reached the later one (a stage is reached with every one before
/// it), of leads that reached the earlier. Cohort, 0..1; absent if none did. [HS FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> stage_conversion_rate(C reached_later, C reached_earlier) noexcept {
    return {reached_later, reached_earlier};
}

/// Leads now in the stage, of all leads ever collected; over all stages and `out` the shares sum to 1. 0..1;
/// absent without a lead. [HS FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> share_of_leads_in_stage(C now_in_stage, C leads) noexcept {
    return {now_in_stage, leads};
}

/// Leads that first reached MQL (or the stage named) in this month against the last: from -1 upwards, absent
/// after a month without any. The running month is compared with the same days of the month before, never
/// with all of it. [FS]
template <counter C>
[[nodiscard]] constexpr growth<C> lead_velocity_rate(C this_month, C last_month) noexcept {
    return {last_month, this_month};
}

/// First impression to first deal won, for one customer, in the unit of the sum; prospects still open are in
/// neither. Absent without a customer. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> customer_lifecycle_length(C time, C customers) noexcept {
    return {time, customers};
}

/// Lead to customer, for one customer, in the unit of the sum. Absent without a customer. [HS]
template <counter C> [[nodiscard]] constexpr ratio<C> lead_to_customer_time(C time, C customers) noexcept {
    return {time, customers};
}

} // namespace kpi::inline v1::formula
