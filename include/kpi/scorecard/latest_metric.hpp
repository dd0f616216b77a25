// SPDX-License-Identifier: MIT
#pragma once

/// How long ago something happened last: `get<survey_age>(now)`, in seconds; absent where it never did. 0 for
/// a time that is still to come. Law: exact, a maximum.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/checked.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/time/period.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1 {

/// The latest time of something, in whole seconds since 1970-01-01.
struct latest_time {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    std::int64_t seconds{};
    std::uint32_t ever{};

    constexpr latest_time &operator+=(const latest_time &o) noexcept {
        if (o.ever != 0 && (ever == 0 || o.seconds > seconds)) *this = o;
        return *this;
    }
    friend constexpr bool operator==(const latest_time &, const latest_time &) = default;
    constexpr void reset() noexcept { *this = latest_time{}; }
    constexpr void fields(auto &&visit) noexcept { visit(seconds), visit(ever); }
    constexpr void fields(auto &&visit) const noexcept { visit(seconds), visit(ever); }
};

template <kpi::event Event> struct latest_metric {
    using event = Event;
    template <class> using state = latest_time;
    static constexpr std::string_view kind = "gauge";

    std::string_view name;
    event_set<kind_of<Event>> of;
    std::uint32_t shown_in{1};
    std::string_view unit{"s"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::at.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    constexpr void record(latest_time &s, const auto &e, const auto &.../*times*/) const noexcept {
        if (of.contains(kpi::kind(e))) s += latest_time{to_instant(e.at).seconds, 1};
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(of); }
    [[nodiscard]] static constexpr std::optional<std::int64_t> value(const latest_time &s,
                                                                     time_point auto now) noexcept {
        if (s.ever == 0) return std::nullopt;
        const auto age = checked_subtract(to_instant(now).seconds, s.seconds);
        return age && *age > 0 ? *age : 0;
    }
};

} // namespace kpi::inline v1
