// SPDX-License-Identifier: MIT
#pragma once

/// Growth in the number of ids that got somewhere first in a period: the lead velocity rate. Who gets there
/// again in a later period does not count twice. It sits on the board of one id and is read with
/// `pool<metric>(groups, now)`: the last complete period against the one before, never the running one.
/// `pool<metric>(groups, now, to_date{})` compares the running month so far with the same days of the month
/// before.

#include <kpi/accumulator/first.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// Asks for days 1..d of the running month against days 1..min(d, its length) of the month before.
struct to_date {};

template <kpi::event Event, class Period = calendar_month> struct first_growth_metric {
    using event = Event;
    template <class> using state = first;
    static constexpr std::string_view kind = "growth";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> of;
    std::string_view unit{"%"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::at.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    constexpr void record(first &s, const auto &e, const auto &.../*times*/) const noexcept {
        if (of.contains(kpi::kind(e))) s.record(to_instant(e.at));
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(of); }

    /// What this id adds: 1 to the complete period before that of now, or to the one before.
    [[nodiscard]] static constexpr growth<std::uint32_t> value(const first &s, time_point auto now) noexcept {
        const auto when = s.value();
        if (!when) return {};
        const std::int64_t ago = std::int64_t{Period::index(now)} - Period::index(*when);
        return {ago == 2 ? 1u : 0u, ago == 1 ? 1u : 0u};
    }
    [[nodiscard]] static constexpr growth<std::uint32_t> value(const first &s, time_point auto now,
                                                               to_date) noexcept {
        const auto when = s.value();
        if (!when) return {};
        const std::int32_t today = days<1>::index(now);
        const std::int32_t day = days<1>::index(*when);
        const std::int64_t ago = std::int64_t{calendar_month::index(now)} - calendar_month::index(*when);
        const bool until_today = civil_from_days(day).day <= civil_from_days(today).day;
        return {ago == 1 && until_today ? 1u : 0u, ago == 0 && until_today ? 1u : 0u};
    }
};

} // namespace kpi::inline v1
