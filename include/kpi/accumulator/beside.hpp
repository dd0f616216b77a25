// SPDX-License-Identifier: MIT
#pragma once

/// Several states side by side, fed by one event: `beside<by<line, 4, board>, over<hours<1>, 8, board>>`.
/// Each takes the events of its own type, or their kinds if its event is an enumeration; the compiler knows
/// which states an event goes to. `get<metric>(...)` reads the state that has the metric, `of<state>()` is
/// one of the states. Law: the weakest of theirs. Empty is all zero bits.

#include <kpi/accumulator/detail/side_by_side.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/event.hpp>
#include <kpi/core/saturating.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>

namespace kpi::inline v1 {

template <state... States> class beside {
    static_assert(sizeof...(States) > 0, "beside: name the states");
    template <const auto &M>
    static constexpr std::size_t holders = (std::size_t{reads_metric<States, M>} + ... + 0u);

public:
    using event = typename decltype(detail::event_beside<States...>())::type;
    using count_type = decltype(detail::widest_count<States...>());
    static constexpr std::size_t size = sizeof...(States); ///< how many states
    static constexpr law keeps = [] {
        law weakest = law::exact;
        ((weakest = weaker(weakest, States::keeps)), ...);
        return weakest;
    }();
    static constexpr bool retractable = (States::retractable && ...);
    static constexpr bool counters_alone = (detail::only_counts<States> && ...) &&
                                           (std::same_as<typename States::count_type, count_type> && ...);
    /// Whether the states need nothing of an event but its kind.
    static constexpr bool kinds_alone =
        ((counts_kinds_alone<States> || kind_enum<typename States::event>)&&...);
    static constexpr bool pairs_events = (holds_pairs<States> || ...);
    static constexpr bool tells_stories = (holds_stories<States> || ...);
    static constexpr bool keeps_levels = (holds_levels<States> || ...);
    /// Whether `get<M>` finds M in exactly one of them.
    template <const auto &M> static constexpr bool reads = holders<M> == 1;
    /// Whether any of the states takes an event of this type.
    template <class E> static constexpr bool takes = (detail::takes_event<States, E> || ...);

    /// Records one event in each state that takes it. Bounded as the states are.
    constexpr void record(const event &e) noexcept { record_alike(e); }
    template <class E>
    requires takes<E>
    constexpr void record(const E &e) noexcept { record_alike(e); }
    /// n events that are alike.
    constexpr void record(const event &e, std::integral auto n) noexcept { record_alike(e, n); }
    template <class E>
    requires takes<E>
    constexpr void record(const E &e, std::integral auto n) noexcept { record_alike(e, n); }
    /// A batch: equal to recording each event. It goes in blocks that stay in the cache while one state after
    /// the other goes over them.
    constexpr void record(std::span<const event> events) noexcept { record_blocks(events); }
    template <class E>
    requires takes<E>
    constexpr void record(std::span<const E> events) noexcept { record_blocks(events); }
    /// Takes one event back from each state that took it. False, with no change, if one of them cannot.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept { return retract_from_all(e); }
    template <class E>
    requires takes<E>
    [[nodiscard]] constexpr bool retract(const E &e) noexcept { return retract_from_all(e); }

    /// A metric of the one state that has it, read as that state is read: `get<hourly_rate>(now)`.
    template <const auto &M> [[nodiscard]] constexpr auto get(const auto &...given) const noexcept {
        static_assert(holders<M> > 0, "beside: none of these states has this metric to be read with get");
        static_assert(holders<M> < 2,
                      "beside: more than one of these states has this metric; read it with of<state>()");
        if constexpr (reads<M>) return of<holder<M>()>().template get<M>(given...);
    }
    /// One of the states, by its place.
    template <std::size_t I> [[nodiscard]] constexpr const auto &of() const noexcept {
        static_assert(I < size, "beside: there are fewer states than that");
        return states_.template at < I < size ? I : 0 > ();
    }
    /// One of the states, by its type, if it is the only one of that type.
    template <class A> [[nodiscard]] constexpr const A &of() const noexcept {
        static_assert((int{std::same_as<A, States>} + ...) == 1,
                      "beside: not one of these states, or more than one; read it with of<place>()");
        return of<place_of({std::same_as<A, States>...})>();
    }

    constexpr beside &operator+=(const beside &other) noexcept {
        states_ += other.states_;
        return *this;
    }
    friend constexpr bool operator==(const beside &, const beside &) = default;
    constexpr void reset() noexcept {
        states_.each([](auto &a) { a.reset(); });
    }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        self.states_.each([&](auto &a) { visit_fields(a, visit); });
    }
    /// Walks one state after the other.
    constexpr void walk(auto &&visit, const auto &...labels) const {
        states_.each([&](const auto &a) { a.walk(visit, labels...); });
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { (say(std::type_identity<States>{}), ...); }

private:
    static constexpr std::size_t place_of(const bool (&is_it)[size]) noexcept {
        std::size_t i = 0;
        while (i + 1 < size && !is_it[i])
            ++i;
        return i;
    }
    template <const auto &M> static constexpr std::size_t holder() noexcept {
        return place_of({reads_metric<States, M>...});
    }
    /// Calls f with the event in the form that a state takes, if it takes it.
    template <class A, class E> static constexpr void pass(const E &e, auto &&f) noexcept {
        if constexpr (std::same_as<typename A::event, E>)
            f(e);
        else if constexpr (detail::takes_kind_of<A, E>)
            f(kind(e));
    }
    template <class E> constexpr void record_alike(const E &e, auto... n) noexcept {
        states_.each([&]<class A>(A &a) { pass<A>(e, [&](const auto &x) { a.record(x, n...); }); });
    }
    template <class E> constexpr void record_blocks(std::span<const E> events) noexcept {
        constexpr std::size_t block = 1024;
        while (!events.empty()) {
            const auto some = events.first(events.size() < block ? events.size() : block);
            states_.each([&]<class A>(A &a) {
                if constexpr (std::same_as<typename A::event, E>)
                    a.record(some);
                else if constexpr (detail::takes_kind_of<A, E>)
                    for (const E &e : some)
                        a.record(kind(e));
            });
            events = events.subspan(some.size());
        }
    }
    template <class E> constexpr bool retract_from_all(const E &e) noexcept {
        std::size_t asked = 0, taken = 0;
        states_.each([&]<class A>(A &a) {
            if (asked++ != taken) return; // one has refused
            bool fine = true;
            pass<A>(e, [&](const auto &x) { fine = a.retract(x); });
            taken += std::size_t{fine};
        });
        if (taken == size) return true;
        states_.each([&]<class A>(A &a) {
            if (taken == 0) return;
            --taken;
            pass<A>(e, [&](const auto &x) { a.record(x); });
        });
        return false;
    }

    detail::side_by_side<States...> states_{};
};

} // namespace kpi::inline v1
