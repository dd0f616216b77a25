// SPDX-License-Identifier: MIT
#include "figures/groups_apart.hpp"

#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/log_rank.hpp>
#include <kpi/statistics/net_promoter.hpp>

namespace report {

std::optional<groups_apart> times_apart(const ranked_times &a, const ranked_times &b, double unit,
                                        double confidence) {
    const kpi::statistics::confidence at{confidence};
    const auto test = kpi::statistics::rank_sum(a.least, b.least);
    const auto most = kpi::statistics::shift_between(b.least, a.greatest, at),
               least = kpi::statistics::shift_between(b.greatest, a.least, at);
    if (!test || !most || !least) return std::nullopt;
    const auto in_unit = [&](std::int64_t seconds) { return static_cast<double>(seconds) / unit; };
    groups_apart apart{groups_apart::test::wilcoxon, test->z, test->p};
    apart.shift = (in_unit(least->value) + in_unit(most->value)) / 2;
    apart.range.emplace(in_unit(least->range.low), in_unit(most->range.high));
    return apart;
}

std::optional<groups_apart> scores_apart(const kpi::score<std::uint64_t> &a,
                                         const kpi::score<std::uint64_t> &b, double confidence) {
    const auto range =
        kpi::statistics::net_promoter_difference(a, b, kpi::statistics::confidence{confidence});
    const auto test = kpi::statistics::net_promoter_test(a, b);
    if (!range || !test) return std::nullopt;
    groups_apart apart{groups_apart::test::wald, test->z, test->p};
    apart.shift = (*a.exact().value() - *b.exact().value()) * 100;
    apart.range.emplace(range->low, range->high);
    return apart;
}

std::optional<groups_apart> courses_apart(const courses &a, const courses &b, outcomes causes,
                                          kpi::instant now) {
    const auto test = kpi::statistics::log_rank(a.cases(causes, now), b.cases(causes, now));
    if (!test) return std::nullopt;
    const auto by = courses::compete(causes) ? groups_apart::test::gray : groups_apart::test::log_rank;
    return groups_apart{by, test->z, test->p};
}

} // namespace report
