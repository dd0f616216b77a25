// SPDX-License-Identifier: MIT
#pragma once

/// Money: averages, shares, prices, plans and the pipeline (METRICS.md, section 6), in your arithmetic. For
/// integers (the smallest unit of the currency) a quotient is an exact ratio, for real numbers an optional
/// number. A share of money is a ratio, not a proportion: money is no trial, and has no interval. Sources in
/// brackets as there: HS HubSpot, FS FrontSpin, OUT, + ours.

#include <kpi/core/checked.hpp>
#include <kpi/core/mean_value.hpp>
#include <kpi/core/product.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quotient.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

#include <concepts>
#include <cstdint>
#include <optional>

namespace kpi::inline v1::formula {

/// Units or revenue of one location (online is one), of those of all locations. 0..1; absent while nothing
/// was sold. [HS]
template <amount T> [[nodiscard]] constexpr auto sales_volume_share(const T &here, const T &everywhere) {
    return quotient<T>(here, everywhere);
}

/// Won revenue of outbound origin, of won revenue; likewise for any origin, rep or team. Absent without
/// revenue. [HS FS]
template <amount T>
[[nodiscard]] constexpr auto outbound_share_of_won_revenue(const T &outbound, const T &won_revenue) {
    return quotient<T>(outbound, won_revenue);
}

/// Money for one won deal that carries a value; those without are in neither. Absent without such a deal. [+]
template <amount T, counter C>
[[nodiscard]] constexpr auto average_deal_size(const T &revenue, C deals_with_value) {
    return average<T>(revenue, deals_with_value);
}

/// Money for one unit. Absent if none was sold. [HS]
template <amount T, counter C> [[nodiscard]] constexpr auto average_retail_price(const T &revenue, C units) {
    return average<T>(revenue, units);
}

/// Own average retail price / the competitor's, same product, currency and period; above 1 is dearer. Absent
/// without a price of the competitor. [HS]
template <amount T> [[nodiscard]] constexpr auto competitor_price_index(const T &own, const T &competitor) {
    return quotient<T>(own, competitor);
}

/// The index - 1: how much dearer. From -1 upwards; absent unless the competitor's price is positive. [HS]
template <amount T> [[nodiscard]] constexpr auto price_gap(const T &own, const T &competitor) {
    return relative_change<T>(own, competitor);
}

/// (bookings - bookings before) / bookings before. From -1 upwards; absent unless there were some before. [FS
/// OUT]
template <amount T> [[nodiscard]] constexpr auto sales_growth(const T &bookings, const T &bookings_before) {
    return relative_change<T>(bookings, bookings_before);
}

/// Bookings / plan. Absent for a plan of 0. [FS OUT]
template <amount T> [[nodiscard]] constexpr auto plan_attainment(const T &bookings, const T &plan) {
    return quotient<T>(bookings, plan);
}

/// How much of the planned growth came: (bookings - before) / (plan - before), negative where bookings
/// shrank; for integers a ratio of signed 64-bit ones. Absent unless the plan was to grow, and where a
/// difference does not fit. [FS]
template <amount T>
[[nodiscard]] constexpr auto attainment_of_planned_growth(const T &bookings, const T &bookings_before,
                                                          const T &plan) {
    if constexpr (std::integral<T>) {
        const auto grown = signed_difference(bookings, bookings_before);
        const auto planned = signed_difference(plan, bookings_before);
        return grown && planned && *planned > 0 ? ratio<std::int64_t>{*grown, *planned}
                                                : ratio<std::int64_t>{};
    } else {
        return bookings_before < plan ? quotient<T>(bookings - bookings_before, plan - bookings_before)
                                      : std::nullopt;
    }
}

/// Value of open opportunities due in the period / what the quota still lacks. Absent once the quota is met.
/// [+]
template <amount T>
[[nodiscard]] constexpr auto pipeline_coverage(const T &open_value, const T &quota, const T &won) {
    if constexpr (std::integral<T>) {
        const std::optional<T> lacking = won < quota ? checked_subtract(quota, won) : std::nullopt;
        return lacking ? ratio<T>{open_value, *lacking} : ratio<T>{};
    } else {
        return won < quota ? quotient<T>(open_value, quota - won) : std::nullopt;
    }
}

/// Money a day that the pipeline brings: open opportunities * win rate * average deal size / sales cycle
/// length in days, the three means over one stated window. Absent unless the cycle takes time. [+]
template <counter C, amount T>
[[nodiscard]] constexpr std::optional<T> pipeline_velocity(C open_opportunities, const T &win_rate,
                                                           const T &average_deal_size, const T &cycle_days) {
    if constexpr (can_hold_a_rate<T>()) {
        if (!(T(0) < cycle_days)) return std::nullopt;
        return quotient<T>(T(open_opportunities) * win_rate * average_deal_size, cycle_days);
    } else {
        return std::nullopt;
    }
}

/// The same from counts, with `a_day` units of the cycle in a day (86400: seconds). Exact until shown.
template <counter C>
[[nodiscard]] constexpr product<4>
pipeline_velocity(std::uint64_t open_opportunities, const proportion<C> &win_rate,
                  const mean_value &deal_size, const mean_value &cycle, std::uint64_t a_day) noexcept {
    const auto mean_cycle = cycle.exact();
    return {{fraction<std::uint64_t>{open_opportunities, 1},
             {widened<std::uint64_t>(win_rate.part), widened<std::uint64_t>(win_rate.whole)},
             deal_size.exact(),
             {saturating_multiply(mean_cycle.denominator, a_day), mean_cycle.numerator}}};
}

} // namespace kpi::inline v1::formula
