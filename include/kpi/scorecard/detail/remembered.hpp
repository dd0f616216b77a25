// SPDX-License-Identifier: MIT
#pragma once

/// Which metrics a board has to remember: those that it names, and for a derived one those that it is made
/// of, each once.

#include <kpi/scorecard/catalogue.hpp>

#include <cstddef>
#include <utility>

namespace kpi::inline v1::detail {

template <const auto &...> struct definitions {};
template <class Found, const auto &...> struct search { using type = Found; };
template <const auto &...Found, const auto &M, const auto &...Left>
struct search<definitions<Found...>, M, Left...> {
    static constexpr auto next() noexcept {
        if constexpr (derived_from_others<definition<M>>) return []<const auto &...Part>(catalogue<Part...>) {
                return search<definitions<Found...>, Part..., Left...>{};
            }
        (typename definition<M>::parts{});
        else if constexpr ((same_metric<M, Found> || ...)) return search<definitions<Found...>, Left...>{};
        else return search<definitions<Found..., M>, Left...>{};
    }
    using type = typename decltype(next())::type;
};
template <const auto &...Metrics> struct remembered { using type = definitions<Metrics...>; };
template <const auto &...Metrics>
requires(derived_from_others<definition<Metrics>> || ...) struct remembered<Metrics...>
    : search<definitions<>, Metrics...> {
};

/// What reading a part of a derived metric answers.
template <class Event, class Count> struct read_of {
    template <const auto &M> static constexpr auto value() noexcept {
        if constexpr (stateful_metric<definition<M>, Event>)
            return M.value(typename definition<M>::template state<Event>{});
        else
            return []<std::size_t... I>(std::index_sequence<I...>) {
                return M.value((static_cast<void>(I), Count{})...);
            }
        (std::make_index_sequence<M.sets().size()>{});
    }
    template <const auto &M> struct part { using type = decltype(value<M>()); };
};

} // namespace kpi::inline v1::detail
