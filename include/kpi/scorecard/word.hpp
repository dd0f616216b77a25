// SPDX-License-Identifier: MIT
#pragma once

/// A word is what a metric observes about events: a constant that says which kinds, on what condition, and
/// what is remembered about them. Metrics are formulas over words. A board holds each distinct word once,
/// however many metrics read it. Everything else that you can ask of a metric follows from its words.
///
/// Your own word is a structural type with
///
///     event_set<E> of;                                    the kinds that it looks at
///     template <class Event> using state = ...;           what it remembers: a state (accumulator/state.hpp)
///     void record(state &, const Event &e) const;         one event, which it takes or passes over
///
/// and, where it can, `record(state, e, n)`, `record_batch(state, span)`, `retract(state, e) -> bool`,
/// `read(state)` for the reading that a formula gets instead of the state, and `demanded_of<Event>()`, which
/// fails with a sentence if the event lacks a member. A word with more members than `of` tells the snapshot's
/// schema all of them, in `describe(say)`. Two equal words are one word. Words whose `kept()` answers an
/// equal constant share one state.

#include <kpi/core/event_set.hpp>
#include <kpi/core/told.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// The condition of a word that has none.
struct always {
    [[nodiscard]] constexpr bool operator()(const auto &) const noexcept { return true; }
};

namespace detail {

template <auto Constant> struct constant_tag {};
/// Whether two constants are the same, types and values.
template <auto A, auto B> inline constexpr bool same_constant = __is_same(constant_tag<A>, constant_tag<B>);

/// Whether an event has what a condition asks for besides its kind.
template <class Where, class Event> [[nodiscard]] constexpr bool condition_demanded_of() noexcept {
    if constexpr (requires { Where::template demanded_of<Event>(); })
        return Where::template demanded_of<Event>();
    else
        return true;
}

/// The type of what a word reads from an event, told or not.
template <const auto &What, class Event>
using measured_type = std::remove_cvref_t<decltype(told_value(What(std::declval<const Event &>())))>;

/// Whether the member that it reads is a whole number, for an event that has it.
template <const auto &What, class Event> [[nodiscard]] consteval bool whole_number_demanded() {
    constexpr bool whole = std::integral<measured_type<What, Event>>;
    static_assert(whole, "what is measured of an event is a whole number: give it in its smallest unit, as "
                         "cents or seconds");
    return whole;
}

/// Tells a snapshot's schema which condition it is.
template <class Where> constexpr void describe_condition(const Where &where, auto &&say) noexcept {
    static_assert(
        std::is_empty_v<Where> || requires { where.describe(say); },
        "a condition with members says them to a snapshot: give it describe(say)");
    say(std::type_identity<Where>{});
    if constexpr (requires { where.describe(say); }) where.describe(say);
}

/// Tells it which word it is, or what is kept for several. A word whose only member is `of` need not do so.
template <class Kept> constexpr void describe_kept(const Kept &kept, auto &&say) noexcept {
    constexpr bool described = requires { kept.describe(say); };
    constexpr bool of_kinds_alone = requires { requires sizeof(Kept) == sizeof(kept.of); };
    static_assert(described || of_kinds_alone || std::is_empty_v<Kept>,
                  "a word with members besides `of` says them to a snapshot: give it describe(say)");
    say(std::type_identity<Kept>{});
    if constexpr (described)
        kept.describe(say);
    else if constexpr (of_kinds_alone)
        say(kept.of);
}

/// Whether no event of this type can feed a word, because its condition asks for something that none of them
/// says. Nothing is kept for such a word.
template <auto Kept, class Event> [[nodiscard]] constexpr bool is_never_fed() noexcept {
    if constexpr (requires { decltype(Kept.where)::template never_of<Event>; })
        return decltype(Kept.where)::template never_of<Event>;
    else
        return false;
}

/// The constant that names what is remembered for a word.
template <auto Word> [[nodiscard]] constexpr auto kept_of() noexcept {
    if constexpr (requires { Word.kept(); })
        return Word.kept();
    else
        return Word;
}

} // namespace detail

/// What a board can hold of events of this vocabulary.
template <class W>
concept word = requires(const W &w) {
    w.of.bits;
    w.of.unlisted;
};

} // namespace kpi::inline v1
