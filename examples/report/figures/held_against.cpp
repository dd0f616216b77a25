// SPDX-License-Identifier: MIT
#include "figures/held_against.hpp"

#include <kpi/statistics/false_discovery.hpp>
#include <kpi/statistics/fisher.hpp>
#include <kpi/statistics/two_proportions.hpp>

#include <numeric>

namespace report {

share_of_cases cases_of(const figure &f) { return {f.exact.numerator, f.exact.denominator}; }

std::uint64_t still_open(const figure &f) {
    for (const aside &a : f.asides)
        if (a.name == "still_open") return static_cast<std::uint64_t>(a.number.value_or(0));
    return 0;
}

bool is_divided(const line &l) {
    if (!l.how.is_share()) {
        const auto add = [](std::uint64_t n, const figure &f) { return n + f.n; };
        return std::accumulate(l.groups.begin(), l.groups.end(), std::uint64_t{0}, add) == l.total.n;
    }
    share_of_cases all;
    for (const figure &f : l.groups)
        all += cases_of(f);
    return all == cases_of(l.total);
}

among_groups tested_pair::stands() const {
    return apart.low > 0 ? among_groups::above : apart.high < 0 ? among_groups::below : among_groups::untold;
}

std::optional<tested_pair> held_against(const share_of_cases &a, const share_of_cases &b) {
    const auto p = kpi::statistics::fisher_mid_p(a, b);
    const auto apart = kpi::statistics::newcombe(a, b);
    if (!p || !apart) return std::nullopt;
    return tested_pair{*p, *apart};
}

std::vector<bool> beyond_chance(const std::vector<tested_pair> &family) {
    std::vector<double> p_values;
    for (const tested_pair &each : family)
        p_values.push_back(each.p);
    const auto greatest = kpi::statistics::benjamini_hochberg(p_values);
    std::vector<bool> beyond;
    for (const tested_pair &each : family)
        beyond.push_back(greatest && each.p <= *greatest && each.stands() != among_groups::untold);
    return beyond;
}

} // namespace report
