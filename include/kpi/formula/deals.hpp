// SPDX-License-Identifier: MIT
#pragma once

/// Deals won and lost: the metrics of METRICS.md, section 6, that are functions of counts. Sources in
/// brackets as there: HS HubSpot, FS FrontSpin, OUT, ROI the lead-ROI essay, + ours.

#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// Deals won : deals lost. Absent while none was lost. [HS]
template <counter C> [[nodiscard]] constexpr ratio<C> win_loss_ratio(C won, C lost) noexcept {
    return {won, lost};
}

/// Deals won, of deals settled, won or lost. 0..1; absent while none was settled. [+]
template <counter C> [[nodiscard]] constexpr proportion<C> win_rate(C won, C lost) noexcept {
    return {won, saturating_add(won, lost)};
}

/// Deals won in the period, of deals in the pipeline in the period: open at its start, or opened in it. 0..1;
/// absent for an empty pipeline. [OUT]
template <counter C>
[[nodiscard]] constexpr proportion<C> deal_closure_rate(C won, C open_at_start, C opened) noexcept {
    return {won, saturating_add(open_at_start, opened)};
}

/// Deals won or lost in the period, of the same pipeline. 0..1; absent for an empty pipeline. [+]
template <counter C>
[[nodiscard]] constexpr proportion<C> settled_share(C won, C lost, C open_at_start, C opened) noexcept {
    return {saturating_add(won, lost), saturating_add(open_at_start, opened)};
}

/// Deal opened to deal won, for one deal won, in the unit of the sum (days of 24 hours). Absent if none was
/// won. [OUT HS]
template <counter C> [[nodiscard]] constexpr ratio<C> sales_cycle_length(C time, C deals_won) noexcept {
    return {time, deals_won};
}

/// Deal opened to deal lost, for one deal lost; never mixed with the above. Absent if none was lost. [OUT HS]
template <counter C> [[nodiscard]] constexpr ratio<C> lost_cycle_length(C time, C deals_lost) noexcept {
    return {time, deals_lost};
}

/// Proposals sent for one opportunity created. Absent without an opportunity. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> proposals_per_opportunity(C proposals, C opportunities) noexcept {
    return {proposals, opportunities};
}

/// Won deals of outbound origin, of won deals; likewise for any origin, rep or team. 0..1; absent if none was
/// won. [HS FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> outbound_share_of_won_deals(C outbound, C deals_won) noexcept {
    return {outbound, deals_won};
}

/// Customers whose revenue reaches the given sum, of customers. 0..1; absent without a customer. [ROI]
template <counter C>
[[nodiscard]] constexpr proportion<C> share_of_clients_over_a_spend(C clients_over, C clients) noexcept {
    return {clients_over, clients};
}

/// Invoices paid by their date, of invoices due. 0..1; absent while none is due. [ROI]
template <counter C>
[[nodiscard]] constexpr proportion<C> on_time_payment_share(C paid_on_time, C due) noexcept {
    return {paid_on_time, due};
}

} // namespace kpi::inline v1::formula
