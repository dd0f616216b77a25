// SPDX-License-Identifier: MIT
#pragma once

/// What came back for what was spent: (gross margin - cost) / cost, from -1 (all lost) upwards; 3 is 300 %.
/// Absent unless the cost is positive. METRICS.md, sections 5 and 6; sources in brackets as there: ROI the
/// lead-ROI essay, OUT.

#include <kpi/core/proportion.hpp>
#include <kpi/core/quotient.hpp>
#include <kpi/core/saturating.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1::formula {

/// What leads cost and bring, from rates: counts as real numbers, money in any unit, over one stated time.
template <amount T> struct lead_plan {
    static_assert(can_hold_a_rate<T>());

    T leads{};                   ///< how many, in the stated time
    T lead_to_opportunity{};     ///< a rate, 0..1
    T opportunity_to_customer{}; ///< a rate, 0..1
    T revenue_per_client{};      ///< money
    T gross_margin{};            ///< a share of the revenue, at most 1
    T marketing_cost{};          ///< money

    /// How many of the leads become clients.
    [[nodiscard]] constexpr T clients() const {
        return leads * lead_to_opportunity * opportunity_to_customer;
    }
};

/// (clients * revenue per client * gross margin - marketing cost) / marketing cost. The brackets printed in
/// the essay take the whole cost from one client's margin: a misprint. [ROI]
template <amount T> [[nodiscard]] constexpr std::optional<T> lead_roi(const lead_plan<T> &plan) {
    return relative_change<T>(plan.clients() * plan.revenue_per_client * plan.gross_margin,
                              plan.marketing_cost);
}

/// The same from what the leads of a source did bring: exact for integers. [ROI]
template <amount T>
[[nodiscard]] constexpr auto lead_roi(const T &gross_margin_earned, const T &marketing_cost) {
    return relative_change<T>(gross_margin_earned, marketing_cost);
}

/// The same for a revenue and the share of it that is margin: exact, unless a product does not fit in 64
/// bits; then it says that it is saturated. Absent also without a margin. [ROI]
[[nodiscard]] constexpr growth<std::uint64_t> lead_roi(std::uint64_t revenue,
                                                       const proportion<std::uint32_t> &gross_margin,
                                                       std::uint64_t marketing_cost) noexcept {
    return {saturating_multiply(marketing_cost, std::uint64_t{gross_margin.whole}),
            saturating_multiply(revenue, std::uint64_t{gross_margin.part})};
}

/// (gross margin from the outsourced team - its cost) / its cost. [OUT]
template <amount T> [[nodiscard]] constexpr auto outsourcing_roi(const T &gross_margin, const T &cost) {
    return relative_change<T>(gross_margin, cost);
}

} // namespace kpi::inline v1::formula
