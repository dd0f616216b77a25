// SPDX-License-Identifier: MIT
#pragma once

/// A story is a small state machine that receives the events of one case (a deal, a lead, a prospect) in
/// order. It tells facts as soon as they are true, and takes back facts that no longer are: a win that was
/// reopened. A fact is an event: an act as it counts (`deal_won` with `elapsed` filled in), or an outcome.
/// Its `at` is the time that decides its window.
///
///     using event = ...;                                      // what it is given, and tells as acts
///     using fact = ...;                                       // the outcomes that it tells
///     static constexpr event_set<kind_of<event>> concerns;    // the kinds that it looks at
///     static constexpr bool takes_back;                       // whether it ever does
///     void record(const event &, auto &sink) noexcept;        // the next event of the case
///     void end(time, auto &sink) noexcept;                    // tells what is open as of then
///     bool idle() const noexcept;                             // an empty story would go on the same
///
/// A story takes back the very fact that it told, with the same members: a mean could not forget another one.
/// A story whose facts follow from its state leaves that to `tell_changes` (story/changes.hpp).
///
/// Like every state, a story is trivially copyable, is all zero bits when empty, and has `==`, `fields` and
/// `reset`. It may also answer `since()`, the time of the event that opened it, so that old cases can be
/// given up. Law: in order.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/time/instant.hpp>

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// For a story that looks at every event of its case.
template <kind_enum E>
inline constexpr event_set<E> every_kind = [] {
    event_set<E> all = unlisted<E>;
    all.bits = ~std::uint64_t{};
    return all;
}();

/// A sink for facts that nobody looks at.
struct no_sink {
    constexpr void tell(const auto &, std::integral auto...) const noexcept {} ///< nothing happens
    constexpr void take_back(const auto &) const noexcept {}                   ///< nothing happens
};

/// Says in one sentence what a type lacks to be a story, if anything.
template <class S> consteval bool is_a_story() {
    constexpr bool plain =
        std::is_trivially_copyable_v<S> && std::default_initializable<S> && std::equality_comparable<S>;
    static_assert(plain, "a story is trivially copyable, has an empty form, and is compared with ==");
    constexpr bool of_events = requires { requires event<typename S::event>; };
    static_assert(of_events, "a story names its events: give it a type `event` with a kind");
    constexpr bool of_facts = requires { requires event<typename S::fact>; };
    static_assert(of_facts,
                  "a story names the outcomes that it tells: give it a type `fact`, which is `event` if "
                  "it tells none");
    constexpr bool concerned = requires {
        { S::concerns } -> std::convertible_to<event_set<kind_of<typename S::event>>>;
    };
    static_assert(concerned, "a story says which kinds it looks at: give it an event_set `concerns`");
    constexpr bool candid = requires {
        { S::takes_back } -> std::convertible_to<bool>;
    };
    static_assert(candid, "a story says whether it ever takes back a fact: give it a bool `takes_back`");
    constexpr bool records = requires(S s, const typename S::event &e, no_sink &sink) { s.record(e, sink); };
    static_assert(records, "a story is given events in order: give it record(event, sink)");
    constexpr bool ends = requires(S s, no_sink & sink) { s.end(instant{}, sink); };
    static_assert(ends, "a story tells what is still open: give it end(now, sink)");
    constexpr bool rests = requires(const S s) {
        { s.idle() } -> std::same_as<bool>;
    };
    static_assert(rests, "a story says when its place can be given away: give it idle()");
    constexpr bool walked = requires(S s, const S other) {
        S::fields(s, detail::any_field{});
        S::fields(other, detail::any_field{});
        s.reset();
    };
    static_assert(walked,
                  "a story is saved and cleared like any state: give it fields(self, visit) and reset()");
    return plain && of_events && of_facts && concerned && candid && records && ends && rests && walked;
}

namespace detail {
/// A fact as a state takes it: whole, or as its kind alone.
template <class State, class Fact>
[[nodiscard]] constexpr auto as_taken(const Fact &f) noexcept requires requires(State s) {
    s.record(f);
}
{ return f; }
template <class State, class Fact>
[[nodiscard]] constexpr auto as_taken(const Fact &f) noexcept requires(
    !requires(State s) { s.record(f); } && requires(State s) { s.record(kind(f)); }) {
    return kind(f);
}
} // namespace detail

/// Whether a state counts facts of this type, or their kinds.
template <class State, class Fact>
concept takes = requires(const Fact &f) {
    detail::as_taken<State>(f);
};

/// Whether a state counts anything that a story tells: its acts, or its outcomes, whose type it calls `fact`.
template <class State, class Story>
concept takes_a_fact = takes<State, typename Story::event> || takes<State, typename Story::fact>;

/// Records told facts in a state and, for a story that says it takes facts back, retracts those. It passes
/// over facts of a type that the state does not take, and counts those that it cannot retract.
template <class State, bool TakesBack = true> struct recording {
    State &state;            ///< where facts are counted
    std::uint32_t untaken{}; ///< facts that it could not take back

    /// Records one fact.
    template <class Fact> constexpr void tell(const Fact &f) noexcept {
        if constexpr (takes<State, Fact>) state.record(detail::as_taken<State>(f));
    }
    /// Records n facts that are alike, from a row that stands for n.
    template <class Fact> constexpr void tell(const Fact &f, std::uint32_t n) noexcept {
        if constexpr (takes<State, Fact>) {
            if constexpr (requires { state.record(detail::as_taken<State>(f), n); })
                state.record(detail::as_taken<State>(f), n);
            else
                for (; n > 0; --n)
                    tell(f);
        }
    }
    /// Takes back a fact that was told.
    template <class Fact> constexpr void take_back(const Fact &f) noexcept {
        static_assert(TakesBack, "this story takes a fact back: say so with takes_back = true");
        if constexpr (takes<State, Fact>) untaken += state.retract(detail::as_taken<State>(f)) ? 0u : 1u;
    }
};

/// Hands on each fact that it is told as `change` makes it: with the group of the case, or in another
/// vocabulary.
template <class Change, class Sink> struct changing {
    Change change; ///< a function of a fact
    Sink &sink;    ///< who is told

    /// The fact as `change` makes it.
    constexpr void tell(const auto &f, std::integral auto... n) noexcept { sink.tell(change(f), n...); }
    constexpr void take_back(const auto &f) noexcept { sink.take_back(change(f)); } ///< the same
};
template <class Change, class Sink> changing(Change, Sink &) -> changing<Change, Sink>;

} // namespace kpi::inline v1
