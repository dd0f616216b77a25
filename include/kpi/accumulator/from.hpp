// SPDX-License-Identifier: MIT
#pragma once

/// A state that is fed events of a foreign type: `from<&to_touch, board>` records `to_touch(x)`. The adapter
/// for structs whose members have other names than core/member.hpp expects; the compiler sees through it.
/// Law, size and everything else are those of the state inside.

#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/accumulator/state.hpp>

#include <span>
#include <type_traits>

namespace kpi::inline v1 {

namespace detail {
template <class> struct only_argument;
template <class R, class X> struct only_argument<R (*)(X)> { using type = std::remove_cvref_t<X>; };
template <class R, class X> struct only_argument<R (*)(X) noexcept> { using type = std::remove_cvref_t<X>; };
} // namespace detail

/// Convert is a function of one argument that answers the event of A.
template <auto Convert, state A> class from {
public:
    using event = typename detail::only_argument<decltype(Convert)>::type;
    using count_type = typename A::count_type;
    static constexpr law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    static constexpr bool counters_alone = requires { requires A::counters_alone; };
    static constexpr bool pairs_events = requires { requires A::pairs_events; };

    constexpr void record(const event &e) noexcept { state_.record(Convert(e)); }
    constexpr void record(const event &e, count_type n) noexcept { state_.record(Convert(e), n); }
    constexpr void record(std::span<const event> events) noexcept {
        detail::read_ahead(events, [this](const event &e) { record(e); });
    }
    [[nodiscard]] constexpr bool retract(const event &e) noexcept { return state_.retract(Convert(e)); }

    /// The state inside, for every read.
    [[nodiscard]] constexpr const A &operator*() const noexcept { return state_; }
    [[nodiscard]] constexpr const A *operator->() const noexcept { return &state_; }

    constexpr from &operator+=(const from &other) noexcept {
        state_ += other.state_;
        return *this;
    }
    friend constexpr bool operator==(const from &, const from &) = default;
    constexpr void reset() noexcept { state_.reset(); }
    constexpr void fields(auto &&visit) noexcept { state_.fields(visit); }
    constexpr void fields(auto &&visit) const noexcept { state_.fields(visit); }
    constexpr void walk(auto &&visit, const auto &...labels) const { state_.walk(visit, labels...); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(std::type_identity<A>{}); }

private:
    A state_{};
};

} // namespace kpi::inline v1
