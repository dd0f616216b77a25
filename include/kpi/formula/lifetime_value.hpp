// SPDX-License-Identifier: MIT
#pragma once

/// What a customer is worth over the years (METRICS.md, section 6), also by segment or account manager.
/// Purchases a year, years and margins are rates, so it needs a real type; of what is not a number nothing is
/// answered. Sources in brackets as there: HS HubSpot, OUT, + ours.

#include <kpi/core/quotient.hpp>

#include <optional>

namespace kpi::inline v1::formula {

/// Revenue, in the unit of the purchase value: average purchase value * purchases a customer and year *
/// years. [OUT HS]
template <amount T>
[[nodiscard]] constexpr std::optional<T>
customer_lifetime_value(const T &purchase_value, const T &purchases_per_year, const T &years) {
    if constexpr (can_hold_a_rate<T>())
        return if_a_number<T>(purchase_value * purchases_per_year * years);
    else
        return std::nullopt;
}

/// What is left of it at a gross margin, a share of the revenue of at most 1. [OUT HS]
template <amount T>
[[nodiscard]] constexpr std::optional<T>
margin_customer_lifetime_value(const T &purchase_value, const T &purchases_per_year, const T &years,
                               const T &gross_margin) {
    if constexpr (can_hold_a_rate<T>())
        return if_a_number<T>(purchase_value * purchases_per_year * years * gross_margin);
    else
        return std::nullopt;
}

/// LTV : CAC, the margin lifetime value against the cost of acquiring a customer; on revenue it flatters.
/// Absent for a cost of 0. [+]
template <amount T>
[[nodiscard]] constexpr auto ltv_to_cac(const T &margin_lifetime_value, const T &acquisition_cost) {
    return quotient<T>(margin_lifetime_value, acquisition_cost);
}

} // namespace kpi::inline v1::formula
