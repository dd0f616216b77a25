// SPDX-License-Identifier: MIT
#pragma once

/// What a board has to keep of its metrics' words, each once: a list of constants, without what the tally
/// that all share counts.

#include <kpi/scorecard/counted.hpp>
#include <kpi/scorecard/metric.hpp>

namespace kpi::inline v1::detail {

template <kind_enum E> inline constexpr counters_where<E, always> counters_of_all{};
template <auto Word, class E>
inline constexpr bool is_in_the_tally = same_constant<kept_of<Word>(), counters_of_all<E>>;

/// The constants that name what is kept of the words of some metrics, each once, without what the shared
/// tally counts. `list<E, ...> + words<...>` adds those of one metric more.
template <class E, auto... Kept> struct kept_list {
    template <auto Word>
    static constexpr bool has = is_in_the_tally<Word, E> || (same_constant<kept_of<Word>(), Kept> || ...);
};
template <class E, auto... Kept, auto... Words>
[[nodiscard]] constexpr auto operator+(kept_list<E, Kept...> so_far, words<Words...>) noexcept {
    if constexpr ((decltype(so_far)::template has<Words> && ...))
        return so_far;
    else
        return []<auto First, auto... Rest>(words<First, Rest...>) {
            if constexpr (kept_list<E, Kept...>::template has<First>)
                return kept_list<E, Kept...>{} + words<Rest...>{};
            else
                return kept_list<E, Kept..., kept_of<First>()>{} + words<Rest...>{};
        }
    (words<Words...>{});
}
template <class E, const auto &...Metrics>
using kept_by = decltype((kept_list<E>{} + ... + words_of<Metrics>{}));

/// The kinds of all words for which `Kept` is kept.
template <class E, auto Kept, const auto &...Metrics>
[[nodiscard]] constexpr event_set<E> kinds_kept() noexcept {
    event_set<E> kinds;
    const auto add = [&]<auto... W>(words<W...>) {
        ((kinds = same_constant<kept_of<W>(), Kept> ? kinds | W.of : kinds), ...);
    };
    (add(words_of<Metrics>{}), ...);
    return kinds;
}

} // namespace kpi::inline v1::detail
