// SPDX-License-Identifier: MIT
#pragma once

/// States of several types, one beside the other, and which of them an event goes to. A chain of members, as
/// on a board: scorecard/detail/held.hpp says why.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/event.hpp>

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace kpi::inline v1::detail {

template <class A, class... Rest> struct side_by_side {
    A state{};
    side_by_side<Rest...> rest{};

    constexpr void each(auto &&f) noexcept { f(state), rest.each(f); }
    constexpr void each(auto &&f) const { f(state), rest.each(f); }
    template <std::size_t I> [[nodiscard]] constexpr const auto &at() const noexcept {
        if constexpr (I == 0)
            return state;
        else
            return rest.template at<I - 1>();
    }
    constexpr side_by_side &operator+=(const side_by_side &other) noexcept {
        state += other.state;
        rest += other.rest;
        return *this;
    }
    friend constexpr bool operator==(const side_by_side &, const side_by_side &) = default;
};
template <class A> struct side_by_side<A> {
    A state{};

    constexpr void each(auto &&f) noexcept { f(state); }
    constexpr void each(auto &&f) const { f(state); }
    template <std::size_t I> [[nodiscard]] constexpr const auto &at() const noexcept { return state; }
    constexpr side_by_side &operator+=(const side_by_side &other) noexcept {
        state += other.state;
        return *this;
    }
    friend constexpr bool operator==(const side_by_side &, const side_by_side &) = default;
};

template <class A>
concept only_counts = requires {
    requires A::counters_alone;
};
/// Whether A counts an E by its kind, where A's event or E is that kind alone.
template <class A, class E>
concept takes_kind_of =
    event<E> && !std::same_as<typename A::event, E> &&
    (std::same_as<typename A::event, typename kind_type<E>::type> ||
     (counts_kinds_alone<A> && std::same_as<typename kind_type<typename A::event>::type, E>));
template <class A, class E>
concept takes_event = std::same_as<typename A::event, E> || takes_kind_of<A, E>;

/// The event of states side by side: that of the first, or if that is a kind alone, that of the first whose
/// event has such a kind.
template <class A, class... Rest> [[nodiscard]] consteval auto event_beside() noexcept {
    if constexpr (kind_enum<typename A::event> && sizeof...(Rest) > 0) {
        using theirs = typename decltype(event_beside<Rest...>())::type;
        if constexpr (std::same_as<typename kind_type<theirs>::type, typename A::event>)
            return std::type_identity<theirs>{};
        else
            return std::type_identity<typename A::event>{};
    } else {
        return std::type_identity<typename A::event>{};
    }
}
template <class A, class... Rest> [[nodiscard]] consteval auto widest_count() noexcept {
    if constexpr (sizeof...(Rest) == 0) {
        return typename A::count_type{};
    } else {
        using theirs = decltype(widest_count<Rest...>());
        if constexpr (sizeof(theirs) > sizeof(typename A::count_type))
            return theirs{};
        else
            return typename A::count_type{};
    }
}

} // namespace kpi::inline v1::detail
