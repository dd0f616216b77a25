// SPDX-License-Identifier: MIT
#pragma once

/// Metrics that are read from the boards of groups: counts, and amounts and times that events carry.

#include "figures/figure_of.hpp"
#include "figures/metric_list.hpp"

#include <algorithm>
#include <utility>

namespace report {

using lines = std::vector<line>;

inline telling renamed(const telling &how, std::string name, std::string_view kind) {
    telling other = how;
    other.name = std::move(name);
    other.kind = kind;
    return other;
}

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

template <const auto &M> figure read_measure(const auto &held, const reading &r) {
    figure f;
    if constexpr (need<M> == time_told) {
        if (r.now) f = figure_of(held.template get<M>(*r.now));
    } else if constexpr (requires { std::declval<typename kpi::definition<M>::leaf>().median(); }) {
        f = figure_of(held.template state<M>());
    } else {
        f = figure_of(held.template get<M>());
    }
    if constexpr (requires { M.shown_in; }) scale_down(f, M.shown_in);
    return f;
}
/// A share of each band, "won_deals_by_cycle_length: 30-59 days", the fullest being marked.
template <const auto &M> lines read_bands(const auto &table, const telling &how, const reading &r) {
    lines all;
    const auto whole = table.total().template get<M>();
    for (std::size_t band = 0; band < M.labels.size(); ++band) {
        const auto share = [&](const auto &bands) {
            figure f = figure_of(bands.share(band));
            f.interval.reset(); // everybody is there: counted and not sampled
            return f;
        };
        line l{
            renamed(how, how.name + ": " + std::string{M.labels[band]}, "proportion"), share(whole), {}, {}};
        if (whole.fullest() == band) l.total.asides.push_back({"fullest", "the fullest", 1});
        for (const std::size_t g : r.groups)
            l.groups.push_back(share(table[g].template get<M>()));
        all.push_back(std::move(l));
    }
    return all;
}
template <const auto &M> lines read_groups(const auto *table, const telling &how, const reading &r) {
    if (table == nullptr) return {};
    if constexpr (requires { M.edges; }) {
        return read_bands<M>(*table, how, r);
    } else {
        line l{how, read_measure<M>(table->total(), r), {}, {}};
        for (const std::size_t g : r.groups)
            l.groups.push_back(read_measure<M>((*table)[g], r));
        return {std::move(l)};
    }
}
/// From what the rows say; where none says it, from pairs of events. Never from both.
template <const auto &M> lines read_measured(const telling &how, const reading &r) {
    const auto *const table = r.book.amounts().template table<need<M>>();
    if constexpr (need<M> == time_told) {
        return read_groups<M>(table, how, r);
    } else {
        const auto [told, all] = told_of_all<M>(r.book.rows());
        if (told != 0 && !pairs::from_both_events<M>) {
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

} // namespace report
