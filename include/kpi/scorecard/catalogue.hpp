// SPDX-License-Identifier: MIT
#pragma once

/// A list of metrics as a type. You can walk it at compile time, look a metric up by name, join it with other
/// lists, and make a board of all its metrics. It stores nothing. If two metrics have the same name, neither
/// a board nor a look-up by name compiles.

#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>

namespace kpi::inline v1 {

namespace detail {
/// Compares only names of equal length: a compiler would take long to compare all pairs of a hundred.
template <std::size_t N>
[[nodiscard]] constexpr bool all_different(const std::array<std::string_view, N> &names) noexcept {
    constexpr std::size_t lengths = 64;
    std::size_t last[lengths]{}, before[N + 1]{}; // chains of 1 + i; 0 ends one
    for (std::size_t i = 0; i < N; ++i) {
        std::size_t &chain = last[names[i].size() % lengths];
        for (std::size_t j = chain; j != 0; j = before[j])
            if (names[j - 1] == names[i]) return false;
        before[i + 1] = chain, chain = i + 1;
    }
    return true;
}

/// Joins the metrics of several catalogues into one, in order. It takes eight catalogues at a time, and looks
/// into no catalogue on the way.
template <class A = catalogue<>, class B = catalogue<>, class C = catalogue<>, class D = catalogue<>,
          class E = catalogue<>, class F = catalogue<>, class G = catalogue<>, class H = catalogue<>,
          class... Rest>
struct joined_in_order;
template <const auto &...A, const auto &...B, const auto &...C, const auto &...D, const auto &...E,
          const auto &...F, const auto &...G, const auto &...H>
struct joined_in_order<catalogue<A...>, catalogue<B...>, catalogue<C...>, catalogue<D...>, catalogue<E...>,
                       catalogue<F...>, catalogue<G...>, catalogue<H...>> {
    using type = catalogue<A..., B..., C..., D..., E..., F..., G..., H...>;
};
template <class A, class B, class C, class D, class E, class F, class G, class H, class Next, class... Rest>
struct joined_in_order<A, B, C, D, E, F, G, H, Next, Rest...>
    : joined_in_order<typename joined_in_order<A, B, C, D, E, F, G, H>::type, Next, Rest...> {};
} // namespace detail

template <const auto &...Metrics> struct catalogue {
    static constexpr std::size_t size = sizeof...(Metrics); ///< the number of metrics
    /// Their names, in order.
    static constexpr std::array<std::string_view, size> names{std::string_view{Metrics.name}...};
    /// Checked only where it matters, as a list is often one of many parts.
    [[nodiscard]] static consteval bool unique() {
        static_assert(detail::all_different(names),
                      "a metric is named twice, or two metrics have the same name");
        return true;
    }

    /// Whether the list has this definition.
    template <const auto &M>
    static constexpr bool contains = (__is_same(metric_tag<M>, metric_tag<Metrics>) || ...);

    /// Calls `f.template operator()<metric>()` for each metric, in order: `for_each([]<const auto &M>() { ...
    /// })`.
    static constexpr void for_each(auto &&f) { (f.template operator()<Metrics>(), ...); }

    /// Calls `f.template operator()<metric>()` for the metric with that name. False if there is none.
    static constexpr bool visit(std::string_view name, auto &&f) {
        static_assert(unique());
        return ((name == std::string_view{Metrics.name} && (f.template operator()<Metrics>(), true)) || ...);
    }

    /// The metrics of one vocabulary: `catalog.speaking<outcome>()`.
    template <kind_enum E> [[nodiscard]] static constexpr auto speaking() noexcept;

    /// A board of these metrics: `on<scorecard, touch>` is a scorecard of touches with all of them.
    template <template <class, const auto &...> class Board, class Event> using on = Board<Event, Metrics...>;
};

/// Joins catalogues into one, in order.
template <class... Catalogues>
[[nodiscard]] constexpr typename detail::joined_in_order<Catalogues...>::type
joined(const Catalogues &...) noexcept {
    return {};
}

template <const auto &...Metrics>
template <kind_enum E>
constexpr auto catalogue<Metrics...>::speaking() noexcept {
    return joined(catalogue<>{},
                  std::conditional_t<std::same_as<kind_of<typename definition<Metrics>::event>, E>,
                                     catalogue<Metrics>, catalogue<>>{}...);
}

} // namespace kpi::inline v1
