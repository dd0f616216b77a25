// SPDX-License-Identifier: MIT
#pragma once

/// What a board holds for its metrics: one tally that the counting ones share, and a chain of the states that
/// the others bring. A chain of members and not of bases: GCC 12 loses bases when it copies them inside
/// arrays in a constant expression.

#include <kpi/accumulator/each_of.hpp>
#include <kpi/accumulator/tally.hpp>
#include <kpi/scorecard/detail/remembered.hpp>
#include <kpi/scorecard/metric.hpp>

#include <span>

namespace kpi::inline v1::detail {

/// True where M is read from the counters that all counting metrics share.
template <const auto &M, class Event>
inline constexpr bool shares = counting_metric<definition<M>> && !conditional_metric<definition<M>> &&
                               !stateful_metric<definition<M>, Event>;

template <const auto &M, class Event>
inline constexpr bool speaks_of = std::is_same_v<kind_of<typename definition<M>::event>, kind_of<Event>>;

/// Stands where nothing has to be remembered. The place keeps two of them in one board apart: empty members
/// of one type would need addresses of their own.
enum class place { counters, end_of_chain };
template <place> struct nothing {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    static constexpr bool counters_alone = true;
    using kind_slots = void;
    constexpr void record(const auto &, const auto &...) const noexcept {}
    [[nodiscard]] constexpr bool retract(const auto &) const noexcept { return true; }
    constexpr void fields(auto &&) const noexcept {}
    constexpr nothing &operator+=(const nothing &) noexcept { return *this; }
    friend constexpr bool operator==(const nothing &, const nothing &) = default;
};

template <class Event, const auto &...Metrics>
[[nodiscard]] constexpr event_set<kind_of<Event>> shared_kinds() noexcept {
    event_set<kind_of<Event>> kinds;
    const auto add = [&]<const auto & M>() {
        if constexpr (shares<M, Event>) kinds = kinds | kinds_of<M>();
    };
    (add.template operator()<Metrics>(), ...);
    return kinds;
}

template <class E, class Count, event_set<E> Kinds> [[nodiscard]] constexpr auto tally_or_nothing() noexcept {
    if constexpr (Kinds.empty())
        return nothing<place::counters>{};
    else
        return tally<E, Kinds, Count>{};
}
template <class Event, class Count, const auto &...Metrics>
using shared_tally = decltype(tally_or_nothing<kind_of<Event>, Count, shared_kinds<Event, Metrics...>()>());

/// The value of a counting metric, from a tally that holds its kinds.
template <const auto &M>
[[nodiscard]] constexpr auto read_counts(const auto &counts, const auto &...given) noexcept {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return M.value(counts.template count<M.sets()[I]>()..., given...);
    }
    (std::make_index_sequence<M.sets().size()>{});
}

/// The state of one metric that does not share, and how it is used.
template <const auto &M, class Event, class Count> struct own_state {
    using type = typename definition<M>::template state<Event>;
    static constexpr bool retractable = type::retractable && requires(type s, const Event e) {
        M.retract(s, e);
    };

    static constexpr void record(type &s, const Event &e) noexcept { M.record(s, e); }
    static constexpr void record(type &s, const Event &e, Count n) noexcept {
        static_assert(
            requires { M.record(s, e, n); },
            "record(event, n): a metric of this board takes single events only");
        if constexpr (requires { M.record(s, e, n); }) M.record(s, e, n);
    }
    [[nodiscard]] static constexpr bool retract(type &s, const Event &e) noexcept { return M.retract(s, e); }
    [[nodiscard]] static constexpr auto get(const type &s, const auto &...given) noexcept {
        return M.value(s, given...);
    }
};
template <const auto &M, class Event, class Count>
requires conditional_metric<definition<M>>
struct own_state<M, Event, Count> {
    using type = tally<kind_of<Event>, kinds_of<M>(), Count>;
    static constexpr bool retractable = true;
    static constexpr bool listed = !kinds_of<M>().unlisted; ///< its kinds can be searched for

