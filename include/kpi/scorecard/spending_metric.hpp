// SPDX-License-Identifier: MIT
#pragma once

/// Customers whose revenue reaches a given sum, of customers with any. It sits on the board of one customer
/// and is read with `pool<metric>(customers, 10'000)`; for a year's revenue the board lies inside a window of
/// a year.

#include <kpi/accumulator/total.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event> struct spending_metric {
    using event = Event;
    template <class> using state = total;
    static constexpr std::string_view kind = "proportion";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> of;
    std::string_view unit{"%"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::value.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    constexpr void record(total &s, const auto &e, const auto &...times) const noexcept {
        if (of.contains(kpi::kind(e))) s.record(e.value, times...);
    }
    [[nodiscard]] constexpr bool retract(total &s, const auto &e) const noexcept {
        return !of.contains(kpi::kind(e)) || s.retract(e.value);
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(of); }
    /// What this customer adds to the share.
    [[nodiscard]] static constexpr proportion<std::uint32_t> value(const total &s,
                                                                   std::integral auto at_least) noexcept {
        const std::uint64_t spent = s.value().n;
        return {spent != 0 && spent >= to_count<std::uint64_t>(at_least) ? 1u : 0u, spent != 0 ? 1u : 0u};
    }
};

} // namespace kpi::inline v1
