// SPDX-License-Identifier: MIT
#pragma once

/// A metric is a definition: a constant that names the words that it observes, and makes a value of them. It
/// has no state, and no `record`:
///
///     std::string_view name, help;                  snake_case, unique on a board
///     using event = ...;                            the event it is natural to; its kind is the vocabulary
///     constexpr auto observes() const;              its words: a row, or a std::array where all are alike
///     constexpr auto value(readings...) const;      what their readings amount to
///
/// The reading of `counted` is a count. That of every other word is its state, or what the word's `read`
/// makes of it. After the readings, `value` takes what else it needs: the time, or a figure that no event
/// carries; `get<metric>(...)` passes it on. `title`, `unit`, `better`, `per`, `shown_in`, `nominal`, `apart`
/// and `given`, each optional, say how to show it (see figure_info). A metric with more figures than its
/// value has `each_figure(info, visit, readings...)`, which calls `visit(info, value)` for each, the headline
/// first. Your own metric needs no base class.

#include <kpi/core/row.hpp>
#include <kpi/scorecard/counted.hpp>
#include <kpi/scorecard/figure.hpp>
#include <kpi/scorecard/word.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// For the sentences of definitions, `"..."sv`. Without its length, a constant string_view counts its
/// characters one by one, in GCC 12 at some 20,000 instructions each.
using std::string_view_literals::operator""sv;

/// The type of a definition that is named as a template argument.
template <const auto &M> using definition = std::remove_cvref_t<decltype(M)>;

/// Identity of definitions. By type: comparing addresses is no constant in GCC 12 under -fsanitize=undefined.
template <const auto &M> struct metric_tag {
    static constexpr const auto &metric = M; ///< the definition
};
/// Whether two definitions are the same.
template <const auto &A, const auto &B>
inline constexpr bool same_metric = __is_same(metric_tag<A>, metric_tag<B>);

/// What a board takes: a definition with an event, a name, a help and words, its own or those of its parts.
template <class M>
concept metric_definition = event<typename M::event> && requires(const M &m) {
    { m.name } -> std::convertible_to<std::string_view>;
    { m.help } -> std::convertible_to<std::string_view>;
    requires requires { m.observes(); } || requires {
        typename M::parts;
    };
};

/// The words of a metric that observes only sets of kinds.
template <kind_enum E, std::same_as<event_set<E>>... Sets>
[[nodiscard]] constexpr std::array<counted<E>, 1 + sizeof...(Sets)> counts_of(event_set<E> first,
                                                                              Sets... others) noexcept {
    return {counted{first}, counted{others}...};
}

template <const auto &...Metrics> struct catalogue;

namespace detail {

template <auto... Words> struct words {};

/// The words of a metric as a type.
template <const auto &M> struct observed {
    static constexpr auto all = M.observes();
    template <std::size_t... I> static words<nth_of<I>(all)...> listed(std::index_sequence<I...>);
    using type = decltype(listed(std::make_index_sequence<all.size()>{}));
};
/// For a metric made of others: their words, in order.
template <class... Lists> struct in_a_row;
template <auto... A> struct in_a_row<words<A...>> { using type = words<A...>; };
template <auto... A, auto... B, class... Rest>
struct in_a_row<words<A...>, words<B...>, Rest...> : in_a_row<words<A..., B...>, Rest...> {};
template <const auto &M>
requires requires { typename definition<M>::parts; }
struct observed<M> {
    template <const auto &...Parts> static auto of(std::type_identity<catalogue<Parts...>>) {
        return typename in_a_row<typename observed<Parts>::type...>::type{};
    }
    using type = decltype(of(std::type_identity<typename definition<M>::parts>{}));
};
template <const auto &M> using words_of = typename observed<M>::type;
template <class> inline constexpr std::size_t length = 0;
template <auto... W> inline constexpr std::size_t length<words<W...>> = sizeof...(W);
/// The number of words of a metric.
template <const auto &M> inline constexpr std::size_t words_in = length<words_of<M>>;

} // namespace detail

/// The kinds that a metric's words look at: those that feed it.
template <const auto &M> [[nodiscard]] constexpr auto kinds_of() noexcept {
    return []<auto... W>(detail::words<W...>) {
        return (event_set<kind_of<typename definition<M>::event>>{} | ... | W.of);
    }
    (detail::words_of<M>{});
}

namespace detail {

/// True where the event has everything, besides its kind, that the kept state of a word reads. Each member
/// that it lacks fails with a sentence of its own.
template <auto Kept, class Event> inline constexpr bool kept_has_all = true;
template <auto Kept, class Event>
requires requires { Kept.template demanded_of<Event>(); }
inline constexpr bool kept_has_all<Kept, Event> = Kept.template demanded_of<Event>();
template <class Words, class Event> inline constexpr bool words_have_all = true;
template <auto... W, class Event>
inline constexpr bool words_have_all<words<W...>, Event> = (kept_has_all<kept_of<W>(), Event> && ...);
/// The same for all words of a metric.
template <const auto &M, class Event> inline constexpr bool demanded_by = words_have_all<words_of<M>, Event>;

/// True where the metric names the kinds that it needs.
template <const auto &M> inline constexpr bool complete = true;
template <const auto &M>
requires requires { M.complete(); }
inline constexpr bool complete<M> = M.complete();

} // namespace detail

namespace detail {
template <class Word>
concept is_level = requires {
    requires Word::is_level;
};
template <auto... W> [[nodiscard]] constexpr bool has_level(words<W...>) noexcept {
    return (is_level<decltype(W)> || ...);
}
/// True where one of its words is a level.
template <const auto &M> inline constexpr bool reads_levels = has_level(words_of<M>{});
} // namespace detail

/// What a metric says about the figure that is its value.
template <const auto &M> [[nodiscard]] constexpr figure_info figure_of() noexcept {
    figure_info f{.metric = M.name, .name = M.name, .help = M.help};
    if constexpr (requires { M.title; }) f.title = M.title;
    if constexpr (requires { M.unit; }) f.unit = M.unit;
    if constexpr (requires { M.better; }) f.better = M.better;
    if constexpr (requires { M.shown_in; }) f.shown_in = M.shown_in;
    if constexpr (requires { M.nominal; }) f.nominal = M.nominal;
    if constexpr (requires { M.apart; }) f.apart = M.apart;
    if constexpr (requires { M.given; }) f.given = M.given;
    if constexpr (requires { M.per; })
        f.scale = M.per;
    else if (f.unit == "%" || f.unit == "points")
        f.scale = 100;
    return f;
}

/// The same as a constant, which firmware keeps in flash and a walk hands out.
template <const auto &M> inline constexpr figure_info figure_constant = figure_of<M>();

} // namespace kpi::inline v1
