// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of prospects, leads, deals and customers, each once, and of reps: pooled from the tables of ids.

#include "read_boards.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/statistics/correlation.hpp>

#include <array>
#include <cstdio>

namespace report {

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
    line l{how, as(kpi::pool<M>(crowd.template all<M>(), given...)), {}, {}};
    const bool named = !r.by_channel && r.by_period == period_kind::none;
    if (const auto groups = crowd.template by_group<M>(); groups && named) {
        const auto sums = pool_groups<M>(groups, given...);
        for (const std::size_t g : r.groups)
            l.groups.push_back(as(sums[g]));
    }
    return l;
}

constexpr auto as_it_is = [](const auto &pooled) { return figure_of(pooled); };

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

template <const auto &M> kpi::cohort_window cohort_now(const reading &r) {
    kpi::cohort_window w{.now = r.now.value_or(kpi::instant{})};
    if (r.maturity && M.seconds == w.seconds) w.seconds = *r.maturity;
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
        kpi::cohort_window w = cohort_now<M>(r);
        w.from = period_start(r.by_period, *period);
        w.to = period_start(r.by_period, *period + 1);
        l.groups.push_back(figure_in(w));
    }
}
template <const auto &M> line cohort_line(const telling &how, const reading &r) {
    line l = pool_line<M>(how, r, as_it_is, cohort_now<M>(r));
    const auto table = crowd_of<M>(r.book.ids()).template all<M>();
    add_cohorts<M>(l, r, [&](kpi::cohort_window w) { return figure_of(kpi::pool<M>(table, w)); });
    return l;
}
template <const auto &M> lines read_cohort(const telling &how, const reading &r) {
    if (!r.now) return {};
    lines all{cohort_line<M>(how, r)};
    if constexpr (kpi::same_metric<M, sales::cohort_win_rate>) {
        // of the deals that are closed: what the open ones will bring is not known
        const auto table = crowd_of<M>(r.book.ids()).template all<M>();
        const auto closed = [&](const kpi::cohort_window &w) {
            const auto won = kpi::pool<M>(table, w),
                       settled = kpi::pool<sales::cohort_settled_share>(table, w);
            return figure_of(kpi::proportion<std::uint32_t>{won.converted, settled.converted});
        };
        line of_closed{renamed(how, "cohort_win_rate_closed", "cohort"), closed(cohort_now<M>(r)), {}, {}};
        add_cohorts<M>(of_closed, r, closed);
        all.push_back(std::move(of_closed));
    }
    return all;
}

/// From one complete month to the next; of the running one, days against the same days of the month before.
template <const auto &M> lines read_first_growth(const telling &how, const reading &r) {
    if (!r.now || !r.begin) return {};
    const auto table = crowd_of<M>(r.book.ids()).template all<M>();
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
    const auto table = crowd_of<M>(r.book.ids()).template all<M>();
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
        kpi::pool<M>(crowd_of<M>(r.book.ids()).template all<M>(), *r.now, kpi::against_length{});
    if (const auto correlation = pooled.correlation()) {
        std::array<char, 64> text{};
        std::snprintf(text.data(), text.size(), "correlation with length %+.2f", *correlation);
        l.total.asides.push_back({"correlation", text.data(), *correlation});
    }
    return {std::move(l)};
}

/// First goals against first starts: of the whole log, and of each period.
template <const auto &M> lines read_firsts(const telling &how, const reading &r) {
    const auto table = crowd_of<M>(r.book.ids()).template all<M>();
    line l = pool_line<M>(how, r, as_it_is);
    for (const auto &period : r.periods)
        l.groups.push_back(period ? figure_of(kpi::pool<M>(
                                        table, kpi::period_window{period_start(r.by_period, *period),
                                                                  period_start(r.by_period, *period + 1)}))
                                  : figure{});
    return {std::move(l)};
}

template <const auto &M> lines read_lifecycle(const telling &how, const reading &r) {
    line l = pool_line<M>(how, r, as_it_is);
    scale_down(l.total, M.shown_in);
    for (figure &f : l.groups)
        scale_down(f, M.shown_in);
    const kpi::quantiles<> all =
        kpi::pool<M>(crowd_of<M>(r.book.ids()).template all<M>(), kpi::distribution{});
    if (const auto median = all.median(); median.exact().has_value())
        l.total.asides.push_back({"median", "median " + std::to_string(median.high), double(median.high)});
    return {std::move(l)};
}

/// Prospects tried; of reps that is their workload, held against how many of them they won.
template <const auto &M> lines read_workload(const telling &how, const reading &r) {
    line l = pool_line<M>(how, r, as_it_is);
    const auto groups = crowd_of<M>(r.book.ids()).template by_group<M>();
    if (!r.groups_are_reps || !groups) return {std::move(l)};
    const auto tried = pool_groups<M>(groups);
    const auto won = pool_groups<sales::prospect_acquisition_rate>(groups);
    std::vector<kpi::statistics::point<double>> reps;
    for (const std::size_t g : r.groups)
        if (const auto rate = won[g].value(); rate && g != most_groups)
            reps.push_back({double(tried[g].n), *rate});
    if (const auto correlation = kpi::statistics::pearson(reps)) {
        std::array<char, 80> text{};
        std::snprintf(text.data(), text.size(), "correlation with the acquisition rate %+.2f", *correlation);
        l.total.asides.push_back({"correlation", text.data(), *correlation});
    }
    return {std::move(l)};
}

/// Whether any deal was opened with a value: without one nothing is known of what is open.
inline bool opened_with_value(const reading &r) {
    return r.book.rows().told[0][static_cast<std::size_t>(activity::opportunity)] != 0;
}

template <const auto &M> lines read_pooled(const telling &how, const reading &r) {
    if (!crowd_of<M>(r.book.ids()).template all<M>()) return {};
    using definition = kpi::definition<M>;
    if constexpr (requires { M.goal; } && definition::kind == "ratio")
        return read_firsts<M>(how, r);
    else if constexpr (requires { M.goal; })
        return read_cohort<M>(how, r);
    else if constexpr (requires { M.labels; })
        return read_breakdown<M>(how, r);
    else if constexpr (requires { M.stages; })
        return read_funnel<M>(how, r);
    else if constexpr (requires { M.shown_in; })
        return read_lifecycle<M>(how, r);
    else if constexpr (requires { M.until; } && definition::kind == "ratio")
        return read_effort<M>(how, r);
    else if constexpr (requires { M.since; })
        return read_engagement<M>(how, r);
    else if constexpr (kpi::same_metric<M, sales::open_pipeline_value>) {
        if (!opened_with_value(r)) return {};
        return {pool_line<M>(how, r, as_it_is)};
    } else if constexpr (kpi::same_metric<M, sales::prospects_tried>)
        return read_workload<M>(how, r);
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

} // namespace report
