// SPDX-License-Identifier: MIT
#pragma once

/// The lines of a metric that is on a board: its figures of the whole, and of each group or period.

#include "figures/book.hpp"
#include "figures/groups_apart.hpp"
#include "figures/held_against.hpp"
#include "figures/metric_list.hpp"
#include "figures/told_figures.hpp"
#include <kpi/statistics/net_promoter.hpp>
#include <kpi/statistics/poisson.hpp>
#include <kpi/statistics/quantile_interval.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace report {

using lines = std::vector<line>;

inline void call_in_hours(telling &how) {
    how.name += in_hours_name, how.title += in_hours_title;
    how.in_hours = true;
}

/// Decimals that a reader can use; value_text adds some where they hide something.
[[nodiscard]] inline unsigned decimals_of(std::string_view kind, std::string_view unit, std::uint32_t scale) {
    if (kind == "count" || kind == "total" || kind == "gauge" || kind == "quantiles") return 0;
    return unit.starts_with("money") || (kind == "ratio" && scale == 1) ? 2 : 1;
}

[[nodiscard]] inline telling telling_of(const told_figure &told) {
    const kpi::figure_info &info = told.info;
    telling how;
    how.name = info.label.empty() ? std::string{info.name}
                                  : std::string{info.metric} + ": " + std::string{info.label};
    title_of(info).write([&](std::string_view piece) { how.title += piece; });
    if (!info.label.empty()) how.title += ": " + std::string{info.label};
    how.kind = told.kind, how.unit = info.unit, how.help = info.help, how.better = info.better;
    how.scale = info.scale, how.nominal = info.nominal, how.step = info.step;
    how.decimals = decimals_of(how.kind, how.unit, how.scale);
    return how;
}

/// "p90 68", "12 untold": what stands beside a figure.
[[nodiscard]] inline aside aside_of(const told_figure &told) {
    const telling how = telling_of(told);
    std::string name{told.info.name};
    std::replace(name.begin(), name.end(), '_', ' ');
    const std::string value = value_text(told.what, how);
    return {std::string{told.info.name}, told.kind == "count" ? value + ' ' + name : name + ' ' + value,
            value_number(told.what.exact, how.scale), told.kind == "quantiles"};
}

/// The figures of one board as lines; what stands beside the first, or beside a step, goes to it.
[[nodiscard]] inline std::vector<std::pair<telling, figure>> in_lines(const figure_list &list) {
    std::vector<std::pair<telling, figure>> found;
    for (const told_figure &told : list.all())
        if (!told.beside)
            found.emplace_back(telling_of(told), told.what);
        else if (told.what.has_value())
            (told.info.step != 0 ? found.back() : found.front()).second.asides.push_back(aside_of(told));
    return found;
}

template <const auto &M> const auto &shelf_of(const book &from) {
    if constexpr (metrics_of_acts::contains<M>)
        return from.acts;
    else
        return from.cases;
}

template <const auto &M>
[[nodiscard]] figure_list figures_in(const book &from, std::uint32_t group, std::size_t slot,
                                     const caller &given, bool is_whole) {
    const auto &shelf = shelf_of<M>(from);
    const auto before = [&] {
        // of the whole, everybody that the log knows was there at its start
        if constexpr (metrics_of_cases::contains<M>)
            if (is_whole) return std::make_unique<board_of_cases>(from.known(group, 0));
        return shelf.before(group, slot);
    };
    figure_list list = figures_on<M>(shelf(group, slot), before, given);
    if constexpr (lacks_n<M>) list.rests_on(figures_on<n_of<M>>(shelf(group, slot), before, {}));
    return list;
}

/// A ratio of acts is shown by a name or channel only where every kind of it that occurs carries one
/// (METRICS.md, section 9, "Groups"): meetings carry no reply's channel.
[[nodiscard]] inline bool can_be_grouped(const std::vector<kinds> &sets, const reading &r) {
    const book &whole = r.book.past().whole();
    return !r.is_by_names || sets.size() < 2 || std::all_of(sets.begin(), sets.end(), [&](kinds set) {
        return (set.bits & whole.occurred.bits & ~whole.grouped.bits) == 0;
    });
}
template <const auto &M> [[nodiscard]] bool can_be_grouped(const reading &r) {
    return !metrics_of_acts::contains<M> || can_be_grouped(sets_of<M>(), r);
}

