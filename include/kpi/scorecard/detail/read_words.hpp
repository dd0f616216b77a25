// SPDX-License-Identifier: MIT
#pragma once

/// How a board is read: the readings that a formula gets, what can be read, and every figure of a metric.

#include <kpi/core/count.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/partly_told.hpp>
#include <kpi/time/instant.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

/// The reading that a formula gets for a word, from the states of a board. For a word that the board does not
/// hold, it is the answer of an empty state.
template <auto Word> [[nodiscard]] constexpr decltype(auto) reading_of(const auto &state) noexcept {
    if constexpr (requires { Word.read(state); })
        return Word.read(state);
    else if constexpr (requires { what_is_told(state).template count<Word.of>(); })
        return what_is_told(state).template count<Word.of>();
    else
        return (state);
}

/// How many events lack what these states read: the maximum, as words of one member lack the same events.
[[nodiscard]] constexpr std::uint32_t most_untold(const auto &...states) noexcept {
    std::uint32_t most = 0;
    ((most = how_many_untold(states) > most ? how_many_untold(states) : most), ...);
    return most;
}
template <class State> inline constexpr bool counts_untold = requires(const State &s) { s.untold; };
/// Whether events of a board can lack what M reads.
template <class Board, const auto &M> inline constexpr bool can_lack = []<auto... W>(words<W...>) {
    return (
        counts_untold<std::remove_cvref_t<decltype(std::declval<const Board &>().template kept_by<W>())>> ||
        ...);
}
(words_of<M>{});
template <const auto &M> [[nodiscard]] constexpr figure_info untold_of() noexcept {
    return {.metric = M.name, .name = "untold", .unit = "events", .better = better::less};
}

/// Whether M can be read from a board with exactly these given figures.
template <class Board, const auto &M, class... Given>
inline constexpr bool readable = []<auto... W>(words<W...>) {
    return requires(const Board &b, const Given &...given) { M.value(b.template reading<W>()..., given...); };
}
(words_of<M>{});

/// Whether you can ask a board for the figures of a metric with the given figures. A board that does not say
/// is trusted to have them.
template <class Board, const auto &M, class... Given> [[nodiscard]] consteval bool tells() {
    if constexpr (requires { Board::template readable<M, Given...>; })
        return Board::template readable<M, Given...>;
    else
        return true;
}

template <class Metric>
concept takes_what_is_given = requires(const Metric &m) {
    m.given;
};
/// Whether M, which cannot be read from its words alone, says that it takes more: figures that the caller
/// gives, or the time. If it does not say so, it is wrong.
template <class Board, const auto &M> [[nodiscard]] consteval bool asks_for_more() {
    constexpr bool asks = takes_what_is_given<definition<M>> || tells<Board, M, instant>();
    static_assert(asks,
                  "value(readings...) of this metric does not take what its observes() reads: a count for "
                  "counted, for other words their state or what read(state) answers");
    return asks;
}

/// Calls `visit(figure_info, value)` for each figure that a board has of M.
template <const auto &M, class Board>
constexpr void each_figure(const Board &board, auto &&visit, const auto &...given) {
    // Passed as arguments, as GCC 12 fails to capture them.
    [&]<auto... W>(words<W...>, const auto &...more) {
        if constexpr (requires {
                          M.each_figure(figure_constant<M>, visit, board.template reading<W>()..., more...);
                      })
            M.each_figure(figure_constant<M>, visit, board.template reading<W>()..., more...);
        else
            visit(figure_constant<M>, M.value(board.template reading<W>()..., more...));
    }
    (words_of<M>{}, given...);
    if constexpr (can_lack<Board, M>)
        if (const std::uint32_t n = board.template untold<M>(); n != 0)
            visit(untold_of<M>(), kpi::count<std::uint32_t>{n});
}

} // namespace kpi::inline v1::detail
