// SPDX-License-Identifier: MIT
#pragma once

/// Metrics that are made of others and of figures that only the caller knows, of the whole log: such figures
/// say nothing of a single group.

#include "figures/read_ids.hpp"
#include <kpi/sales/economics.hpp>

#include <algorithm>

namespace report {

/// What this program shows of them; a goal of satisfaction is given as its target.
using derived_catalogue =
    kpi::catalogue<sales::lead_roi, sales::cost_per_lead, sales::list_penetration, sales::occupancy,
                   sales::pipeline_velocity, sales::pipeline_coverage, sales::customer_lifetime_value,
                   sales::ltv_to_cac, sales::competitor_price_index, sales::price_gap>;

/// What the log says of a part, and whether it says anything.
template <const auto &M> auto part_of_all(const reading &r, bool &told) {
    if constexpr (kpi::detail::of_one_id<M>) {
        const auto table = crowd_of<M>(r.book.ids()).template all<M>();
        told = told && table;
        if constexpr (kpi::same_metric<M, sales::open_pipeline_value>) told = told && opened_with_value(r);
        using value = decltype(kpi::pool<M>(table));
        return table ? kpi::pool<M>(table) : value{};
    } else {
        const history &past = r.book.past();
        return shelf_of<M>(past.whole())(everyone, past.whole_slot()).template get<M>();
    }
}

/// The figures given as the metric takes them: shares as percents, a base of customers in three numbers.
template <const auto &M> auto with_figures(const std::vector<uint64_t> &x, auto &&f) {
    const auto percent = [](uint64_t n) {
        return kpi::proportion<std::uint32_t>{kpi::to_count<std::uint32_t>(n), 100};
    };
    const auto base = [&] { return kpi::formula::customer_base{x[0], x[1], x[2]}; };
    if constexpr (kpi::same_metric<M, sales::lead_roi>)
        return f(percent(x[0]), x[1]);
    else if constexpr (kpi::same_metric<M, sales::customer_lifetime_value>)
        return f(base());
    else if constexpr (kpi::same_metric<M, sales::ltv_to_cac>)
        return f(base(), percent(x[3]), x[4]);
    else if constexpr (kpi::same_metric<M, sales::occupancy>)
        return f(x[0], x[1]);
    else
        return f(x[0]);
}

/// "gross margin, cost" as --given names them.
inline std::vector<std::string> figures_named(std::string_view given) {
    std::vector<std::string> names(1);
    for (const char c : given) {
        if (c == ',')
            names.emplace_back();
        else if (c == ' ' || c == '-')
            names.back() += names.back().empty() ? "" : "_";
        else if (c != '\'')
            names.back() += c;
    }
    for (std::string &name : names)
        if (name == "gross_margin") name += "_percent";
    return names;
}

template <const auto &M> lines read_derived(const telling &how, const reading &r) {
    if (r.figures.size() != figures_named(M.given).size()) return {};
    return with_figures<M>(r.figures, [&](const auto &...given) -> lines {
        bool told = true;
        const auto value = M.value_of_parts(
            [&]<const auto & Part>() { return part_of_all<Part>(r, told); }, given...);
        if (!told) return {};
        line l{how, figure_of(value), {}, {}};
        if (!l.how.is_share()) l.total.n = 0, l.total.asides.clear(); // the terms are money
        return {std::move(l)};
    });
}

} // namespace report