template <const auto &M>
inline constexpr bool is_score = [] {
    using board = std::remove_cvref_t<decltype(shelf_of<M>(std::declval<const book &>())(everyone, 0))>;
    if constexpr (board::template readable<M>)
        return std::is_same_v<std::remove_cvref_t<decltype(std::declval<const board &>().template get<M>())>,
                              kpi::score<std::uint64_t>>;
    return false;
}();
template <const auto &M> [[nodiscard]] auto score_in(const book &from, const shelf_place &where) {
    return shelf_of<M>(from)(where.group, where.slot).template get<M>();
}

/// What growth chance alone leaves open, if things come independently of each other: nominal, and wider where
/// a year of them has spread more than that.
inline void add_range_of_growth(figure &f, std::uint64_t now, std::uint64_t before,
                                const std::vector<std::uint64_t> &year, double confidence) {
    auto range = kpi::statistics::ratio_of_counts(now, before, kpi::statistics::confidence{confidence});
    if (!range || before == 0) return;
    if (year.size() == 12)
        if (const auto spread = kpi::statistics::index_of_dispersion(year))
            range = kpi::statistics::widened(*range, double(now) / double(before), *spread);
    f.asides.push_back({"growth_low", {}, (range->low - 1) * 100});
    f.asides.push_back({"growth_high", {}, (range->high - 1) * 100});
}

/// From one complete period of the metric's own to the next, untouched by the window.
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
        std::vector<std::uint64_t> year; // of months that are whole
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

/// Where the figures of a run are: those of the whole, and those of its periods.
struct books_of_run {
    const book &whole, &by_period;
};

