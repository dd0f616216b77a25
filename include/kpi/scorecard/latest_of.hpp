// SPDX-License-Identifier: MIT
#pragma once

/// The word for the time when something last happened: `latest_of(set)`, by `event.at`. Law: exact; nothing
/// can be taken back.

#include <kpi/accumulator/latest.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/word.hpp>
#include <kpi/time/period.hpp>

#include <concepts>

namespace kpi::inline v1 {

template <kind_enum E, class Where = always> struct latest_of {
    event_set<E> of{};
    [[no_unique_address]] Where where{};

    template <class Event> using state = latest;
    template <class Event> static constexpr bool demanded_of() noexcept {
        return member::at.demanded_of<Event>() && detail::condition_demanded_of<Where, Event>();
    }
    constexpr void record(latest &s, const auto &e, std::integral auto... n) const noexcept {
        if (of.contains(kpi::kind(e)) && where(e) && told(e.at)) s.record(to_instant(told_value(e.at)), n...);
    }
    constexpr void describe(auto &&say) const noexcept { say(of), detail::describe_condition(where, say); }
};
template <kind_enum E> latest_of(event_set<E>) -> latest_of<E>;

} // namespace kpi::inline v1