    static constexpr void record(type &s, const Event &e, Count n = 1) noexcept {
        if (M.where(e)) s.record(kind(e), n);
    }
    [[nodiscard]] static constexpr bool retract(type &s, const Event &e) noexcept {
        return !M.where(e) || s.retract(kind(e));
    }
    [[nodiscard]] static constexpr auto get(const type &s, const auto &...given) noexcept {
        return read_counts<M>(s, given...);
    }
};

/// One metric's own state, and the rest of the chain.
template <class Event, class Count, const auto &M, class Rest> struct held {
    using own = own_state<M, Event, Count>;
    static constexpr law keeps = weaker(own::type::keeps, Rest::keeps);
    static constexpr bool retractable = own::retractable && Rest::retractable;
    static constexpr bool counters_alone = conditional_metric<definition<M>> && Rest::counters_alone;

    typename own::type state{};
    [[no_unique_address]] Rest rest{};

    constexpr void record(const Event &e) noexcept { own::record(state, e), rest.record(e); }
    constexpr void record(std::span<const Event> events) noexcept {
        if constexpr (requires { M.record_batch(state, events); })
            M.record_batch(state, events);
        else if constexpr (requires { requires own::listed; })
            each_of(kinds_of<M>(), events, [this](const Event &e) { own::record(state, e); });
        else
            for (const Event &e : events)
                own::record(state, e);
        rest.record(events);
    }
    constexpr void record(const Event &e, Count n) noexcept { own::record(state, e, n), rest.record(e, n); }
    [[nodiscard]] constexpr bool retract(const Event &e) noexcept {
        if (!own::retract(state, e)) return false;
        if (rest.retract(e)) return true;
        own::record(state, e);
        return false;
    }
    template <const auto &Asked> [[nodiscard]] constexpr auto get(const auto &...given) const noexcept {
        if constexpr (same_metric<M, Asked>)
            return own::get(state, given...);
        else
            return rest.template get<Asked>(given...);
    }
    template <const auto &Asked> [[nodiscard]] constexpr const auto &of() const noexcept {
        if constexpr (same_metric<M, Asked>)
            return state;
        else
            return rest.template of<Asked>();
    }
    constexpr void fields(auto &&visit) noexcept { state.fields(visit), rest.fields(visit); }
    constexpr void fields(auto &&visit) const noexcept { state.fields(visit), rest.fields(visit); }
    constexpr held &operator+=(const held &other) noexcept {
        state += other.state;
        rest += other.rest;
        return *this;
    }
    friend constexpr bool operator==(const held &, const held &) = default;
};

template <class Event, class Count, const auto &...> struct chain {
    using type = nothing<place::end_of_chain>;
};
template <class Event, class Count, const auto &M, const auto &...Rest>
struct chain<Event, Count, M, Rest...> {
    using next = typename chain<Event, Count, Rest...>::type;
    using type = typename std::conditional_t<shares<M, Event>, std::type_identity<next>,
                                             std::type_identity<held<Event, Count, M, next>>>::type;
};

/// Where a board's counters and states lie; nothing at all for a board that is refused, so that its one
/// sentence is not followed by a page of consequences.
template <bool Sound, class Event, class Count, class Remembered> struct layout {
    using counters = nothing<place::counters>;
    using own = nothing<place::end_of_chain>;
};
template <class Event, class Count, const auto &...Metrics>
struct layout<true, Event, Count, definitions<Metrics...>> {
    using counters = shared_tally<Event, Count, Metrics...>;
    using own = typename chain<Event, Count, Metrics...>::type;
};

template <const auto &M, const auto &...Metrics>
[[nodiscard]] constexpr bool among(definitions<Metrics...>) noexcept {
    return (same_metric<M, Metrics> || ...);
}

/// Whether M can be read with these figures given, and no others.
template <const auto &M, class Event, class Count, class... Given>
inline constexpr bool readable = [] {
    if constexpr (derived_from_others<definition<M>>)
        return definition<M>::template takes<read_of<Event, Count>::template part, Given...>;
    else if constexpr (stateful_metric<definition<M>, Event>)
        return requires(const typename definition<M>::template state<Event> &s, const Given &...given) {
            M.value(s, given...);
        };
    else
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return requires(const Given &...given) { M.value((static_cast<void>(I), Count{})..., given...); };
        }
    (std::make_index_sequence<M.sets().size()>{});
}();

} // namespace kpi::inline v1::detail