/// Beside a share of which some are still open: what it comes to within a time.
template <const auto &M>
void add_within(figure &f, const book &from, std::uint32_t group, std::size_t slot, const reading &r) {
    if constexpr (is_followed<M>()) {
        if (still_open(f) == 0 || r.maturity) return; // of a cohort that is given its time none is open
        const auto found = from.followed(group, slot).within(M.part);
        if (!found) return;
        const auto tell = [&](std::string name, double number) {
            f.asides.push_back({std::move(name), {}, number});
        };
        tell("within_days", found->days), tell("within", found->reached.value() * 100);
        const auto range = found->reached.range(kpi::statistics::confidence{r.confidence});
        if (range) tell("within_low", range->low * 100), tell("within_high", range->high * 100);
    }
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

/// Of a rate of touches, if each of them names its prospect.
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

/// Of a score, by who answered.
template <const auto &M>
void add_range_of_score(figure &f, const book &from, const shelf_place &where, const reading &r) {
    if constexpr (is_score<M>) {
        const auto range = kpi::statistics::net_promoter_interval(score_in<M>(from, where),
                                                                  kpi::statistics::confidence{r.confidence});
        if (range) f.interval.emplace(range->low / 100, range->high / 100);
    }
}

template <const auto &M>
void add_ranges(figure &f, const book &from, std::uint32_t group, std::size_t slot, const reading &r) {
    add_range_of_score<M>(f, from, {group, slot}, r);
    add_within<M>(f, from, group, slot, r);
    add_range_of_median<M>(f, shelf_of<M>(from)(group, slot), r);
    add_range_by_prospect<M>(f, from, group, slot, r);
}

/// Of the two groups that are compared; of times where the cases of either are independent of each other.
template <const auto &M>
[[nodiscard]] std::optional<groups_apart> read_groups_apart(const line &l, const books_of_run &from,
                                                            const reading &r) {
    if (!r.compared || l.groups.empty()) return std::nullopt;
    const history &past = r.book.past();
    const auto [a, b] = *r.compared;
    const auto place_of = [&](std::size_t g) {
        const auto [group, period] = r.columns[g];
        return shelf_place{group, period ? past.slot_of_period(*period) : past.whole_slot()};
    };
    const figure &mine = l.groups[a], &other = l.groups[b];
    if (!mine.has_value() || !other.has_value()) return std::nullopt;
    const book &in = r.columns[a].period ? from.by_period : from.whole;
    if constexpr (is_score<M>)
        return scores_apart(score_in<M>(in, place_of(a)), score_in<M>(in, place_of(b)), r.confidence);
    if (!r.cases_are_sampled) return std::nullopt;
    if (still_open(mine) != 0 || still_open(other) != 0)
        return r.now ? courses_apart_in<M>(in.followed, place_of(a), place_of(b), *r.now) : std::nullopt;
    return times_apart_in<M>(shelf_of<M>(in), place_of(a), place_of(b), mine.n, other.n, r.confidence);
}

/// With the amounts of one currency, or of any.
template <const auto &M>
[[nodiscard]] lines read_in(const money &in, const books_of_run &from, const reading &r) {
    const history &past = r.book.past();
    const book &whole = from.whole;
    const bool is_whole = past.whole_slot() == 0 && is_share_of_a_level<M>;
    lines all;
    for (auto &[told, total] :
         in_lines(figures_in<M>(whole, everyone, past.whole_slot(), r.given_to_all(), is_whole)))
        all.push_back({std::move(told), std::move(total), {}, {}, in.currency});
    if (!all.empty()) add_ranges<M>(all.front().total, whole, everyone, past.whole_slot(), r);
    if constexpr (is_followed<M>())
        if (!all.empty() && !r.maturity)
            all.front().curve = whole.followed(everyone, past.whole_slot())
                                    .curve(M.part, kpi::statistics::confidence{r.confidence});
    // what is given of the whole alone says nothing of a single group
    const bool of_the_whole = !r.given_to_all().numbers.empty() && r.figures_of_groups.empty();
    if (all.empty() || of_the_whole) return all;
    if (!can_be_grouped<M>(r)) return r.is_of_some ? lines{} : all;
    for (std::size_t g = 0; g < r.columns.size(); ++g) {
        const auto [group, period] = r.columns[g];
        caller given = r.given_to(g);
        if (period && given.now) // a period is read as of its end
            given.now->seconds = std::min(given.now->seconds, past.days_of_period(group, *period).until);
        const figure_list of_group =
            period ? figures_in<M>(from.by_period, group, past.slot_of_period(*period), given, false)
                   : figures_in<M>(whole, group, past.whole_slot(), given, is_whole);
        for (line &l : all)
            l.groups.resize(g + 1);
        for (auto &[told, mine] : in_lines(of_group)) {
            const auto same = std::find_if(
                all.begin(), all.end(), [&, &name = told.name](const line &l) { return l.how.name == name; });
            if (same != all.end()) same->groups[g] = std::move(mine);
        }
        if (!all.front().groups.empty()) {
            figure &mine = all.front().groups[g];
            period ? add_ranges<M>(mine, from.by_period, group, past.slot_of_period(*period), r)
                   : add_ranges<M>(mine, whole, group, past.whole_slot(), r);
        }
    }
    all.front().apart = read_groups_apart<M>(all.front(), from, r);
    return all;
}

/// In the unit of its currency, with as many decimals as that has.
inline void tell_in_unit(line &l, const money &in) {
    if (!l.how.is_money()) return;
    tell_in_unit(l.total, in.unit);
    for (figure &f : l.groups)
        tell_in_unit(f, in.unit);
    if (in.unit == 1 && in.currency == money::any) return;
    l.how.decimals = 0;
    for (std::int64_t unit = in.unit; unit > 1; unit /= 10)
        ++l.how.decimals;
}

template <const auto &M> [[nodiscard]] lines read_told(const telling &how, const reading &r) {
    if constexpr (metrics_of_growth::contains<M>) return read_growth<M>(how, r);
    const history &past = r.book.past();
    lines all;
    const auto add = [&](const money &in) {
        for (line &l : read_in<M>(in, {past.whole(in.currency), past.by_period(in.currency)}, r)) {
            tell_in_unit(l, in);
            all.push_back(std::move(l));
        }
    };
    if (past.currencies().size() > 1 && reads_amounts<M>())
        std::for_each(past.currencies().begin(), past.currencies().end(), add);
    else
        add(past.amounts());
    if constexpr (is_timed_by_hours<M>())
        if (past.knows_hours())
            for (line &l :
                 read_in<M>(past.amounts(), {past.whole_in_hours(), past.by_period_in_hours()}, r)) {
                call_in_hours(l.how);
                all.push_back(std::move(l));
            }
    return all;
}

} // namespace report
