// SPDX-License-Identifier: MIT
#pragma once

/// What events are grouped by: a name for labels, and a way to find an event's key, which is a pointer to a
/// member or any constant callable. Keys are integers or enumerators; a negative key is as good as one past
/// the end, and so is a key that the event does not tell.

#include <kpi/core/told.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

template <class Key> struct dimension {
    std::string_view name;   ///< in exports and snapshots: "rep"
    Key key;                 ///< a member of the event, or a function of it
    std::string_view help{}; ///< what it groups by, in a sentence

    /// Whether the event has the key to group by. (A generic lambda is taken at its word.)
    template <class Event>
    static constexpr bool found_in = [] {
        if constexpr (requires { Key::template found_in<Event>; })
            return Key::template found_in<Event>;
        else
            return std::is_invocable_v<const Key &, const Event &>;
    }();
    /// The event's key, in 32 bits, or in 64 if the member is that wide.
    template <class Event>
    requires found_in<Event>
    [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        if constexpr (std::is_member_object_pointer_v<Key>)
            return widened(e.*key);
        else
            return widened(key(e));
    }

    /// A key in that width. An optional key (core/told.hpp) that is not told lies past every end.
    template <class T> static constexpr auto widened(T k) noexcept {
        if constexpr (detail::optional_like<T>) {
            const auto key = widened(told_value(k));
            return told(k) ? key : static_cast<decltype(key)>(~decltype(key){});
        } else if constexpr (std::is_enum_v<T>) {
            return widened(static_cast<std::underlying_type_t<T>>(k));
        } else {
            static_assert(std::integral<T>,
                          "a dimension groups by integers or enumerators: give a text a number "
                          "before it becomes part of an event");
            if constexpr (std::integral<T>)
                return static_cast<std::conditional_t<(sizeof(T) > 4), std::uint64_t, std::uint32_t>>(k);
            else
                return std::uint32_t{};
        }
    }
};

template <class Key> dimension(std::string_view, Key) -> dimension<Key>;
template <class Key> dimension(std::string_view, Key, std::string_view) -> dimension<Key>;

/// The key of an event. If it is a member, the compiler knows which one, and nothing else is read.
template <const auto &Dimension> [[nodiscard]] constexpr auto key_in(const auto &e) noexcept {
    if constexpr (requires { requires std::is_member_object_pointer_v<decltype(Dimension.key)>; }) {
        constexpr auto key = Dimension.key;
        return Dimension.widened(e.*key);
    } else {
        return Dimension(e);
    }
}

/// The type of an event's key; some integer if it has none, so that the compiler prints one sentence and
/// nothing more.
template <const auto &Dimension, class Event> struct key_of { using type = std::uint32_t; };
/// For an event that has one.
template <const auto &Dimension, class Event>
requires requires(const Event &e) { Dimension(e); }
struct key_of<Dimension, Event> {
    using type = decltype(Dimension(std::declval<const Event &>()));
};

/// The type that an event holds for its key, which is also the type of a column of keys; some integer if it
/// is not known.
template <const auto &Dimension, class Event> struct column_of { using type = std::uint32_t; };
/// For an event that has one.
template <const auto &Dimension, class Event>
requires std::is_invocable_v<decltype(Dimension.key), const Event &>
struct column_of<Dimension, Event> {
    using type = std::remove_cvref_t<std::invoke_result_t<decltype(Dimension.key), const Event &>>;
};

/// Whether an integer can be the key of such an event: it has no more bits, and no sign that the key lacks.
template <const auto &Dimension, class Event>
[[nodiscard]] constexpr bool can_be_key(std::integral auto key) noexcept {
    using column = decltype(told_value(std::declval<typename column_of<Dimension, Event>::type>()));
    using number = typename detail::integer_of<column>::type;
    if (std::in_range<typename key_of<Dimension, Event>::type>(+key)) return true;
    if constexpr (std::signed_integral<number>)
        return std::in_range<decltype(+number{})>(+key);
    else
        return false;
}

namespace detail {
template <const auto &Dimension> struct dimension_tag {};
/// Whether a state inside this one is grouped by the same dimension.
template <const auto &Dimension, class A>
inline constexpr bool grouped_by = [] {
    if constexpr (requires { typename A::grouping; })
        return std::is_same_v<typename A::grouping, dimension_tag<Dimension>> ||
               grouped_by<Dimension, typename A::inner>;
    else if constexpr (requires { typename A::inner; })
        return grouped_by<Dimension, typename A::inner>;
    else
        return false;
}();
} // namespace detail

/// One step of the way to a state inside combinators: `rep 7`, `rep other`, `days 19400`.
struct label {
    std::string_view dimension{}; ///< the name of the dimension or of the period
    std::int64_t key{};           ///< which group, or which period
    bool other{};                 ///< events without a group of their own; the key then means nothing
};

} // namespace kpi::inline v1
