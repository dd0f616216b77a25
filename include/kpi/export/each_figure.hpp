// SPDX-License-Identifier: MIT
#pragma once

/// The walk behind every exporter: all figures of all boards of a state, however it is nested. It learns all
/// that it tells from the state's `walk` and the metrics' `figures`.

#include <kpi/accumulator/dimension.hpp>
#include <kpi/export/value_parts.hpp>
#include <kpi/scorecard/detail/read_words.hpp>
#include <kpi/scorecard/figure.hpp>

#include <array>
#include <span>
#include <string_view>
#include <type_traits>

namespace kpi::inline v1 {

namespace detail {
struct any_board {
    constexpr void operator()(const auto &...) const noexcept {}
};
} // namespace detail

/// A board, or any nesting of combinators around some.
template <class State>
concept exportable = requires(const State &state) {
    state.walk(detail::any_board{});
};

namespace detail {

/// Hands a figure on, taken apart.
template <class Sink> struct tell_figure {
    Sink &sink;

    constexpr void operator()(const figure_info &info, const auto &value) const {
        constexpr bool has_a_text = figure_value<std::remove_cvref_t<decltype(value)>>;
        static_assert(has_a_text, "this type of value has no text: give it a parts_of(value)");
        if constexpr (has_a_text) sink.figure(info, parts_of(value));
    }
};

} // namespace detail

/// Goes to every board in the order of the walk and tells `sink`
///
/// - `board(labels)`, a std::span<const label>: whose figures follow, outermost group first;
/// - `wants(name)` asks it whether it is interested in the metric of that name;
/// - `figure(info, parts)` for each figure of such a metric (value_parts);
/// - `board_end()`.
///
/// `given` goes to every metric: the time, a cost, the hours logged in. A metric that can be read only
/// without it is read without it; a metric that asks for something else is left out.
template <exportable State> constexpr void each_figure(const State &state, auto &sink, const auto &...given) {
    state.walk([&](const auto &found, const auto &...way) {
        using board_type = std::remove_cvref_t<decltype(found)>;
        const std::array<label, sizeof...(way)> groups{way...};
        sink.board(std::span<const label>{groups});
        const detail::tell_figure<std::remove_reference_t<decltype(sink)>> tell{sink};
        board_type::metrics::for_each([&]<const auto & M>() {
            constexpr bool with_given =
                detail::tells<board_type, M, std::remove_cvref_t<decltype(given)>...>();
            constexpr bool alone = detail::tells<board_type, M>();
            if constexpr (!with_given && !alone) {
                static_assert(detail::asks_for_more<board_type, M>());
            } else if (sink.wants(std::string_view{M.name})) {
                if constexpr (with_given)
                    found.template figures<M>(tell, given...);
                else
                    found.template figures<M>(tell);
            }
        });
        sink.board_end();
    });
}

/// The name of a figure: its own, or the metric's if it has none.
[[nodiscard]] constexpr std::string_view name_of(const figure_info &figure) noexcept {
    return figure.name.empty() ? figure.metric : figure.name;
}

/// "more", "less" or "neither".
[[nodiscard]] constexpr std::string_view name_of(better b) noexcept {
    return b == better::more ? "more" : b == better::less ? "less" : "neither";
}

} // namespace kpi::inline v1
