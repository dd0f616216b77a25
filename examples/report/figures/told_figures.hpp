// SPDX-License-Identifier: MIT
#pragma once

/// What a board says of a metric, as plain figures: the first is the metric's value, and behind it comes
/// what else can be read from it. Nothing is known of a metric but the type of a value and how it is shown.

#include "figures/figure_of.hpp"
#include "figures/word_list.hpp"
#include <kpi/core/quantile.hpp>
#include <kpi/scorecard/figure.hpp>
#include <kpi/time/instant.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace report {

/// Whether a value stands beside a figure, or is a line of its own: a number, or a fraction.
template <class Value> inline constexpr bool stands_beside = false;
template <kpi::counter C> inline constexpr bool stands_beside<kpi::count<C>> = true;
template <std::unsigned_integral V> inline constexpr bool stands_beside<kpi::quantile<V>> = true;
template <> inline constexpr bool stands_beside<std::optional<std::int64_t>> = true;

template <class Value> inline constexpr std::string_view kind_of_value = "ratio";
template <kpi::counter C> inline constexpr std::string_view kind_of_value<kpi::count<C>> = "count";
template <kpi::counter C> inline constexpr std::string_view kind_of_value<kpi::proportion<C>> = "proportion";
template <> inline constexpr std::string_view kind_of_value<kpi::mean_value> = "mean";
template <kpi::counter C> inline constexpr std::string_view kind_of_value<kpi::growth<C>> = "growth";
template <kpi::counter C> inline constexpr std::string_view kind_of_value<kpi::rate<C>> = "rate";
template <kpi::counter C> inline constexpr std::string_view kind_of_value<kpi::score<C>> = "score";
template <std::unsigned_integral V>
inline constexpr std::string_view kind_of_value<kpi::quantile<V>> = "quantiles";
template <std::size_t N> inline constexpr std::string_view kind_of_value<kpi::product<N>> = "money";
template <> inline constexpr std::string_view kind_of_value<std::optional<std::int64_t>> = "gauge";

struct told_figure {
    kpi::figure_info info;
    std::string_view kind;
    bool beside{};
    figure what;
};

class figure_list {
public:
    template <class Value> void operator()(const kpi::figure_info &info, const Value &value) {
        told_figure told{info, kind_of_value<Value>,
                         !all_.empty() && info.label.empty() && stands_beside<Value>, figure_of(value)};
        if (info.shown_in > 1) scale_down(told.what, info.shown_in);
        all_.push_back(std::move(told));
    }
    [[nodiscard]] const std::vector<told_figure> &all() const { return all_; }

private:
    std::vector<told_figure> all_;
};

/// What the caller gives, as a metric takes it: the time now, one number or several.
struct caller {
    std::optional<kpi::instant> now{};
    std::vector<std::uint64_t> numbers{};
};

template <class Board, const auto &M, class Indices> inline constexpr bool takes_numbers = false;
template <class Board, const auto &M, std::size_t... I>
inline constexpr bool takes_numbers<Board, M, std::index_sequence<I...>> =
    Board::template readable<M, std::conditional_t<I == I, std::uint64_t, void>...>;

/// The figures that a board has of M; none where it needs what was not given. `before` is all that earlier
/// periods had.
template <const auto &M, class Board>
[[nodiscard]] figure_list figures_on(const Board &board, const auto &before, const caller &given) {
    figure_list list;
    const auto read = [&](const auto &...numbers) {
        if constexpr (is_a_level<M>)
            list(kpi::figure_of<M>(), board.template get_after<M>(*before(), numbers...));
        else if constexpr (sizeof...(numbers) > 0) // GCC 12 cannot pass them on through figures()
            list(kpi::figure_of<M>(), board.template get<M>(numbers...));
        else
            board.template figures<M>(list);
    };
    const std::vector<std::uint64_t> &x = given.numbers;
    if constexpr (takes_numbers<Board, M, std::make_index_sequence<1>>)
        if (x.size() == 1) return read(x[0]), list;
    if constexpr (takes_numbers<Board, M, std::make_index_sequence<2>>)
        if (x.size() == 2) return read(x[0], x[1]), list;
    if constexpr (Board::template readable<M>)
        read();
    else if constexpr (Board::template readable<M, kpi::instant>)
        if (given.now) read(*given.now);
    return list;
}

} // namespace report
