// SPDX-License-Identifier: MIT
#pragma once

/// Growth of a count or a sum from one period to the next, read from a window. `grow<metric>(window, now)`
/// compares the last complete period with the one before, never the running one. `grow_to_date<metric>(days,
/// now)` compares days 1..d of the running month with days 1..min(d, its length) of the month before; it
/// needs a ring of at least 62 days. A period of which nothing is kept counts as 0, and growth from 0 is
/// absent. `before_and_after<metric>(window, now)` gives a volume for each of the same two periods, for the
/// sales lift of one group against another (formula/sales_lift.hpp). If a count is saturated, it is saturated
/// in all of these.

#include <kpi/accumulator/over.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/formula/sales_lift.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// Growth from the second last complete period of a window to the last. Growth from nothing is absent.
template <const auto &M, period Period, std::size_t N, class A>
[[nodiscard]] constexpr growth<std::uint64_t> grow(const over<Period, N, A> &window,
                                                   time_point auto now) noexcept {
    static_assert(N >= 3, "growth needs a window of three periods: the running one and two complete ones");
    const auto of = [&](std::size_t ago) {
        const A *const a = window.ago(ago, now);
        return a != nullptr ? widened<std::uint64_t>(a->template get<M>().n) : 0;
    };
    return {of(2), of(1)};
}

/// The counts of those two periods, for the formulas of sales lift.
template <const auto &M, period Period, std::size_t N, class A>
[[nodiscard]] constexpr formula::before_after<std::uint64_t>
before_and_after(const over<Period, N, A> &window, time_point auto now) noexcept {
    const auto g = grow<M>(window, now);
    return {g.before, g.after};
}

/// This month up to today against the same days of the last one. Cost: up to 62 periods.
template <const auto &M, std::size_t N, class A>
[[nodiscard]] constexpr growth<std::uint64_t> grow_to_date(const over<days<1>, N, A> &window,
                                                           time_point auto now) noexcept {
    static_assert(N >= 62, "month to date needs a ring of 62 days or more");
    const std::int32_t today = days<1>::index(now);
    const civil_day date = civil_from_days(today);
    const std::int32_t first = today - date.day + 1;
    const civil_day end_before = civil_from_days(first - 1);
    const std::int32_t first_before = first - end_before.day;
    const std::int32_t until_before = first_before + (date.day < end_before.day ? date.day : end_before.day);
    const auto sum = [&](std::int32_t from, std::int32_t to) {
        std::uint64_t n = 0;
        for (std::int32_t day = from; day < to; ++day)
            if (const A *const a = window.ago(static_cast<std::size_t>(today - day), now))
                n = saturating_add(n, widened<std::uint64_t>(a->template get<M>().n));
        return n;
    };
    return {sum(first_before, until_before), sum(first, today + 1)};
}

} // namespace kpi::inline v1
