// SPDX-License-Identifier: MIT
#pragma once

/// What a customer is worth over the years (METRICS.md, section 6), also by segment or account manager.
/// Purchases a year, years and margins are rates, so it needs a real type; if the result is not a number,
/// there is no answer. Sources in brackets as there: HS HubSpot, OUT, + ours.

#include <kpi/core/mean_value.hpp>
#include <kpi/core/product.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quotient.hpp>

#include <cstdint>
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

/// What is left of that revenue at a gross margin, a share of at most 1. [OUT HS]
template <amount T>
[[nodiscard]] constexpr std::optional<T>
margin_customer_lifetime_value(const T &purchase_value, const T &purchases_per_year, const T &years,
                               const T &gross_margin) {
    if constexpr (can_hold_a_rate<T>())
        return if_a_number<T>(purchase_value * purchases_per_year * years * gross_margin);
    else
        return std::nullopt;
}

/// LTV : CAC, the margin lifetime value against the cost of acquiring a customer; on revenue it would
/// flatter. Absent for a cost of 0. [+]
template <amount T>
[[nodiscard]] constexpr auto ltv_to_cac(const T &margin_lifetime_value, const T &acquisition_cost) {
    return quotient<T>(margin_lifetime_value, acquisition_cost);
}

/// Over how long customers were counted, how many there were, and how long they stay.
struct customer_base {
    std::uint64_t customers{};     ///< how many there were
    std::uint64_t counted_days{};  ///< the length of the window in which the purchases were made
    std::uint64_t lifespan_days{}; ///< of the relationship, on average
};

/// The lifetime value of what was counted: mean purchase * purchases a customer * how often the window goes
/// into a lifespan. Exact until shown. Absent without a purchase, a customer or a window. [OUT HS]
[[nodiscard]] constexpr product<3> customer_lifetime_value(const mean_value &purchase,
                                                           const customer_base &base) noexcept {
    return {{purchase.exact(),
             fraction<std::uint64_t>{purchase.n, base.customers},
             {base.lifespan_days, base.counted_days}}};
}

/// What is left of it at a gross margin. [OUT HS]
[[nodiscard]] constexpr product<4>
margin_customer_lifetime_value(const mean_value &purchase, const customer_base &base,
                               const proportion<std::uint32_t> &gross_margin) noexcept {
    const auto revenue = customer_lifetime_value(purchase, base).factors;
    return {{revenue[0], revenue[1], revenue[2], {gross_margin.part, gross_margin.whole}}};
}

/// LTV : CAC of what was counted: the margin lifetime value * customers gained / what that cost. [+]
[[nodiscard]] constexpr product<5> ltv_to_cac(const product<4> &margin_lifetime_value,
                                              std::uint64_t customers_gained, std::uint64_t cost) noexcept {
    const auto &m = margin_lifetime_value.factors;
    return {{m[0], m[1], m[2], m[3], {customers_gained, cost}}};
}

} // namespace kpi::inline v1::formula
