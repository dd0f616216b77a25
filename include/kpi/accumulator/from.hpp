// SPDX-License-Identifier: MIT
#pragma once

/// A state that you feed events of a foreign type: `from<to_touch, board>` records what `to_touch(row)`
/// answers. It adapts structs whose members have other names than core/member.hpp expects. It can stand
/// anywhere in a nesting: combinators outside read the foreign event, the state inside reads the converted
/// one. The compiler sees through it; law, size and everything else are those of the state inside.

#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/told.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

template <class> struct argument_of_call;
template <class R, class Function, class X> struct argument_of_call<R (Function::*)(X) const> {
    using type = X;
};
template <class R, class Function, class X> struct argument_of_call<R (Function::*)(X) const noexcept> {
    using type = X;
};

/// The type that a callable takes; void if that is open, as with a generic lambda.
template <class Function> struct argument_of { using type = void; };
template <class R, class X> struct argument_of<R (*)(X)> { using type = X; };
template <class R, class X> struct argument_of<R (*)(X) noexcept> { using type = X; };
template <class M, class X> struct argument_of<M X::*> { using type = X; }; // a member, or a member function
template <class Function>
requires requires { &Function::operator(); }
struct argument_of<Function> : argument_of_call<decltype(&Function::operator())> {};

template <auto Function, class X> [[nodiscard]] constexpr decltype(auto) call(const X &x) noexcept {
    if constexpr (std::is_member_object_pointer_v<decltype(Function)>)
        return (x.*Function);
    else if constexpr (std::is_member_function_pointer_v<decltype(Function)>)
        return (x.*Function)();
    else
        return Function(x);
}

/// An optional or a pointer, by its shape, to something that is as good as a T.
template <class R, class T>
concept perhaps = requires(const R &r) {
    { *r } -> std::convertible_to<const T &>;
    requires optional_like<R> || requires { static_cast<bool>(r); };
};

} // namespace detail

/// Convert is any constant that can be called with a row: a function, a lambda, a function object, a pointer
/// to a member. It answers an event of A, an optional one, or a pointer to one; if that is empty, the row is
/// no event of A and changes nothing. If Convert takes rows of several types, Row says which.
template <auto Convert, state A,
          class Row = std::remove_cvref_t<typename detail::argument_of<decltype(Convert)>::type>>
class from {
    static constexpr bool one_row = !std::is_void_v<Row>;
    static_assert(one_row,
                  "from: this callable takes rows of any type; name yours: from<convert, board, row>");
    using inside = typename A::event;
    // Stand-ins for a row and an answer that are not known, so that the compiler prints just one sentence.
    using row = std::conditional_t<one_row, Row, inside>;
    template <class X> static consteval auto answer_to() noexcept {
        if constexpr (one_row)
            return std::type_identity<
                std::remove_cvref_t<decltype(detail::call<Convert>(std::declval<const X &>()))>>{};
        else
            return std::type_identity<inside>{};
    }
    using answer = typename decltype(answer_to<row>())::type;
    static constexpr bool answers_always = std::convertible_to<const answer &, const inside &>;
    static_assert(answers_always || detail::perhaps<answer, inside>,
                  "from: the callable answers neither the event of the state inside nor an optional one");

public:
    using event = row;
    using inner = A;
    using count_type = typename A::count_type;
    static constexpr law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    static constexpr bool counters_alone = requires { requires A::counters_alone; };
    static constexpr bool pairs_events = holds_pairs<A>;
    static constexpr bool tells_stories = holds_stories<A>;
    static constexpr bool keeps_levels = holds_levels<A>;
    template <const auto &M> static constexpr bool reads = reads_metric<A, M>; ///< with get

    constexpr void record(const event &e) noexcept {
        pass(e, [this](const inside &x) { state_.record(x); });
    }
    /// n rows that are alike, converted once.
    constexpr void record(const event &e, std::integral auto n) noexcept {
        pass(e, [this, n](const inside &x) { state_.record(x, n); });
    }
    constexpr void record(std::span<const event> events) noexcept {
        detail::read_ahead(events, [this](const event &e) { record(e); });
    }
    /// Also true for a row that is no event: there is nothing to take back.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept {
        bool taken = true;
        pass(e, [this, &taken](const inside &x) { taken = state_.retract(x); });
        return taken;
    }

    /// The state inside, for every read.
    [[nodiscard]] constexpr const A &operator*() const noexcept { return state_; }
    [[nodiscard]] constexpr const A *operator->() const noexcept { return &state_; }

    // The most common reads, without the arrow.
    /// As in the state inside: the value of its one metric.
    [[nodiscard]] constexpr decltype(auto) value(const auto &...given) const noexcept
        requires(requires(const A &a) { a.value(given...); }) {
        return state_.value(given...);
    }
    /// As in the state inside: the value of a metric.
    template <const auto &M>
    [[nodiscard]] constexpr decltype(auto) get(const auto &...given) const noexcept
        requires(requires(const A &a) { a.template get<M>(given...); }) {
        return state_.template get<M>(given...);
    }
    /// As in the state inside: how many events did not tell what the metric reads.
    template <const auto &M>
    [[nodiscard]] constexpr auto untold() const noexcept
        requires(requires(const A &a) { a.template untold<M>(); }) {
        return state_.template untold<M>();
    }
    /// As in the state inside: the group of a key.
    [[nodiscard]] constexpr decltype(auto) operator[](std::size_t key) const noexcept
        requires(requires(const A &a) { a[key]; }) {
        return state_[key];
    }
    /// As in the state inside: all groups merged.
    [[nodiscard]] constexpr auto total(const auto &...given) const noexcept
        requires(requires(const A &a) { a.total(given...); }) {
        return state_.total(given...);
    }
    /// As in the state inside: the last n periods merged.
    [[nodiscard]] constexpr auto last(std::size_t n, const auto &...given) const noexcept
        requires(requires(const A &a) { a.last(n, given...); }) {
        return state_.last(n, given...);
    }
    /// As in the state inside: the period n periods ago.
    [[nodiscard]] constexpr auto ago(std::size_t n, const auto &...given) const noexcept
        requires(requires(const A &a) { a.ago(n, given...); }) {
        return state_.ago(n, given...);
    }

    constexpr from &operator+=(const from &other) noexcept {
        state_ += other.state_;
        return *this;
    }
    friend constexpr bool operator==(const from &, const from &) = default;
    constexpr void reset() noexcept { state_.reset(); }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit_fields(self.state_, visit); }
    constexpr void walk(auto &&visit, const auto &...labels) const { state_.walk(visit, labels...); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(std::type_identity<A>{}); }

private:
    /// Calls f with the event that a row converts to, if there is one.
    static constexpr void pass(const event &e, auto &&f) noexcept {
        decltype(auto) x = detail::call<Convert>(e);
        if constexpr (answers_always) {
            f(x);
        } else if constexpr (detail::optional_like<answer>) {
            if (x.has_value()) f(*x);
        } else {
            if (x) f(*x);
        }
    }

    A state_{};
};

} // namespace kpi::inline v1
