// SPDX-License-Identifier: MIT
#pragma once

/// What a board has to keep for the words of its metrics, each once, in the order of their first mention. The
/// words are looked up in one flat list of types: a template for each pair of words, or a list that grows by
/// one word at a time, would take most of the compile time of a large board.

#include <kpi/core/event_set.hpp>
#include <kpi/scorecard/counted.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

template <kind_enum E> inline constexpr counters_where<E, always> counters_of_all{};
template <auto Word, class E>
inline constexpr bool is_in_the_tally = same_constant<kept_of<Word>(), counters_of_all<E>>;

/// What is kept for a word, as a type.
template <auto Word> using kept_tag = constant_tag<kept_of<Word>()>;
template <class... Tags> struct tag_list {};

/// The same for the words of one metric.
template <class Words> struct tags_of;
template <auto... W> struct tags_of<words<W...>> { using type = tag_list<kept_tag<W>...>; };
template <class E, class Words> inline constexpr std::array<event_set<E>, 0> kinds_of_words{};
template <class E, auto... W>
inline constexpr std::array<event_set<E>, sizeof...(W)> kinds_of_words<E, words<W...>>{W.of...};

/// Joins all lists into one, in order, eight at a time.
template <class A = tag_list<>, class B = tag_list<>, class C = tag_list<>, class D = tag_list<>,
          class E = tag_list<>, class F = tag_list<>, class G = tag_list<>, class H = tag_list<>,
          class... Rest>
struct joined_tags;
template <class... A, class... B, class... C, class... D, class... E, class... F, class... G, class... H>
struct joined_tags<tag_list<A...>, tag_list<B...>, tag_list<C...>, tag_list<D...>, tag_list<E...>,
                   tag_list<F...>, tag_list<G...>, tag_list<H...>> {
    using type = tag_list<A..., B..., C..., D..., E..., F..., G..., H...>;
};
template <class A, class B, class C, class D, class E, class F, class G, class H, class Next, class... Rest>
struct joined_tags<A, B, C, D, E, F, G, H, Next, Rest...>
    : joined_tags<typename joined_tags<A, B, C, D, E, F, G, H>::type, Next, Rest...> {};

/// The type at a place of a list. The compiler looks it up.
template <std::size_t I, class T> struct tag_in_place {};
template <class Places, class... T> struct tags_in_places;
template <std::size_t... I, class... T>
struct tags_in_places<std::index_sequence<I...>, T...> : tag_in_place<I, T>... {};
template <std::size_t I, class T> std::type_identity<T> tag_at(const tag_in_place<I, T> &);

/// The first place where it is true; one past the last if there is none.
template <std::size_t N> [[nodiscard]] constexpr std::size_t first_true(const bool (&is_it)[N]) noexcept {
    std::size_t i = 0;
    while (i < N && !is_it[i])
        ++i;
    return i;
}

/// Whether a word keeps a state of its own: the shared tally does not count it, and events of the board can
/// feed it.
template <class Tag, class Event> inline constexpr bool is_kept_apart = false;
template <auto Kept, class Event>
inline constexpr bool is_kept_apart<constant_tag<Kept>, Event> =
    !same_constant<Kept, counters_of_all<kind_of<Event>>> && !is_never_fed<Kept, Event>();

/// The states of a board of these words, numbered from 0, and the kinds that each looks at.
template <class Event, class Words, const auto &...Metrics> struct kept_states;
template <class Event, class... Tags, const auto &...Metrics>
struct kept_states<Event, tag_list<Tags...>, Metrics...> {
    using kind = kind_of<Event>;
    static constexpr std::size_t words = sizeof...(Tags);
    /// The first word for which this is kept; `words` if there is none.
    template <class Tag>
    static constexpr std::size_t first_word = first_true({__is_same(Tag, Tags)..., true});

    struct numbering {
        std::size_t size{};
        std::size_t word[words + 1]{};      ///< by state: the first word that it is kept for
        std::size_t state[words + 1]{};     ///< by such a word: its state
        event_set<kind> kinds[words + 1]{}; ///< by state: the kinds that it looks at
    };
    static constexpr numbering all = [] {
        constexpr std::size_t first[]{first_word<Tags>..., words};
        constexpr bool apart[]{is_kept_apart<Tags, Event>..., false};
        numbering n;
        std::size_t w = 0;
        const auto add = [&](const auto &kinds_of_metric) {
            for (const event_set<kind> kinds : kinds_of_metric) {
                if (first[w] == w && apart[w]) n.state[w] = n.size, n.word[n.size++] = w;
                event_set<kind> &looked_at = n.kinds[n.state[first[w]]];
                if (apart[w]) looked_at = looked_at | kinds;
                ++w;
            }
        };
        (add(kinds_of_words<kind, words_of<Metrics>>), ...);
        return n;
    }();
    /// The kinds of all words that the shared tally counts.
    static constexpr event_set<kind> kinds_of_tally = [] {
        constexpr bool shared[]{__is_same(Tags, constant_tag<counters_of_all<kind>>)..., false};
        event_set<kind> of_all;
        std::size_t w = 0;
        const auto add = [&](const auto &kinds_of_metric) {
            for (const event_set<kind> kinds : kinds_of_metric)
                if (shared[w++]) of_all = of_all | kinds;
        };
        (add(kinds_of_words<kind, words_of<Metrics>>), ...);
        return of_all;
    }();

    static constexpr std::size_t size = all.size;
    template <std::size_t I> static constexpr event_set<kind> kinds = all.kinds[I];
    template <class Tag> static constexpr std::size_t number = all.state[first_word<Tag>];
    using places = tags_in_places<std::index_sequence_for<Tags...>, Tags...>;
    template <std::size_t I> using tag = typename decltype(tag_at<all.word[I]>(places{}))::type;
};
template <class Event, const auto &...Metrics>
using states_kept =
    kept_states<Event, typename joined_tags<typename tags_of<words_of<Metrics>>::type...>::type, Metrics...>;

} // namespace kpi::inline v1::detail
