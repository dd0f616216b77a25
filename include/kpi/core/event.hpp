// SPDX-License-Identifier: MIT
#pragma once

/// An event is something that happened once: an enumerator (its kind alone) or any struct with a member
/// `kind` that is one. Whatever else a metric needs, it finds by fixed member names (core/member.hpp).

#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// The vocabulary: any enumeration. Kinds are its values 0..63; a value outside is refused or counted as
/// unlisted.
template <class E>
concept kind_enum = std::is_enum_v<E>;

namespace detail {
/// A type without a kind is somebody else's row, on its way to kpi::from.
struct no_kind {};
template <class Event> struct kind_type { using type = no_kind; };
template <class Event>
requires requires(const Event &e) { e.kind; }
struct kind_type<Event> {
    using type = std::remove_cvref_t<decltype(std::declval<const Event &>().kind)>;
};
template <kind_enum Event> struct kind_type<Event> { using type = Event; };
} // namespace detail

namespace detail {
/// The compiler prints its name for a struct whose kind is a text or a number.
template <class T>
inline constexpr bool is_an_enumerator_or_has_a_kind_that_is_one =
    kind_enum<T> || kind_enum<typename kind_type<T>::type>;
} // namespace detail

/// An enumerator, or a struct with a member `kind`.
template <class Event>
concept event = detail::is_an_enumerator_or_has_a_kind_that_is_one<Event>;

/// The enumeration that an event's kind belongs to.
template <event Event> using kind_of = typename detail::kind_type<Event>::type;

/// What happened.
template <event Event> [[nodiscard]] constexpr kind_of<Event> kind(const Event &e) noexcept {
    if constexpr (kind_enum<Event>)
        return e;
    else
        return e.kind;
}

/// The smallest event with a time: for rates over time, with a vocabulary that needs nothing else.
template <kind_enum E, class TimePoint> struct timed {
    E kind{};       ///< what happened
    TimePoint at{}; ///< when

    friend constexpr bool operator==(const timed &, const timed &) = default;
};

} // namespace kpi::inline v1
