// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of prospects, leads, deals and customers, each once, and of reps: pooled from the tables of ids.

#include "figures/read_cohorts.hpp"
#include "figures/read_pools.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/statistics/correlation.hpp>

#include <array>
#include <cstdio>

namespace report {

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
