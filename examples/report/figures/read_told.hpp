// SPDX-License-Identifier: MIT
#pragma once

/// Reads one metric from its board: what "figures/lines.hpp" asks of it, made from its type.

#include "figures/book.hpp"
#include "figures/groups_apart.hpp"
#include "figures/lines.hpp"
#include "figures/metric_list.hpp"
#include "figures/told_figures.hpp"
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/net_promoter.hpp>
#include <kpi/statistics/quantile_interval.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace report {

template <const auto &M> const auto &shelf_of(const book &from) {
    if constexpr (metrics_of_acts::contains<M>)
        return from.acts;
    else
        return from.cases;
}

/// Everything that came before a slot; for the whole, everybody the log knows was there at its start.
template <class Board> struct boards_before {
    const shelf<Board> &all;
    const book &from;
    std::uint32_t group;
    std::size_t slot;
    bool is_whole;

    [[nodiscard]] std::unique_ptr<Board> operator()() const {
        if constexpr (std::is_same_v<Board, board_of_cases>)
            if (is_whole) return std::make_unique<Board>(from.known(group, 0));
        return all.before(group, slot);
    }
};

template <const auto &M>
[[nodiscard]] figure_list figures_in(const book &from, std::uint32_t group, std::size_t slot,
                                     const caller &given, bool is_whole) {
    const auto &shelf = shelf_of<M>(from);
    const auto &board = shelf(group, slot);
    using board_type = std::remove_cvref_t<decltype(board)>;
    const boards_before<board_type> before{shelf, from, group, slot, is_whole};
    figure_list list = figures_on<M>(board, before, given);
    if constexpr (lacks_n<M>) list.rests_on(figures_on<n_of<M>>(board, before, {}));
    return list;
}

/// From one complete period of the metric's own to the next, whatever the window.
template <const auto &M> [[nodiscard]] lines read_growth(const telling &how, const reading &r) {
    if (!r.now) return {};
    const calendar by_month{period_kind::month};
    const auto &months = r.book.past().whole().months;
    reading whole_log = r;
    whole_log.begin = r.log_begin;
    const auto grown = [&](std::uint32_t group, std::int32_t to) {
        figure_list list;
        const auto of = [&](std::int32_t m) {
            return months(group, slot_of_month(m)).template get<M>().after;
        };
        const std::int64_t begin = by_month.start(to).seconds;
        const bool known = whole_log.covers({by_month.start(to - 1).seconds, begin}) &&
                           whole_log.covers({begin, by_month.start(to + 1).seconds});
        if (!known) return figure{};
        list(kpi::figure_of<M>(), M.between(of(to - 1), of(to)));
        figure f = in_lines(list).front().second;
        std::vector<std::uint64_t> year; // of whole months
        for (std::int32_t m = to;
             m > to - 12 && whole_log.covers({by_month.start(m).seconds, by_month.start(m + 1).seconds}); --m)
            year.push_back(of(m));
        add_range_of_growth(f, of(to), of(to - 1), year, r.confidence);
        return f;
    };
    const std::int32_t last = by_month.period_of(*r.now) - 1;
    line l{how, grown(everyone, last), {}, {}};
    for (const column_of_sheet &c : r.columns)
        if (!c.period)
            l.groups.push_back(grown(c.group, last));
        else if (r.by_month)
            l.groups.push_back(
                grown(c.group, by_month.period_of({r.book.past().days_of_period(c.group, *c.period).from})));
    return {std::move(l)};
}

/// Beside a median of independent cases: its range by ranks, at the outer edges of their buckets.
template <const auto &M> void add_range_of_median(figure &f, const auto &board, const reading &r) {
    using ranked = std::uint64_t;
    if constexpr (std::remove_cvref_t<decltype(board)>::template readable<M, ranked, ranked>)
        if constexpr (requires { board.template get<M>(ranked{}, ranked{}).too_few; }) {
            if (!r.cases_are_sampled || !f.has_value()) return;
            const kpi::statistics::confidence level{r.confidence};
            const auto ranks = kpi::statistics::quantile_ranks(f.n, {1, 2}, level);
            if (!ranks) return;
            auto low = board.template get<M>(ranks->lower, f.n),
                 high = board.template get<M>(ranks->upper, f.n);
            low.high = low.low, high.low = high.high;
            figure_list ends;
            ends(kpi::figure_of<M>(), low), ends(kpi::figure_of<M>(), high);
            f.asides.push_back({"median_low", {}, ends.all().front().what.exact.value(), true});
            f.asides.push_back({"median_high", {}, ends.all().back().what.exact.value(), true});
        }
}

/// For a rate of touches, if each of them names its prospect.
template <const auto &M>
void add_range_by_prospect(figure &f, const book &from, std::uint32_t group, std::size_t slot,
                           const reading &r) {
    if constexpr (rates_of_touches::contains<M>) {
        if (!f.has_value()) return;
        const auto range = from.by_prospect(group, slot)
                               .template range<M>(sides_of(from.acts(group, slot).template get<M>()),
                                                  kpi::statistics::confidence{r.confidence});
        if (range) f.interval.emplace(range->low, range->high);
    }
}

template <const auto &M>
inline constexpr bool is_score = [] {
    using board = std::remove_cvref_t<decltype(shelf_of<M>(std::declval<const book &>())(everyone, 0))>;
    if constexpr (board::template readable<M>)
        return std::is_same_v<std::remove_cvref_t<decltype(std::declval<const board &>().template get<M>())>,
                              kpi::score<std::uint64_t>>;
    return false;
}();
/// For a score, by who answered.
template <const auto &M>
void add_range_of_score(figure &f, const book &from, std::uint32_t group, std::size_t slot,
                        const reading &r) {
    if constexpr (is_score<M>) {
        const auto range = kpi::statistics::net_promoter_interval(
            shelf_of<M>(from)(group, slot).template get<M>(), kpi::statistics::confidence{r.confidence});
        if (range) f.interval.emplace(range->low / 100, range->high / 100);
    }
}

template <const auto &M>
void add_ranges(figure &f, const book &from, std::uint32_t group, std::size_t slot, const reading &r) {
    add_range_of_score<M>(f, from, group, slot, r);
    add_range_of_median<M>(f, shelf_of<M>(from)(group, slot), r);
    add_range_by_prospect<M>(f, from, group, slot, r);
}

/// Compares two groups by their scores; or by their times, if the cases in each are independent.
template <const auto &M>
[[nodiscard]] std::optional<groups_apart> groups_on_boards(const book &from, const group_on_board &a,
                                                           const group_on_board &b, const reading &r) {
    const auto &boards = shelf_of<M>(from);
    const auto &mine = boards(a.group, a.slot), &other = boards(b.group, b.slot);
    if constexpr (is_score<M>)
        return scores_apart(mine.template get<M>(), other.template get<M>(), r.confidence);
    else if (r.cases_are_sampled)
        return times_apart(ranked_in<M>(mine, a.n), ranked_in<M>(other, b.n), kpi::figure_of<M>().shown_in,
                           r.confidence);
    else
        return std::nullopt;
}

template <const auto &M> [[nodiscard]] metric_on_boards on_boards() {
    metric_on_boards metric{.figures = figures_in<M>, .add_ranges = add_ranges<M>};
    if constexpr (is_followed<M>()) metric.followed = M.part;
    metric.is_share_of_a_level = is_share_of_a_level<M>;
    using board = std::remove_cvref_t<decltype(shelf_of<M>(std::declval<const book &>())(everyone, 0))>;
    if constexpr (is_score<M> || has_ranked_times<M, board>) metric.apart = groups_on_boards<M>;
    return metric;
}

} // namespace report
