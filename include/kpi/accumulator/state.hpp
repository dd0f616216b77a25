// SPDX-License-Identifier: MIT
#pragma once

/// What every state (accumulator, combinator, board) promises: it is trivially copyable, its empty form is
/// all zero bits, `+=` merges two states of the same type, `==` compares what was counted, `fields` walks
/// over its integers, and it names the law that its merge keeps.
///
///     static constexpr void fields(auto &self, auto &&visit) noexcept { visit(self.sum_); }
///
/// is written once, for a `self` that is constant and for one that is not; `visit_fields(s, visit)` calls it.

#include <concepts>
#include <span>
#include <type_traits>

namespace kpi::inline v1 {

/// What order, splitting and merging do to a state.
enum class law : unsigned char {
    exact,          ///< a function of the multiset of events: any split, any order, any merge tree
    in_order,       ///< the same for a stream cut into consecutive parts: associative, not commutative
    by_id,          ///< in order for each id: all its events reach one part, and parts merge in any order
    within_a_bound, ///< order and merging change the answer by less than the type states
    by_product ///< evidence: parts merge by multiplication, in any order, and the product is valid evidence;
               ///< but what one part has seen does not help another to see more, so it is not the evidence of
               ///< one stream
};

/// The weaker of two laws: the law of a state made of both.
[[nodiscard]] constexpr law weaker(law a, law b) noexcept { return a < b ? b : a; }

namespace detail {
struct any_field {
    template <std::integral I> constexpr void operator()(I &) const noexcept {}
    template <std::integral I> constexpr void operator()(const I &) const noexcept {}
};
} // namespace detail

/// Calls visit(x) for each integer that a state is made of, in an order that never changes.
template <class S> constexpr void visit_fields(S &s, auto &&visit) noexcept {
    std::remove_const_t<S>::fields(s, visit);
}

/// A mergeable state. `retractable` says whether what was recorded can be taken back.
template <class S>
concept state = std::is_trivially_copyable_v<S> && std::default_initializable<S> &&
    std::equality_comparable<S> && requires(S s, const S other) {
    { s += other } -> std::same_as<S &>;
    { S::keeps } -> std::convertible_to<law>;
    { S::retractable } -> std::convertible_to<bool>;
    S::fields(s, detail::any_field{});
    S::fields(other, detail::any_field{});
    s.reset();
};

/// Says in one sentence what a type of your own lacks, if anything, to stand wherever a state can.
template <class S> consteval bool is_a_state() {
    constexpr bool plain =
        std::is_trivially_copyable_v<S> && std::default_initializable<S> && std::equality_comparable<S>;
    static_assert(plain, "a state is trivially copyable, has an empty form, and is compared with ==");
    constexpr bool lawful = requires {
        { S::keeps } -> std::convertible_to<law>;
        { S::retractable } -> std::convertible_to<bool>;
    };
    static_assert(lawful, "a state says what merging does to it, and whether it takes back what it was "
                          "given: give it a law `keeps` and a bool `retractable`");
    constexpr bool merged = requires(S s, const S other) {
        { s += other } -> std::same_as<S &>;
    };
    static_assert(merged, "two states are merged: give it operator+=, which answers the state");
    constexpr bool walked = requires(S s, const S other) {
        S::fields(s, detail::any_field{});
        S::fields(other, detail::any_field{});
        s.reset();
    };
    static_assert(walked, "a state is saved and cleared: give it fields(self, visit) and reset()");
    constexpr bool fed = requires {
        typename S::event;
        typename S::count_type;
    };
    static_assert(fed, "a state names what it is fed: give it types `event` and `count_type`");
    if constexpr (fed) {
        constexpr bool recording =
            requires(S s, const typename S::event &e, std::span<const typename S::event> all) {
            s.record(e);
            s.record(all);
        };
        static_assert(recording, "a state takes events one by one and in batches, which combinators hand on: "
                                 "give it record(event) and record(std::span<const event>)");
        return plain && lawful && merged && walked && recording;
    }
    return false;
}

/// A state for which an event is its kind and nothing more.
template <class S>
concept counts_kinds_alone = requires {
    requires S::kinds_alone;
};

/// A state that keeps pairs or the stories of cases, or has one inside that does: it cannot stand where it
/// may miss an event of the same case.
template <class S>
concept holds_pairs = requires {
    requires S::pairs_events;
};
/// The same for stories alone.
template <class S>
concept holds_stories = requires {
    requires S::tells_stories;
};

/// A state that keeps a level, as of open deals, or has one inside that does: what is there now may have come
/// at any time, so no window of the last periods can hold it.
template <class S>
concept holds_levels = requires {
    requires S::keeps_levels;
};

/// A state that reads this metric with `get<M>(...)`: a board that has it, or a combinator that says so.
template <class S, const auto &M>
inline constexpr bool reads_metric = [] {
    if constexpr (requires { S::metrics::template contains<M>; })
        return S::metrics::template contains<M>;
    else if constexpr (requires { S::template reads<M>; })
        return S::template reads<M>;
    else
        return false;
}();

} // namespace kpi::inline v1
