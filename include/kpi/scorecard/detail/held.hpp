// SPDX-License-Identifier: MIT
#pragma once

/// A board's states as a chain: one for each word that is more than a count without a condition. The links
/// are members, not bases: GCC 12 loses bases when it copies them inside arrays in a constant expression.

#include <kpi/accumulator/each_of.hpp>
#include <kpi/accumulator/tally.hpp>
#include <kpi/scorecard/detail/kept_words.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/partly_told.hpp>

#include <concepts>
#include <span>
#include <type_traits>

namespace kpi::inline v1::detail {

/// Stands where nothing has to be remembered. `place` gives two of them in one board different types, because
/// empty members of one type would need different addresses.
enum class place { counters, end_of_chain, never_fed };
template <place> struct nothing {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    static constexpr bool counters_alone = true;
    using kind_slots = void;
    constexpr void record(const auto &, const auto &...) const noexcept {}
    [[nodiscard]] constexpr bool retract(const auto &) const noexcept { return true; }
    static constexpr void fields(auto &, auto &&) noexcept {}
    static constexpr void describe(auto &&) noexcept {}
    static constexpr void each_word(auto &&) noexcept {}
    static constexpr std::size_t length = 0;
    constexpr nothing &operator+=(const nothing &) noexcept { return *this; }
    friend constexpr bool operator==(const nothing &, const nothing &) = default;
};

/// The reading that a formula gets for a word that no event of the board can feed.
inline constexpr nothing<place::never_fed> never_fed{};

/// The state that is kept, and how it is used.
template <class Kind, auto Kept, class Event, class Count, event_set<kind_of<Event>>> struct kept_state {
    using type = typename decltype(Kept)::template state<Event>;
    static constexpr auto kept = Kept;
    static constexpr bool counter = false;
    static constexpr bool retractable = type::retractable && requires(type s, const Event e) {
        Kept.retract(s, e);
    };
    static constexpr void record(type &s, const Event &e, std::integral auto n) noexcept {
        static_assert(
            requires { Kept.record(s, e, n); },
            "record(event, n): a metric of this board takes single events only");
        if constexpr (requires { Kept.record(s, e, n); }) Kept.record(s, e, n);
    }
    static constexpr void record(type &s, std::span<const Event> events) noexcept {
        if constexpr (requires { Kept.record_batch(s, events); })
            Kept.record_batch(s, events);
        else
            for (const Event &e : events)
                Kept.record(s, e);
    }
    static constexpr void describe(auto &&say) noexcept {
        describe_kept(Kept, say), say(std::type_identity<type>{});
    }
};
template <class E, class Where, auto Kept, class Event, class Count, event_set<kind_of<Event>> Kinds>
struct kept_state<counters_where<E, Where>, Kept, Event, Count, Kinds> {
    using counts = tally<E, Kinds, Count>;
    using kind_type = E;
    static constexpr auto kept = Kept;
    using type =
        std::conditional_t<counters_where<E, Where>::template may_lack<Event>, partly_told<counts>, counts>;
    static constexpr bool counter = std::is_same_v<type, counts>;
    static constexpr bool retractable = true;
    static constexpr void record(type &s, const Event &e, std::integral auto n) noexcept {
        Kept.record(s, e, n);
    }
    static constexpr void record(type &s, std::span<const Event> events) noexcept {
        const auto one = [&s](const Event &e) { Kept.record(s, e); };
        if constexpr (!Kinds.unlisted)
            each_of(Kinds, events, one);
        else
            for (const Event &e : events)
                one(e);
    }
    static constexpr void describe(auto &&say) noexcept {
        describe_condition(Kept.where, say), say(std::type_identity<type>{});
    }
};

/// One state, and the rest of the chain.
template <auto Kept, class Event, class Count, event_set<kind_of<Event>> Kinds, class Rest> struct held {
    using own = kept_state<std::remove_const_t<decltype(Kept)>, Kept, Event, Count, Kinds>;
    static constexpr law keeps = weaker(own::type::keeps, Rest::keeps);
    static constexpr bool retractable = own::retractable && Rest::retractable;
    static constexpr bool counters_alone = own::counter && Rest::counters_alone;
    static constexpr std::size_t length = 1 + Rest::length;
    static constexpr std::size_t at_once = 8;

    // NOLINTBEGIN(modernize-use-default-member-init)
    typename own::type state;
    [[no_unique_address]] Rest rest;
    // NOLINTEND(modernize-use-default-member-init)

    /// Spelled out: with initializers of the members, Clang 17 and later go over each state of a chain twice
    /// as often as over the one before.
    constexpr held() noexcept : state{}, rest{} {}

    constexpr void record(const Event &e) noexcept { Kept.record(state, e), rest.record(e); }
    /// In a long chain, most states ignore an event of this kind, so `at_once` of them are skipped together.
    constexpr void record(const Event &e, std::integral auto n) noexcept {
        if constexpr (length <= at_once) {
            own::record(state, e, n), rest.record(e, n);
        } else {
            constexpr event_set<kind_of<Event>> kinds = kinds_of_first<at_once>();
            if (kinds.unlisted || kinds.contains(kind(e))) record_in_first<at_once>(e, n);
            behind<at_once>().record(e, n);
        }
    }
    constexpr void record(std::span<const Event> events) noexcept {
        own::record(state, events), rest.record(events);
    }
    [[nodiscard]] constexpr bool retract(const Event &e) noexcept {
        if (!Kept.retract(state, e)) return false;
        if (rest.retract(e)) return true;
        Kept.record(state, e);
        return false;
    }
    template <std::size_t N>
    [[nodiscard]] static constexpr event_set<kind_of<Event>> kinds_of_first() noexcept {
        if constexpr (N == 1)
            return Kinds;
        else
            return Kinds | Rest::template kinds_of_first<N - 1>();
    }
    template <std::size_t N> constexpr void record_in_first(const Event &e, auto n) noexcept {
        own::record(state, e, n);
        if constexpr (N > 1) rest.template record_in_first<N - 1>(e, n);
    }
    template <std::size_t N> [[nodiscard]] constexpr auto &behind() noexcept {
        if constexpr (N == 1)
            return rest;
        else
            return rest.template behind<N - 1>();
    }
    /// The state at a place of the chain. It steps over several links at a time: with a function for each
    /// link on the way to each state, a large board would have thousands of functions.
    template <std::size_t I> [[nodiscard]] constexpr const auto &at() const noexcept {
        if constexpr (I == 0)
            return state;
        else if constexpr (I < 4)
            return rest.template at<I - 1>();
        else if constexpr (I < 16)
            return rest.rest.rest.rest.template at<I - 4>();
        else
            return behind_sixteen().template at<I - 16>();
    }
    [[nodiscard]] constexpr const auto &behind_sixteen() const noexcept {
        return rest.rest.rest.rest.rest.rest.rest.rest.rest.rest.rest.rest.rest.rest.rest.rest;
    }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.state, visit), visit_fields(self.rest, visit);
    }
    static constexpr void describe(auto &&say) noexcept { own::describe(say), Rest::describe(say); }
    static constexpr void each_word(auto &&visit) noexcept {
        visit(std::type_identity<own>{}), Rest::each_word(visit);
    }
    constexpr held &operator+=(const held &other) noexcept {
        state += other.state;
        rest += other.rest;
        return *this;
    }
    friend constexpr bool operator==(const held &, const held &) = default;
};

} // namespace kpi::inline v1::detail
