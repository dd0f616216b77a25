// SPDX-License-Identifier: MIT
#pragma once

/// Values of different types in a row, as in a std::tuple, which takes much longer to compile. The words of a
/// metric are such a row.

#include <cstddef>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

template <std::size_t I, class T> struct place_in_row { T value; };
template <class Places, class... T> struct places_in_row;
template <std::size_t... I, class... T>
struct places_in_row<std::index_sequence<I...>, T...> : place_in_row<I, T>... {
    constexpr explicit places_in_row(T... all) noexcept : place_in_row<I, T>{all}... {}
};
/// The compiler deduces the type of place I.
template <std::size_t I, class T> constexpr T value_at(const place_in_row<I, T> &place) noexcept {
    return place.value;
}

} // namespace detail

template <class... T> struct row : detail::places_in_row<std::index_sequence_for<T...>, T...> {
    /// Not explicit, so that a definition can read `.in = {a, b}`.
    constexpr row(T... all) noexcept : detail::places_in_row<std::index_sequence_for<T...>, T...>{all...} {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return sizeof...(T); } ///< how many members
    /// The member in place I.
    template <std::size_t I>
    [[nodiscard]] constexpr decltype(auto) at() const noexcept requires(I < sizeof...(T)) {
        return detail::value_at<I>(*this);
    }
};
template <class... T> row(T...) -> row<T...>;

/// The member in place I of a std::array or a row.
template <std::size_t I> [[nodiscard]] constexpr decltype(auto) nth_of(const auto &all) noexcept {
    if constexpr (requires { all.template at<I>(); })
        return all.template at<I>();
    else
        return all[I];
}

} // namespace kpi::inline v1
