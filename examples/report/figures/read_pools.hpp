// SPDX-License-Identifier: MIT
#pragma once

/// What tables of ids hold, pooled: for the whole log, and for each group where ids are kept by group.

#include "figures/read_told.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

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
            l.groups.push_back(as(sums[std::min(g, most_groups)]));
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

} // namespace report
