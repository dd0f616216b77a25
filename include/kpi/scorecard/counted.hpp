// SPDX-License-Identifier: MIT
#pragma once

/// The word of all counting metrics: how many events of a set there were, of those for which a condition
/// holds. A board has one counter for each kind and condition, whatever sets are made of them.

#include <kpi/accumulator/tally.hpp>
#include <kpi/scorecard/word.hpp>

namespace kpi::inline v1 {

/// The counters of one condition: of one kind each, shared by all words that have this condition.
template <kind_enum E, class Where> struct counters_where {
    [[no_unique_address]] Where where{};

    template <class Event> static constexpr bool demanded_of() noexcept {
        return detail::condition_demanded_of<Where, Event>();
    }
    constexpr void record(auto &tally, const auto &e) const noexcept {
        if (where(e)) tally.record(kpi::kind(e));
    }
    constexpr void record(auto &tally, const auto &e, auto n) const noexcept {
        if (where(e)) tally.record(kpi::kind(e), n);
    }
    [[nodiscard]] constexpr bool retract(auto &tally, const auto &e) const noexcept {
        return !where(e) || tally.retract(kpi::kind(e));
    }
};

template <kind_enum E, class Where = always> struct counted {
    event_set<E> of{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr counters_where<E, Where> kept() const noexcept { return {where}; }
};
template <kind_enum E> counted(event_set<E>) -> counted<E>;
template <kind_enum E, class Where> counted(event_set<E>, Where) -> counted<E, Where>;

} // namespace kpi::inline v1
