// SPDX-License-Identifier: MIT
#include "metric_list.hpp"

#include <kpi/core/enumerators.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/statistics/interval.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <type_traits>
#include <utility>

namespace report {
namespace {

using std::uint64_t;
using lines = std::vector<line>;

// ---- figures of the library's values

template <kpi::counter C> kpi::fraction<uint64_t> wide(const kpi::fraction<C> &f) {
    return {f.numerator, f.denominator, f.negative};
}
template <kpi::counter C> figure figure_of(const kpi::proportion<C> &p) {
    figure f{wide(p.exact()), p.whole, p.coherent(), p.saturated(), std::nullopt, {}};
    const kpi::proportion<uint64_t> counted{p.part, p.whole};
    if (const auto range = kpi::statistics::wilson(counted)) f.interval.emplace(range->low, range->high);
    return f;
}
template <std::integral I> figure figure_of(const kpi::ratio<I> &r) {
    const auto exact = wide(r.exact());
    return {exact, exact.denominator, true, r.saturated(), std::nullopt, {}};
}
template <kpi::counter C> figure figure_of(const kpi::count<C> &c) {
    return {wide(c.exact()), c.n, true, c.saturated(), std::nullopt, {}};
}
figure figure_of(const kpi::score<uint64_t> &s) {
    return {s.exact(), s.answers, true, s.saturated(), std::nullopt, {}};
}
template <kpi::counter C> figure figure_of(const kpi::rate<C> &r) {
    return {wide(r.exact()), r.happened, true, r.saturated(), std::nullopt, {}};
}
figure figure_of(const kpi::mean_value &m) { return {m.exact(), m.n, true, m.saturated(), std::nullopt, {}}; }
template <kpi::counter C> figure figure_of(const kpi::growth<C> &g) {
    figure f{wide(g.exact()), uint64_t{g.before} + g.after, true, g.saturated(), std::nullopt, {}};
    f.asides.push_back(
        {"before", "from " + std::to_string(g.before) + " to " + std::to_string(g.after), double(g.before)});
    f.asides.push_back({"after", {}, double(g.after)});
    return f;
}
template <kpi::counter C> figure figure_of(const kpi::cohort<C> &c) {
    figure f = figure_of(kpi::proportion<C>{c.converted, c.mature});
    f.saturated |= c.saturated();
    if (c.immature != 0)
        f.asides.push_back({"immature", std::to_string(c.immature) + " not mature yet", double(c.immature)});
    return f;
}
template <class Value> figure figure_of(const kpi::pooled<Value> &p) {
    figure f = figure_of(static_cast<const Value &>(p));
    if (p.exact) return f;
    std::array<char, 48> text{"sampled"};
    aside sampled{"sampling_error", {}, std::nullopt};
    if constexpr (requires { p.sampling_error(); })
        if ((sampled.number = p.sampling_error()))
            std::snprintf(text.data(), text.size(), "sampled, ± %.1f %%", *sampled.number * 100);
    sampled.text = text.data();
    f.asides.push_back(std::move(sampled));
    return f;
}

figure figure_of(const kpi::quantiles<> &q) {
    const auto median = q.median();
    figure f{median.exact(), median.n, true, q.saturated(), std::nullopt, {}};
    if (!f.has_value()) return f;
    const auto edges = [](const auto &quantile) {
        const std::string low = std::to_string(quantile.low);
        return quantile.low == quantile.high ? low : low + ".." + std::to_string(quantile.high);
    };
    if (median.low != median.high)
        f.asides.push_back({"half_width", "within " + edges(median), (median.high - median.low) / 2.0});
    const auto tell = [&](const char *name, const auto &quantile) {
        if (!quantile.too_few) f.asides.push_back({name, name + (' ' + edges(quantile)), quantile.value()});
    };
    tell("p90", q.quantile(9, 10));
    tell("max", q.quantile(1, 1));
    return f;
}
figure figure_of(const kpi::extrema<std::uint32_t> &e) {
    if (!e.has_value()) return {};
    figure f{{*e.minimum(), 1}, 0, true, false, std::nullopt, {}};
    f.asides.push_back({"greatest", {}, double(*e.maximum())});
    return f;
}
figure figure_of(const std::optional<std::int64_t> &age) {
    if (!age) return {};
    return {{static_cast<uint64_t>(*age), 1}, 1, true, false, std::nullopt, {}};
}

/// Told in another unit than it was measured in: seconds in days.
void scale_down(figure &f, std::uint32_t by) {
    if (by == 1 || !f.exact.has_value()) return;
    if (f.exact.numerator % by == 0)
        f.exact.numerator /= by;
    else
        f.exact.denominator *= by;
}

// ---- metrics on the boards of groups

template <const auto &M> figure read_board(const board &from, std::optional<uint64_t> given) {
    if constexpr (board::readable<M, uint64_t>)
        if (given) return figure_of(from.get<M>(*given));
    if constexpr (board::readable<M>)
        return figure_of(from.get<M>());
    else
        return {};
}
template <const auto &M> lines read_counts(const telling &how, const reading &r) {
    line l{how, read_board<M>(r.book.events().total(), r.given), {}, {}};
    // what only the caller knows says nothing of a single group; without it, nothing of a single period
    bool of_the_whole = r.by_period != period_kind::none;
    if constexpr (requires { M.given; })
        of_the_whole = of_the_whole && !M.given.empty();
    else
        of_the_whole = false;
    if (!r.given && !of_the_whole)
        for (const std::size_t g : r.groups)
            l.groups.push_back(read_board<M>(r.book.events()[g], std::nullopt));
    return {std::move(l)};
}

// ---- amounts and times

template <const auto &M> constexpr unsigned need = needs_of<kpi::definition<M>>;

template <const auto &M> constexpr bool reads_part(std::size_t part) {
    const unsigned bits = need<M>;
    return (bits >> part & 1u) != 0;
}

/// How many events of the metric have the number that it reads, and how many there are.
template <const auto &M> std::pair<uint64_t, uint64_t> told_of_all(const account &rows) {
    uint64_t told = 0, all = 0;
    for (std::size_t k = 0; k < rows.events.size(); ++k) {
        if (!M.of.contains(static_cast<activity>(k))) continue;
        uint64_t here = rows.events[k];
        for (std::size_t part = 0; part < number_parts.size(); ++part)
            if (reads_part<M>(part)) here = std::min(here, rows.told[part][k]);
        told += here, all += rows.events[k];
    }
    return {told, all};
}

template <const auto &M> figure read_measure(const auto &board, const reading &r) {
    figure f;
    if constexpr (need<M> == time_told) {
        if (r.now) f = figure_of(board.template get<M>(*r.now));
    } else if constexpr (requires { board.template state<M>().median(); }) {
        f = figure_of(board.template state<M>());
    } else {
        f = figure_of(board.template get<M>());
    }
    if constexpr (requires { M.shown_in; }) scale_down(f, M.shown_in);
    return f;
}
template <const auto &M> lines read_groups(const auto *table, const telling &how, const reading &r) {
    if (table == nullptr) return {};
    line l{how, read_measure<M>(table->total(), r), {}, {}};
    for (const std::size_t g : r.groups)
        l.groups.push_back(read_measure<M>((*table)[g], r));
    return {std::move(l)};
}
/// From what the rows say; where none says it, from pairs of events. Never from both.
template <const auto &M> lines read_measured(const telling &how, const reading &r) {
    const auto *const table = r.book.amounts().template table<need<M>>();
    if constexpr (need<M> == time_told) {
        return read_groups<M>(table, how, r);
    } else {
        const auto [told, all] = told_of_all<M>(r.book.rows());
        if (told != 0) {
            lines read = read_groups<M>(table, how, r);
            for (line &l : read)
                if (const uint64_t untold = all - told; untold != 0 && need<M> != value_told)
                    l.total.asides.push_back({"untold", std::to_string(untold) + " without", double(untold)});
            return read;
        }
        if constexpr (pairs::finds_out<M>)
            return read_groups<M>(r.book.times().template table<M>(), how, r);
        else
            return {};
    }
}

// ---- metrics of single ids

template <const auto &M> const auto &crowd_of(const people &ids) {
    if constexpr (decltype(sales::prospects)::template contains<M>)
        return ids.prospects;
    else if constexpr (decltype(sales::leads)::template contains<M>)
        return ids.leads;
    else if constexpr (decltype(sales::pipeline)::template contains<M>)
        return ids.deals;
    else
        return ids.customers;
}

/// Pools a table that has the group in its keys, all groups at once.
template <const auto &M> auto pool_groups(const auto &table, const auto &...given) {
    using value = decltype(table.other().template contribution<M>(given...));
    std::vector<kpi::pooled<value>> sums(most_groups + 1);
    table.for_each([&](std::uint64_t key, const auto &held) {
        static_cast<value &>(sums[group_of_key(key)]) += held.template contribution<M>(given...);
    });
    for (auto &sum : sums)
        sum.exact = table.complete();
    return sums;
}

/// A line of what `as(pooled)` makes of the pools, for the whole and, where ids are kept by group, for each.
template <const auto &M>
line pool_line(const telling &how, const reading &r, auto &&as, const auto &...given) {
    const auto &crowd = crowd_of<M>(r.book.ids());
    line l{how, as(kpi::pool<M>(*crowd.template all<M>(), given...)), {}, {}};
    const bool named = !r.by_channel && r.by_period == period_kind::none;
    if (const auto *const groups = crowd.template by_group<M>(); groups != nullptr && named) {
        const auto sums = pool_groups<M>(*groups, given...);
        for (const std::size_t g : r.groups)
            l.groups.push_back(as(sums[g]));
    }
    return l;
}

constexpr auto as_it_is = [](const auto &pooled) { return figure_of(pooled); };

telling renamed(const telling &how, std::string name, std::string_view kind) {
    telling other = how;
    other.name = std::move(name);
    other.kind = kind;
    return other;
}

/// A share of the places, "lead_stage: MQL".
template <const auto &M> lines read_breakdown(const telling &how, const reading &r) {
    lines all;
    for (std::size_t place = 0; place < M.labels.size(); ++place)
        all.push_back(pool_line<M>(renamed(how, how.name + ": " + std::string{M.labels[place]}, "proportion"),
                                   r, [&](const auto &pooled) {
                                       figure f = figure_of(pooled.share(place));
                                       f.interval.reset(); // everybody is there: counted and not sampled
                                       return f;
                                   }));
    return all;
}

kpi::cohort_window cohort_now(const reading &r) {
    kpi::cohort_window w{.now = r.now.value_or(kpi::instant{})};
    if (r.maturity) w.seconds = *r.maturity;
    return w;
}
/// Those who started in each period, where the groups are periods.
template <const auto &M, class Line> void add_cohorts(line &l, const reading &r, Line &&figure_in) {
    if (r.by_period == period_kind::none) return;
    l.groups.clear();
    for (const auto &period : r.periods) {
        if (!period) {
            l.groups.emplace_back();
            continue;
        }
        kpi::cohort_window w = cohort_now(r);
        w.from = period_start(r.by_period, *period);
        w.to = period_start(r.by_period, *period + 1);
        l.groups.push_back(figure_in(w));
    }
}
template <const auto &M> line cohort_line(const telling &how, const reading &r) {
    line l = pool_line<M>(how, r, as_it_is, cohort_now(r));
    const auto &table = *crowd_of<M>(r.book.ids()).template all<M>();
    add_cohorts<M>(l, r, [&](kpi::cohort_window w) { return figure_of(kpi::pool<M>(table, w)); });
    return l;
}
template <const auto &M> lines read_cohort(const telling &how, const reading &r) {
    if (!r.now) return {};
    lines all{cohort_line<M>(how, r)};
    if constexpr (kpi::same_metric<M, sales::cohort_win_rate>) {
        // of the deals that are closed: what the open ones will bring is not known
        const auto &table = *crowd_of<M>(r.book.ids()).template all<M>();
        const auto closed = [&](const kpi::cohort_window &w) {
            const auto won = kpi::pool<M>(table, w),
                       settled = kpi::pool<sales::cohort_settled_share>(table, w);
            return figure_of(kpi::proportion<std::uint32_t>{won.converted, settled.converted});
        };
        line of_closed{renamed(how, "cohort_win_rate_closed", "cohort"), closed(cohort_now(r)), {}, {}};
        add_cohorts<M>(of_closed, r, closed);
        all.push_back(std::move(of_closed));
    }
    if constexpr (kpi::same_metric<M, sales::lead_response_rate>) {
        reading soon = r;
        soon.maturity = sales::speed_to_lead_seconds;
        all.push_back(cohort_line<M>(renamed(how, "speed_to_lead", "cohort"), soon));
    }
    return all;
}

/// From one complete month to the next; of the running one, days against the same days of the month before.
template <const auto &M> lines read_first_growth(const telling &how, const reading &r) {
    if (!r.now || !r.begin) return {};
    const auto &table = *crowd_of<M>(r.book.ids()).template all<M>();
    const auto month = [](kpi::instant at) { return period_of(period_kind::month, at); };
    const auto grown = [&](std::int32_t from) {
        const bool covered = r.covers(period_kind::month, from) && r.covers(period_kind::month, from + 1);
        return covered ? figure_of(kpi::pool<M>(table, period_start(period_kind::month, from + 2)))
                       : figure{};
    };
    lines all;
    line months{how, grown(month(*r.now) - 2), {}, {}};
    if (r.by_period == period_kind::month)
        for (const auto &period : r.periods)
            months.groups.push_back(period ? grown(*period - 1) : figure{});
    all.push_back(std::move(months));

    const kpi::instant today{r.now->seconds - 1};
    line so_far{renamed(how, how.name + "_to_date", "growth"), {}, {}, {}};
    if (period_start(period_kind::month, month(today) - 1).seconds >= *r.begin)
        so_far.total = figure_of(kpi::pool<M>(table, today, kpi::to_date{}));
    all.push_back(std::move(so_far));
    return all;
}

/// Touches for each result; beside them those of each channel, and the results without any.
template <const auto &M> lines read_effort(const telling &how, const reading &r) {
    const auto &table = *crowd_of<M>(r.book.ids()).template all<M>();
    const auto in = [&](std::size_t channel) { return kpi::pool<M>(table, static_cast<medium>(channel)); };
    line l = pool_line<M>(how, r, as_it_is);
    if (r.by_channel)
        for (const std::size_t channel : r.groups)
            l.groups.push_back(figure_of(in(channel)));
    else if (l.total.has_value())
        for (std::size_t channel = 0; channel < 7; ++channel)
            if (const auto pooled = in(channel); pooled.a != 0 && pooled.a != l.total.exact.numerator) {
                const std::string name{kpi::name_of(static_cast<medium>(channel))};
                const figure f = figure_of(pooled);
                l.total.asides.push_back(
                    {"by_" + name, name + ' ' + value_text(f, how), value_number(f.exact, 1)});
            }
    const auto without = kpi::pool<M>(table, kpi::untouched{});
    if (without.part != 0)
        l.total.asides.push_back(
            {"untouched", std::to_string(without.part) + " without a touch", double(without.part)});
    lines all{std::move(l)};
    if constexpr (kpi::same_metric<M, sales::touches_per_customer>) {
        telling at = renamed(how, {}, "proportion");
        at.unit = "%", at.scale = 100, at.decimals = 1;
        for (std::uint32_t k = 1; k <= 5; ++k) {
            at.name = "conversion_at_touch_" + std::to_string(k);
            line conversion = pool_line<M>(at, r, as_it_is, kpi::at_touch{k});
            if (conversion.total.has_value()) all.push_back(std::move(conversion));
        }
    }
    return all;
}

/// Conversions that skip stages; those from one stage to the next are metrics of their own.
template <const auto &M> lines read_funnel(const telling &how, const reading &r) {
    constexpr std::array<std::string_view, 5> stages{"MCL", "MQL", "SQL", "opportunity", "customer"};
    lines all;
    for (const auto &[from, to] : {std::pair{0, 2}, std::pair{0, 3}, std::pair{1, 3}})
        all.push_back(
            pool_line<M>(renamed(how,
                                 how.name + ": " + std::string{stages[static_cast<unsigned>(from)]} + " to " +
                                     std::string{stages[static_cast<unsigned>(to)]},
                                 "proportion"),
                         r, as_it_is, from, to));
    return all;
}

template <const auto &M> lines read_engagement(const telling &how, const reading &r) {
    if (!r.now) return {};
    line l = pool_line<M>(how, r, as_it_is, *r.now);
    const auto pooled =
        kpi::pool<M>(*crowd_of<M>(r.book.ids()).template all<M>(), *r.now, kpi::against_length{});
    if (const auto correlation = pooled.correlation()) {
        std::array<char, 64> text{};
        std::snprintf(text.data(), text.size(), "correlation with length %+.2f", *correlation);
        l.total.asides.push_back({"correlation", text.data(), *correlation});
    }
    return {std::move(l)};
}

template <const auto &M> lines read_pooled(const telling &how, const reading &r) {
    if (crowd_of<M>(r.book.ids()).template all<M>() == nullptr) return {};
    using definition = kpi::definition<M>;
    if constexpr (requires { M.goal; })
        return read_cohort<M>(how, r);
    else if constexpr (requires { M.labels; })
        return read_breakdown<M>(how, r);
    else if constexpr (requires { M.stages; })
        return read_funnel<M>(how, r);
    else if constexpr (requires { M.until; })
        return read_effort<M>(how, r);
    else if constexpr (requires { M.since; })
        return read_engagement<M>(how, r);
    else if constexpr (definition::kind == "growth")
        return read_first_growth<M>(how, r);
    else if constexpr (kpi::same_metric<M, sales::clients_over_a_spend>) {
        if (!r.given) return {};
        return {pool_line<M>(how, r, as_it_is, *r.given)};
    } else
        return {pool_line<M>(how, r, as_it_is)};
}

/// Of the reps, each of whom has a board of their own.
template <const auto &M> lines read_reps(const telling &how, const reading &r) {
    const auto &reps = r.book.ids().reps;
    if (!r.reps_are_told) return {};
    line l{how, figure_of(kpi::pool<M>(reps)), {}, {}};
    if (r.groups_are_reps)
        for (const std::size_t rep : r.groups)
            l.groups.push_back(figure_of(reps[rep].template contribution<M>()));
    return {std::move(l)};
}

// ---- the list

/// Decimals that a reader can use; value_text adds some where they hide something.
unsigned decimals_of(std::string_view kind, std::uint32_t scale) {
    if (kind == "count" || kind == "total" || kind == "extremes") return 0;
    return kind == "money" || (kind == "ratio" && scale == 1) ? 2 : 1;
}

template <const auto &M> std::string_view kind_of_figure() {
    if constexpr (requires { typename kpi::definition<M>::leaf; }) {
        using leaf = typename kpi::definition<M>::leaf;
        return std::is_same_v<leaf, kpi::mean>          ? "mean"
               : std::is_same_v<leaf, kpi::total>       ? "total"
               : std::is_same_v<leaf, kpi::quantiles<>> ? "quantiles"
                                                        : "extremes";
    } else {
        return M.kind;
    }
}

/// What the events of a metric must have besides their kind.
template <const auto &M> std::string also_needed(std::string_view id) {
    std::string text;
    const auto add = [&](std::string_view what) { text += (text.empty() ? "" : ", ") + std::string{what}; };
    for (std::size_t part = 0; part < number_parts.size(); ++part)
        if (reads_part<M>(part)) add(number_parts[part].name);
    if constexpr (pairs::finds_out<M>) text += ", or dates and ids of both events";
    if (need<M> == time_told) add("a date");
    if (!id.empty()) add("the id of the " + std::string{id});
    if constexpr (requires { M.until; }) text += " and the channel";
    return text;
}

template <const auto &M> listed_metric list(std::string_view chapter, std::string_view id = {}) {
    listed_metric listed;
    telling &how = listed.how;
    how.name = M.name;
    how.kind = kind_of_figure<M>();
    how.unit = M.unit;
    how.help = M.help;
    if constexpr (requires { M.per; })
        how.scale = M.per;
    else if (M.unit == "%" || how.kind == "proportion" || how.kind == "score")
        how.scale = 100;
    else if constexpr (kpi::same_metric<M, sales::context_switches>)
        how.scale = 3600;
    how.decimals = decimals_of(how.kind, how.scale);
    if constexpr (requires { M.nominal; }) how.nominal = M.nominal;

    listed.chapter = chapter;
    listed.sets = sets_needed<M>();
    listed.also = also_needed<M>(id);
    if constexpr (requires { M.given; }) {
        listed.given = M.given;
        std::replace(listed.given.begin(), listed.given.end(), ' ', '_');
    }
    if constexpr (kpi::same_metric<M, sales::clients_over_a_spend>) listed.given = "spend";
    if constexpr (requires { M.where; })
        listed.needs_channel =
            std::is_same_v<std::remove_cvref_t<decltype(M.where)>, sales::replied_by_email>;
    listed.of_staff = kpi::same_metric<M, sales::employee_net_promoter_score>;
    if constexpr (decltype(sales::catalog)::template contains<M>)
        listed.read = read_counts<M>;
    else if constexpr (measured_catalogue::template contains<M>)
        listed.read = read_measured<M>;
    else if constexpr (decltype(sales::reps)::template contains<M>)
        listed.read = read_reps<M>;
    else
        listed.read = read_pooled<M>;
    return listed;
}

} // namespace

const std::vector<listed_metric> &all_metrics() {
    static const std::vector<listed_metric> metrics = [] {
        std::vector<listed_metric> all;
        const auto add = [&](std::string_view title, auto list_of_chapter, std::string_view id = {}) {
            list_of_chapter.for_each([&]<const auto & M>() { all.push_back(list<M>(title, id)); });
        };
        sales::for_each_chapter(add);
        add("Amounts", sales::amounts);
        add("Times", sales::times);
        add("Prospects, each once", sales::prospects, "prospect");
        add("Leads, each once", sales::leads, "lead");
        add("Deals, each once", sales::pipeline, "deal");
        add("Customers, each once", sales::accounts, "customer");
        add("Reps", sales::reps, "rep");
        return all;
    }();
    return metrics;
}

std::vector<std::string_view> metric_names() {
    std::vector<std::string_view> names;
    for (const listed_metric &metric : all_metrics())
        names.push_back(metric.how.name);
    return names;
}

std::vector<std::string_view> given_names() {
    std::vector<std::string_view> names;
    for (const listed_metric &metric : all_metrics())
        if (!metric.given.empty() && std::find(names.begin(), names.end(), metric.given) == names.end())
            names.push_back(metric.given);
    return names;
}

std::string in_words(kpi::event_set<activity> set) {
    std::string text;
    for (std::size_t k = 0; k < kpi::max_kinds; ++k)
        if (set.contains(static_cast<activity>(k)))
            text += (text.empty() ? "" : " or ") + std::string{kpi::name_of(static_cast<activity>(k))};
    return text;
}

std::optional<aside> growth_aside(std::string name, std::uint64_t before, std::uint64_t after) {
    const telling percent{.name = {}, .kind = "growth", .unit = "%", .help = {}, .scale = 100, .decimals = 1};
    const figure f = figure_of(kpi::growth<uint64_t>{before, after});
    if (!f.has_value()) return std::nullopt;
    return aside{std::move(name), (f.exact.negative ? "" : "+") + value_text(f, percent) + " %",
                 value_number(f.exact, 100)};
}

} // namespace report
