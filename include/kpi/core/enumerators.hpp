// SPDX-License-Identifier: MIT
#pragma once

/// The names of a vocabulary, read from the compiler's own text for a template argument, so you keep no list
/// of names beside the enumeration. Only values 0..63 of an enumeration with a fixed underlying type (every
/// scoped one) have names here; any other value answers an empty name. It costs program memory only where it
/// is used.

#include <kpi/core/event.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace kpi::inline v1 {

/// An enumeration whose values outside its enumerators are well defined.
template <class E>
concept named_enum = kind_enum<E> && requires {
    E{0};
};

/// The most kinds that an event_set can hold and a vocabulary can have.
inline constexpr std::size_t max_kinds = 64;

namespace detail {

// "... V = ns::activity::deal_won]" or "...; std::string_view = ...]" for an enumerator, "... V =
// (ns::activity)63]" for none.
template <auto V> consteval std::string_view spelled() {
    const std::string_view text{__PRETTY_FUNCTION__};
    const std::size_t start = text.find("V = ") + 4;
    return text.substr(start, text.find_first_of(";]", start) - start);
}

template <auto V> consteval std::string_view enumerator_name() {
    const std::string_view text = spelled<V>();
    const std::string_view last = text.substr(text.rfind(':') + 1); // npos + 1 is 0
    return last.find(')') == std::string_view::npos ? last : std::string_view{};
}

template <named_enum E>
inline constexpr auto enumerator_names = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::string_view, max_kinds>{enumerator_name<static_cast<E>(I)>()...};
}
(std::make_index_sequence<max_kinds>{});

} // namespace detail

/// The enumerator's name, or an empty one for a value that has none.
template <named_enum E> [[nodiscard]] constexpr std::string_view name_of(E value) noexcept {
    const auto i = static_cast<std::uint64_t>(value);
    return i < max_kinds ? detail::enumerator_names<E>[static_cast<std::size_t>(i)] : std::string_view{};
}

/// The enumerator of that name, or nullopt. Linear in the number of enumerators.
template <named_enum E> [[nodiscard]] constexpr std::optional<E> enumerator(std::string_view name) noexcept {
    for (std::size_t i = 0; i < max_kinds; ++i)
        if (!name.empty() && detail::enumerator_names<E>[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

/// Bit k is set if k is the value of an enumerator.
template <named_enum E> [[nodiscard]] constexpr std::uint64_t enumerator_bits() noexcept {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < max_kinds; ++i)
        bits |= std::uint64_t{!detail::enumerator_names<E>[i].empty()} << i;
    return bits;
}

} // namespace kpi::inline v1
