// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of cohorts: what became of those who started, all together and by the period of their start.

#include "figures/read_pools.hpp"

#include <cstddef>

namespace report {

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

} // namespace report
