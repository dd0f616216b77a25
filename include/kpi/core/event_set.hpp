// SPDX-License-Identifier: MIT
#pragma once

/// A set of kinds of one vocabulary: a 64-bit mask, known at compile time where a metric names it. You write
/// it with braces, `{deal_won, deal_lost}`, and it is checked there: a kind must be below 64. An empty set
/// holds nothing.

#include <kpi/core/event.hpp>

#include <bit>
#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

namespace detail {
/// Not constexpr: its name is what the compiler prints when a constant set is given a kind outside 0..63.
inline void a_kind_must_be_below_64() {}
} // namespace detail

template <kind_enum E> struct event_set {
    std::uint64_t bits{}; ///< bit k stands for the kind with value k
    bool unlisted{};      ///< whether it also holds every value that is no enumerator: see kpi::unlisted

    constexpr event_set() = default;
    /// The set of these kinds. Evaluated at compile time only, where a kind of 64 or more is refused.
    template <std::same_as<E>... Kinds>
    requires(sizeof...(Kinds) > 0) consteval event_set(Kinds... kinds) : bits{(mask_of(kinds) | ...)} {}

    /// Adds a kind at run time. For a kind outside 0..63 it answers false and changes nothing.
    [[nodiscard]] constexpr bool insert(E kind) noexcept {
        const auto k = static_cast<std::uint64_t>(kind);
        if (k >= 64) return false;
        bits |= std::uint64_t{1} << k;
        return true;
    }
    /// Never branches; a comparison if the compiler knows that the set holds one kind.
    [[nodiscard, gnu::always_inline]] constexpr bool contains(E kind) const noexcept {
        const auto k = static_cast<std::uint64_t>(kind);
#ifdef __GNUC__
        if (__builtin_constant_p(bits) && std::has_single_bit(bits))
            return k == static_cast<std::uint64_t>(std::countr_zero(bits));
#endif
        return (std::uint64_t{k < 64} & (bits >> (k & 63u))) != 0;
    }
    /// Whether all kinds of the other set are in this one.
    [[nodiscard]] constexpr bool contains(event_set other) const noexcept {
        return (other.bits & ~bits) == 0 && (unlisted || !other.unlisted);
    }
    /// How many listed kinds it holds.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        return static_cast<std::size_t>(std::popcount(bits));
    }
    /// True if the set holds nothing.
    [[nodiscard]] constexpr bool empty() const noexcept { return bits == 0 && !unlisted; }

    /// The kinds that are in either.
    [[nodiscard]] friend constexpr event_set operator|(event_set a, event_set b) noexcept {
        a.bits |= b.bits;
        a.unlisted |= b.unlisted;
        return a;
    }
    /// The kinds that are in a but not in b.
    [[nodiscard]] friend constexpr event_set operator-(event_set a, event_set b) noexcept {
        a.bits &= ~b.bits;
        a.unlisted &= !b.unlisted;
        return a;
    }
    /// The kinds that are in both.
    [[nodiscard]] friend constexpr event_set operator&(event_set a, event_set b) noexcept {
        return a - (a - b);
    }
    friend constexpr bool operator==(event_set, event_set) = default;

private:
    static constexpr std::uint64_t mask_of(E kind) {
        const auto k = static_cast<std::uint64_t>(kind);
        if (k >= 64) detail::a_kind_must_be_below_64();
        return std::uint64_t{1} << (k & 63u);
    }
};

template <kind_enum E, class... Rest> event_set(E, Rest...) -> event_set<E>;

/// The values that no enumerator names: a metric that asks for these counts an unknown byte from a wire.
template <kind_enum E>
inline constexpr event_set<E> unlisted = [] {
    event_set<E> set;
    set.unlisted = true;
    return set;
}();

/// With `using kpi::operators::operator|;` you can join two enumerators of your own enumeration into a set.
namespace operators {
/// The set of two kinds.
template <kind_enum E> [[nodiscard]] consteval event_set<E> operator|(E a, E b) { return event_set<E>{a, b}; }
} // namespace operators

} // namespace kpi::inline v1
