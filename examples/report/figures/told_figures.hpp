// SPDX-License-Identifier: MIT
#pragma once

/// What a board says about a metric, as plain figures: the first is the metric's value, followed by whatever
/// else can be read from it. This code knows only the type of a value and how it is shown.

#include "figures/figure_of.hpp"
#include "figures/word_list.hpp"
#include <kpi/core/breakdown.hpp>
#include <kpi/core/quantile.hpp>
#include <kpi/formula/lifetime_value.hpp>
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

/// Whether a value is shown beside a figure, or is a line of its own: a number, or a fraction.
template <class Value> inline constexpr bool stands_beside = false;
template <kpi::counter C> inline constexpr bool stands_beside<kpi::count<C>> = true;
template <std::unsigned_integral V> inline constexpr bool stands_beside<kpi::quantile<V>> = true;
template <> inline constexpr bool stands_beside<std::optional<std::int64_t>> = true;

template <class Value> inline constexpr bool is_breakdown = false;
template <kpi::counter C, std::size_t N> inline constexpr bool is_breakdown<kpi::breakdown<C, N>> = true;

template <class Value> inline constexpr std::string_view kind_of_value = "ratio";
template <kpi::counter C> inline constexpr std::string_view kind_of_value<kpi::count<C>> = "count";
template <kpi::counter C> inline constexpr std::string_view kind_of_value<kpi::proportion<C>> = "proportion";
template <> inline constexpr std::string_view kind_of_value<kpi::net> = "total";
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
        if constexpr (is_breakdown<Value>)
            return; // its places are figures of their own
        else
            add(info, value);
    }
    [[nodiscard]] const std::vector<told_figure> &all() const { return all_; }
    /// The first figure rests on as many as the other list counts.
    void rests_on(const figure_list &counted) {
        if (!all_.empty() && !counted.all_.empty())
            all_.front().what.n = counted.all_.front().what.exact.numerator;
    }

private:
    template <class Value> void add(const kpi::figure_info &info, const Value &value) {
        told_figure told{info, kind_of_value<Value>, !all_.empty() && stands_beside<Value> && is_beside(info),
                         figure_of(value)};
        if (info.shown_in > 1) scale_down(told.what, info.shown_in);
        told.what.whole_days = info.whole_days;
        if ((!info.label.empty() && info.step == 0) || info.nominal)
            told.what.interval.reset(); // everybody is there, counted and not sampled; or touches are alike
        if constexpr (requires { value.too_few; })
            if (told.beside && value.too_few) told.what = {};
        all_.push_back(std::move(told));
    }
    /// A value with a label or a step is a line of its own.
    [[nodiscard]] static bool is_beside(const kpi::figure_info &info) {
        return info.label.empty() || (info.step != 0 && info.name != info.metric);
    }
    std::vector<told_figure> all_;
};

/// What the caller gives, in the form that a metric takes: the time now, one number or several.
struct caller {
    std::optional<kpi::instant> now{};
    std::vector<std::uint64_t> numbers{};
};

using percent_given = kpi::proportion<std::uint32_t>;
[[nodiscard]] inline percent_given percent_of(std::uint64_t of_100) {
    return {kpi::to_count<std::uint32_t>(of_100), 100};
}
[[nodiscard]] inline kpi::formula::customer_base customers_of(const std::vector<std::uint64_t> &x) {
    return {x[0], x[1], x[2]};
}

/// Calls f with the given values as a metric can take them, if there is a way: numbers as they are, a first
/// or fourth one in percent, three that describe a base of customers.
template <const auto &M, class Board> void with_given(const caller &given, const auto &f) {
    using n = std::uint64_t;
    using base = kpi::formula::customer_base;
    const std::vector<n> &x = given.numbers;
    if constexpr (Board::template readable<M, n>) {
        if (x.size() == 1) return f(x[0]);
    } else if constexpr (Board::template readable<M, kpi::fraction<n>>) {
        if (x.size() == 1) return f(kpi::fraction<n>{x[0], 1});
    }
    if constexpr (Board::template readable<M, n, n>) {
        if (x.size() == 2) return f(x[0], x[1]);
    } else if constexpr (Board::template readable<M, percent_given, n>) {
        if (x.size() == 2) return f(percent_of(x[0]), x[1]);
    }
    if constexpr (Board::template readable<M, base>)
        if (x.size() == 3) return f(customers_of(x));
    if constexpr (Board::template readable<M, base, percent_given, n>)
        if (x.size() == 5) return f(customers_of(x), percent_of(x[3]), x[4]);
    if constexpr (Board::template readable<M, base, percent_given, n, n>)
        if (x.size() == 6) return f(customers_of(x), percent_of(x[3]), x[4], x[5]);
    if constexpr (Board::template readable<M>) {
        if (x.empty()) f();
    } else if constexpr (Board::template readable<M, kpi::instant>) {
        if (given.now) f(*given.now);
    }
}

/// All figures of M on a board. GCC 12 cannot pass `given` on through figures().
template <const auto &M> void add_figures(figure_list &list, const auto &board, const auto &...given) {
    if constexpr (sizeof...(given) > 0)
        list(kpi::figure_of<M>(), board.template get<M>(given...));
    else
        board.template figures<M>(list);
}

/// The figures of M on a board; none if it needs something that was not given. `before` returns all that
/// earlier periods had.
template <const auto &M, class Board>
[[nodiscard]] figure_list figures_on(const Board &board, const auto &before, const caller &given) {
    figure_list list;
    with_given<M, Board>(given, [&](const auto &...numbers) {
        using value = decltype(board.template get_after<M>(board, numbers...));
        if constexpr (kpi::detail::reads_levels<M> && is_breakdown<value>) {
            const auto so_far = before(); // where each is now: all that ever came and went
            *so_far += board;
            add_figures<M>(list, *so_far, numbers...);
        } else if constexpr (kpi::detail::reads_levels<M>)
            list(kpi::figure_of<M>(), board.template get_after<M>(*before(), numbers...));
        else if constexpr (Board::template readable<M, kpi::instant>) { // how long ago the latest was
            const auto so_far = before();
            *so_far += board;
            add_figures<M>(list, *so_far, numbers...);
        } else
            add_figures<M>(list, board, numbers...);
    });
    return list;
}

} // namespace report
