// SPDX-License-Identifier: MIT
#pragma once

/// From a lead's beginning to its first goal: from the first impression to the first deal won. Where no
/// impression was recorded it begins with the first event that there is of the lead, and the value says of
/// how many. It sits on the board of one id and is read with `pool<metric>(leads)`: a mean, of those who have
/// reached the goal; `pool<metric>(leads, distribution{})` is a histogram in whole steps. A goal before the
/// beginning, or with nothing before it, is no lifecycle.

#include <kpi/accumulator/first.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/core/checked.hpp>
#include <kpi/core/divide.hpp>
#include <kpi/core/mean_value.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// Asks for all of the values, and not for their mean alone.
struct distribution {};

/// The mean of lifecycles, in seconds, and of how many the beginning is not known.
struct lifecycle : mean_value {
    std::uint32_t from_first_event{};

    constexpr lifecycle &operator+=(const lifecycle &o) noexcept {
        mean_value::operator+=(static_cast<const mean_value &>(o));
        from_first_event = saturating_add(from_first_event, o.from_first_event);
        return *this;
    }
    friend constexpr bool operator==(const lifecycle &, const lifecycle &) = default;
};

/// The first times of one lead.
struct beginning_and_goal {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    first impression{};
    first any{}; ///< but the goal
    first goal{};

    constexpr beginning_and_goal &operator+=(const beginning_and_goal &o) noexcept {
        impression += o.impression;
        any += o.any;
        goal += o.goal;
        return *this;
    }
    friend constexpr bool operator==(const beginning_and_goal &, const beginning_and_goal &) = default;
    constexpr void reset() noexcept { *this = beginning_and_goal{}; }
    constexpr void fields(auto &&visit) noexcept {
        impression.fields(visit), any.fields(visit), goal.fields(visit);
    }
    constexpr void fields(auto &&visit) const noexcept {
        impression.fields(visit), any.fields(visit), goal.fields(visit);
    }
};

template <kpi::event Event> struct lifecycle_metric {
    using event = Event;
    template <class> using state = beginning_and_goal;
    static constexpr std::string_view kind = "mean";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> start;
    event_set<kind_of<Event>> until;
    std::uint32_t shown_in{1}; ///< seconds of a step of the distribution, and of a report
    std::string_view unit{"s"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::at.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !start.empty() && !until.empty() && shown_in != 0;
    }

    constexpr void record(beginning_and_goal &s, const auto &e, const auto &.../*times*/) const noexcept {
        const instant at = to_instant(e.at);
        if (until.contains(kpi::kind(e)))
            s.goal.record(at);
        else
            s.any.record(at);
        if (start.contains(kpi::kind(e))) s.impression.record(at);
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(start), say(until); }
    /// What this lead adds.
    [[nodiscard]] static constexpr lifecycle value(const beginning_and_goal &s) noexcept {
        lifecycle one;
        if (const auto seconds = length(s)) {
            one.sum = *seconds, one.n = 1;
            one.from_first_event = s.impression.value() ? 0 : 1;
        }
        return one;
    }
    [[nodiscard]] constexpr quantiles<> value(const beginning_and_goal &s, distribution) const noexcept {
        quantiles<> one;
        if (const auto seconds = length(s))
            one.record(to_count<std::uint32_t>(
                divide(saturating_add(*seconds, std::uint64_t{shown_in / 2}), std::uint64_t{shown_in})
                    .quotient));
        return one;
    }

private:
    static constexpr std::optional<std::uint64_t> length(const beginning_and_goal &s) noexcept {
        const auto goal = s.goal.value(), begun = s.impression.value() ? s.impression.value() : s.any.value();
        if (!goal || !begun || begun->seconds > goal->seconds) return std::nullopt;
        return static_cast<std::uint64_t>(goal->seconds) - static_cast<std::uint64_t>(begun->seconds);
    }
};

} // namespace kpi::inline v1
