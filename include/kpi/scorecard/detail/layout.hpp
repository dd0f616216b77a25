// SPDX-License-Identifier: MIT
#pragma once

/// What a board holds for the words of its metrics, each once: one tally for everything counted without a
/// condition, and a chain of states for the other words.

#include <kpi/accumulator/tally.hpp>
#include <kpi/scorecard/detail/held.hpp>
#include <kpi/scorecard/detail/kept_words.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstddef>
#include <type_traits>

namespace kpi::inline v1::detail {

template <const auto &M, class Event>
inline constexpr bool speaks_of = std::is_same_v<kind_of<typename definition<M>::event>, kind_of<Event>>;

template <class E, class Count, event_set<E> Kinds> [[nodiscard]] constexpr auto tally_or_nothing() noexcept {
    if constexpr (Kinds.empty())
        return nothing<place::counters>{};
    else
        return tally<E, Kinds, Count>{};
}

template <class Tag, class Event, class Count, event_set<kind_of<Event>> Kinds, class Rest> struct link;
template <auto Kept, class Event, class Count, event_set<kind_of<Event>> Kinds, class Rest>
struct link<constant_tag<Kept>, Event, Count, Kinds, Rest> {
    using type = held<Kept, Event, Count, Kinds, Rest>;
};
/// The states from number I on.
template <class States, class Event, class Count, std::size_t I = 0, bool Ends = I == States::size>
struct chain {
    using rest = typename chain<States, Event, Count, I + 1>::type;
    using type =
        typename link<typename States::template tag<I>, Event, Count, States::template kinds<I>, rest>::type;
};
template <class States, class Event, class Count, std::size_t I> struct chain<States, Event, Count, I, true> {
    using type = nothing<place::end_of_chain>;
};

/// Where the counters and states of a board lie. A refused board has none, so that no page of consequences
/// follows its one error message.
template <bool Sound, class Event, class Count, const auto &...Metrics> struct layout {
    using counters = nothing<place::counters>;
    using own = nothing<place::end_of_chain>;
    static constexpr void each_word(auto &&) noexcept {}
};
template <class Event, class Count, const auto &...Metrics> struct layout<true, Event, Count, Metrics...> {
    using kind = kind_of<Event>;
    using states = states_kept<Event, Metrics...>;
    static constexpr event_set<kind> kinds = states::kinds_of_tally;
    using counters = decltype(tally_or_nothing<kind, Count, kinds>());
    using own = typename chain<states, Event, Count>::type;
    /// The number of the state in the chain that is kept for a word.
    template <auto Word> static constexpr std::size_t number = states::template number<kept_tag<Word>>;
    static constexpr void each_word(auto &&visit) noexcept {
        if constexpr (!kinds.empty())
            visit(std::type_identity<
                  kept_state<counters_where<kind, always>, counters_of_all<kind>, Event, Count, kinds>>{});
        own::each_word(visit);
    }
};

} // namespace kpi::inline v1::detail
