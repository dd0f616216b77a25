// SPDX-License-Identifier: MIT
#pragma once

/// What a log remembers of an event in order to take it off a board again: its group, and the kind if the
/// board looks at kinds alone, or else the event.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/event.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace kpi::inline v1::detail {

template <class Event, std::size_t Groups> struct kind_entry {
    std::conditional_t<(Groups <= 0xffff), std::uint16_t, std::uint32_t> group{};
    kind_of<Event> kind{};

    constexpr kind_entry() = default;
    constexpr kind_entry(const Event &e, std::uint32_t g) noexcept
        : group{static_cast<decltype(group)>(g)}, kind{kpi::kind(e)} {}
    /// An event that is as good as the original to such a board.
    [[nodiscard]] constexpr Event again() const noexcept {
        Event e{};
        e.kind = kind;
        return e;
    }
    friend constexpr bool operator==(const kind_entry &, const kind_entry &) = default;
};

template <class Event> struct event_entry {
    std::uint32_t group{};
    Event event{};

    constexpr event_entry() = default;
    constexpr event_entry(const Event &e, std::uint32_t g) noexcept : group{g}, event{e} {}
    [[nodiscard]] constexpr const Event &again() const noexcept { return event; }
    friend constexpr bool operator==(const event_entry &, const event_entry &) = default;
};

template <class A, std::size_t Groups>
using log_entry = std::conditional_t<counts_kinds_alone<A>, kind_entry<typename A::event, Groups>,
                                     event_entry<typename A::event>>;

} // namespace kpi::inline v1::detail
