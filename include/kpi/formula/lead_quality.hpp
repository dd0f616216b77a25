// SPDX-License-Identifier: MIT
#pragma once

/// How good the leads are, as a whole or by their source: the metrics of METRICS.md, section 5, that are
/// functions of counts. Sources in brackets as there: FS FrontSpin, ROI the lead-ROI essay.

#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// Qualification criteria met for one lead. From 0 to the number of criteria; absent without a lead. [FS]
template <counter C> [[nodiscard]] constexpr ratio<C> criteria_met(C criteria, C leads) noexcept {
    return {criteria, leads};
}

/// Inbound leads sent straight to an account executive, of inbound leads. 0..1; absent without one. [FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> ready_to_buy_share(C sent_to_an_executive, C inbound_leads) noexcept {
    return {sent_to_an_executive, inbound_leads};
}

/// Leads that sales accepted (SAL or SQL), of leads handed over. 0..1; absent if none was. [ROI FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> lead_validation_rate(C accepted, C handed_over) noexcept {
    return {accepted, handed_over};
}

/// Leads that sales sent back, of leads handed over. 0..1; absent if none was. [ROI FS]
template <counter C>
[[nodiscard]] constexpr proportion<C> recycled_share(C sent_back, C handed_over) noexcept {
    return {sent_back, handed_over};
}

/// Leads with all required fields filled, of leads. 0..1; absent without a lead. [ROI]
template <counter C> [[nodiscard]] constexpr proportion<C> record_completeness(C complete, C leads) noexcept {
    return {complete, leads};
}

} // namespace kpi::inline v1::formula
