// SPDX-License-Identifier: MIT
#pragma once

/// The cost of one of something: a cost over a number, of the same period and source (METRICS.md, sections 5
/// and 6). The cost is in your arithmetic: for integers (the smallest unit of the currency) the answer is an
/// exact ratio, for real numbers an optional number. Sources in brackets as there: OUT, + ours.

#include <kpi/core/quotient.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// Money for one lead. Absent without a lead. [+]
template <amount T, counter C> [[nodiscard]] constexpr auto cost_per_lead(const T &cost, C leads) {
    return average<T>(cost, leads);
}

/// Money for one meeting held. Absent without a meeting. [+]
template <amount T, counter C> [[nodiscard]] constexpr auto cost_per_meeting(const T &cost, C meetings_held) {
    return average<T>(cost, meetings_held);
}

/// Money for one opportunity. Absent without an opportunity. [+]
template <amount T, counter C>
[[nodiscard]] constexpr auto cost_per_opportunity(const T &cost, C opportunities) {
    return average<T>(cost, opportunities);
}

/// Marketing and sales cost for one customer gained. Absent if none was. [OUT]
template <amount T, counter C>
[[nodiscard]] constexpr auto customer_acquisition_cost(const T &marketing_and_sales_cost,
                                                       C customers_gained) {
    return average<T>(marketing_and_sales_cost, customers_gained);
}

} // namespace kpi::inline v1::formula
