// SPDX-License-Identifier: MIT
#include "metric_list.hpp"

#include <kpi/core/enumerators.hpp>
#include <kpi/statistics/interval.hpp>

#include <algorithm>
#include <type_traits>

namespace report {
namespace {

using std::uint64_t;

figure figure_of(const kpi::proportion<uint64_t> &p) {
    figure f{p.exact(), p.whole, p.coherent(), p.saturated(), std::nullopt};
    if (const auto range = kpi::statistics::wilson(p)) f.interval.emplace(range->low, range->high);
    return f;
}
template <std::integral I> figure figure_of(const kpi::ratio<I> &r) {
    const auto exact = r.exact();
    return {{exact.numerator, exact.denominator, exact.negative},
            exact.denominator,
            true,
            r.saturated(),
            std::nullopt};
}
figure figure_of(const kpi::count<uint64_t> &c) {
    return {c.exact(), c.n, true, c.saturated(), std::nullopt};
}
figure figure_of(const kpi::score<uint64_t> &s) {
    return {s.exact(), s.answers, true, s.saturated(), std::nullopt};
}
figure figure_of(const kpi::rate<uint64_t> &r) {
    return {r.exact(), r.happened, true, r.saturated(), std::nullopt};
}

template <const auto &M> figure read_metric(const board &from, std::optional<uint64_t> given) {
    if constexpr (board::readable<M, uint64_t>)
        if (given) return figure_of(from.get<M>(*given));
    if constexpr (board::readable<M>)
        return figure_of(from.get<M>());
    else
        return {};
}

/// Decimals that a reader can use; value_text adds some where they hide something.
unsigned decimals_of(std::string_view kind, std::uint32_t scale) {
    if (kind == "count") return 0;
    return kind == "money" || (kind == "ratio" && scale == 1) ? 2 : 1;
}

template <const auto &M> listed_metric list(std::string_view chapter) {
    listed_metric listed;
    telling &how = listed.how;
    how.name = M.name;
    how.kind = M.kind;
    how.unit = M.unit;
    how.help = M.help;
    if constexpr (requires { M.per; })
        how.scale = M.per;
    else if (how.kind == "proportion" || how.kind == "score")
        how.scale = 100;
    how.decimals = decimals_of(how.kind, how.scale);
    if constexpr (requires { M.nominal; }) how.nominal = M.nominal;

    listed.chapter = chapter;
    for (const auto &set : M.sets())
        if (!set.empty()) listed.sets.push_back(set);
    if constexpr (requires { M.given; }) {
        listed.given = M.given;
        std::replace(listed.given.begin(), listed.given.end(), ' ', '_');
    }
    listed.needs_channel = std::is_same_v<std::remove_cvref_t<decltype(M.where)>, sales::replied_by_email>;
    listed.of_staff = kpi::same_metric<M, sales::employee_net_promoter_score>;
    listed.read = read_metric<M>;
    return listed;
}

} // namespace

const std::vector<listed_metric> &all_metrics() {
    static const std::vector<listed_metric> metrics = [] {
        std::vector<listed_metric> list_of_all;
        sales::for_each_chapter([&](std::string_view title, auto metrics_of_chapter) {
            metrics_of_chapter.for_each([&]<const auto & M>() { list_of_all.push_back(list<M>(title)); });
        });
        return list_of_all;
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

std::string in_words(kpi::event_set<activity> kinds) {
    std::string text;
    for (std::size_t k = 0; k < kpi::max_kinds; ++k)
        if (kinds.contains(static_cast<activity>(k)))
            text += (text.empty() ? "" : " or ") + std::string{kpi::name_of(static_cast<activity>(k))};
    return text;
}

} // namespace report
