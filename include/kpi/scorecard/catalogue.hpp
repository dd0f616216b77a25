// SPDX-License-Identifier: MIT
#pragma once

/// A list of metrics as a type: walked at compile time, looked up by name, joined with others, and turned
/// into a board of all of them. Nothing is stored. Names are unique, or it does not compile.

#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>

namespace kpi::inline v1 {

namespace detail {
/// Lengths come first, outside of strings: a compiler goes over all pairs of a hundred names.
template <std::size_t N>
[[nodiscard]] constexpr bool all_different(const std::array<std::string_view, N> &names) noexcept {
    std::size_t length[N + 1]{};
    for (std::size_t i = 0; i < N; ++i)
        length[i] = names[i].size();
    for (std::size_t i = 0; i < N; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (length[i] == length[j] && names[i] == names[j]) return false;
    return true;
}
} // namespace detail

template <const auto &...Metrics> struct catalogue {
    static constexpr std::size_t size = sizeof...(Metrics);
    static constexpr std::array<std::string_view, size> names{std::string_view{Metrics.name}...};
    static_assert(detail::all_different(names), "a metric is named twice, or two metrics have the same name");

    template <const auto &M> static constexpr bool contains = (same_metric<M, Metrics> || ...);

    /// Calls `f.template operator()<metric>()` for each metric, in order: `for_each([]<const auto &M>() { ...
    /// })`.
    static constexpr void for_each(auto &&f) { (f.template operator()<Metrics>(), ...); }

    /// Calls `f.template operator()<metric>()` for the metric of that name. False where there is none.
    static constexpr bool visit(std::string_view name, auto &&f) {
        return ((name == std::string_view{Metrics.name} && (f.template operator()<Metrics>(), true)) || ...);
    }

    /// Those whose vocabulary is this one: `catalog.speaking<outcome>()`.
    template <kind_enum E> [[nodiscard]] static constexpr auto speaking() noexcept;

    /// These metrics handed on: `with<scorecard, touch>` is written `board<touch>`.
    template <template <class, const auto &...> class Board, class Event> using on = Board<Event, Metrics...>;
};

/// Two catalogues in one, in order.
template <const auto &...A, const auto &...B>
[[nodiscard]] constexpr catalogue<A..., B...> operator|(catalogue<A...>, catalogue<B...>) noexcept {
    return {};
}

template <const auto &...Metrics>
template <kind_enum E>
constexpr auto catalogue<Metrics...>::speaking() noexcept {
    return (catalogue<>{} | ... |
            std::conditional_t<std::same_as<kind_of<typename definition<Metrics>::event>, E>,
                               catalogue<Metrics>, catalogue<>>{});
}

} // namespace kpi::inline v1
