// SPDX-License-Identifier: MIT
#pragma once

/// The word of all counting metrics: the number of events of a set that meet a condition. A board has one
/// counter for each kind and condition, whatever sets you make of them.

#include <kpi/accumulator/tally.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/scorecard/partly_told.hpp>
#include <kpi/scorecard/word.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// The counters of one condition, one for each kind. All words with this condition share them.
template <kind_enum E, class Where> struct counters_where {
    [[no_unique_address]] Where where{};

    template <class Event> static constexpr bool demanded_of() noexcept {
        return detail::condition_demanded_of<Where, Event>();
    }
    /// Whether an event may lack what the condition asks for. It then counts as untold.
    template <class Event> static constexpr bool may_lack = requires {
        requires Where::template may_lack<Event>;
    };

    constexpr void record(auto &counts, const auto &e) const noexcept {
        if (where(e)) counts.record(kpi::kind(e));
    }
    constexpr void record(auto &counts, const auto &e, auto n) const noexcept {
        if (where(e)) counts.record(kpi::kind(e), n);
    }
    [[nodiscard]] constexpr bool retract(auto &counts, const auto &e) const noexcept {
        return !where(e) || counts.retract(kpi::kind(e));
    }
    template <class Tally> constexpr void record(partly_told<Tally> &counts, const auto &e) const noexcept {
        record(counts, e, 1u);
    }
    template <class Tally>
    constexpr void record(partly_told<Tally> &counts, const auto &e, auto n) const noexcept {
        if (Where::knows(e))
            record(counts.told, e, n);
        else if (Tally::kinds.contains(kpi::kind(e)))
            counts.untold = saturating_add(counts.untold, to_count<std::uint32_t>(n));
    }
    template <class Tally>
    [[nodiscard]] constexpr bool retract(partly_told<Tally> &counts, const auto &e) const noexcept {
        if (Where::knows(e)) return retract(counts.told, e);
        return !Tally::kinds.contains(kpi::kind(e)) || take_off(counts.untold, std::uint32_t{1});
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
