// SPDX-License-Identifier: MIT
#pragma once

/// Customers who stay, buy more, or leave: the metrics of METRICS.md, section 7, that are functions of
/// counts. Sources in brackets as there: HS HubSpot, FS FrontSpin.

#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// Customers with at least one upsell in the period, of customers at its start. 0..1; absent without a
/// customer. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> upsell_rate(C upsold, C customers_at_start) noexcept {
    return {upsold, customers_at_start};
}

/// Upsells for one customer at the start; one can have several. Absent without a customer. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> upsells_per_customer(C upsells, C customers_at_start) noexcept {
    return {upsells, customers_at_start};
}

/// Customers who bought across at least once in the period, of customers at its start. 0..1; absent without
/// one. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> cross_sell_rate(C bought_across, C customers_at_start) noexcept {
    return {bought_across, customers_at_start};
}

/// Cross-sells for one customer at the start; one can have several. Absent without a customer. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> cross_sells_per_customer(C cross_sells, C customers_at_start) noexcept {
    return {cross_sells, customers_at_start};
}

/// Customers lost, of those at the start of the period; those gained and lost within it are out. 0..1; absent
/// without a customer. [HS FS]
template <counter C> [[nodiscard]] constexpr proportion<C> churn_rate(C lost_of_those, C at_start) noexcept {
    return {lost_of_those, at_start};
}

/// Customers still there, of those at the start of the period, 1 - churn rate: those at its end, less those
/// gained in it and still there. 0..1; absent without a customer, and where more were gained than are there.
/// [FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> retention_rate(C at_end, C gained_and_still_there,
                                                     C at_start) noexcept {
    if (take_off(at_end, gained_and_still_there) || is_saturated(at_end)) return {at_end, at_start};
    return {};
}

/// Customers lost within some months of onboarding, of customers onboarded at least that long ago; by rep, or
/// by sales cycle length. Cohort, 0..1; absent while none was onboarded that long ago. [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> churn_by_age(C lost_within_it, C onboarded_that_long_ago) noexcept {
    return {lost_within_it, onboarded_that_long_ago};
}

/// Interactions for one quarter of relationship; the quarters of all customers are added up. The bare count
/// grows with the length by itself. Absent while no customer has a quarter. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> client_engagement(C interactions, C quarters_of_relationship) noexcept {
    return {interactions, quarters_of_relationship};
}

/// Interactions that solved an issue, of interactions that raised one. 0..1; absent while none was raised.
/// [HS]
template <counter C>
[[nodiscard]] constexpr proportion<C> issue_resolution_rate(C solved, C raised) noexcept {
    return {solved, raised};
}

/// First deal won to first upsell, for one customer upsold, in the unit of the sum. Absent while none was.
/// [HS]
template <counter C> [[nodiscard]] constexpr ratio<C> time_to_upsell(C time, C customers_upsold) noexcept {
    return {time, customers_upsold};
}

/// Referrals for one customer. Absent without a customer. [FS]
template <counter C>
[[nodiscard]] constexpr ratio<C> referrals_per_customer(C referrals, C customers) noexcept {
    return {referrals, customers};
}

/// Contracts renewed, of contracts due. 0..1; absent while none was due. [FS]
template <counter C> [[nodiscard]] constexpr proportion<C> renewal_rate(C renewed, C due) noexcept {
    return {renewed, due};
}

/// Trials that became paying, of trials ended. Cohort, 0..1; absent while none has ended. [FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> trial_conversion(C became_paying, C ended) noexcept {
    return {became_paying, ended};
}

/// Tickets closed within the service level, of tickets closed. 0..1; absent while none was closed. [FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> tickets_within_service_level(C closed_in_time, C closed) noexcept {
    return {closed_in_time, closed};
}

} // namespace kpi::inline v1::formula
