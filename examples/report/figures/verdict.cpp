// SPDX-License-Identifier: MIT
#include "figures/verdict.hpp"

#include "figures/held_against.hpp"

namespace report {

std::string_view judgement::text() const {
    if (!found) return "not enough data";
    return *found == verdict::below ? "below" : *found == verdict::above ? "above" : "within";
}

std::optional<bool> judgement::reached(kpi::better which) const {
    if (!found) return std::nullopt;
    if (*found == verdict::within) return true;
    return *found == verdict::above ? which == kpi::better::more : which == kpi::better::less;
}

judgement judge_value(const figure &f, const line &of, const fraction &target) {
    if (!f.has_value() || !f.coherent) return {};
    if (compare(f.exact, target) < 0) return {verdict::below};
    return {compare(f.exact, of.target_to.value_or(target)) > 0 ? verdict::above : verdict::within};
}

judgement judge(const figure &f, const line &of, const fraction &target) {
    if (!f.interval) return judge_value(f, of, target);
    judgement found{.by_range = true};
    const auto [low, high] = *f.interval;
    const double from = *target.value(), to = *of.target_to.value_or(target).value();
    if (!f.has_value() || !f.coherent || still_open(f) != 0) return found;
    if (high < from)
        found.found = verdict::below;
    else if (low > to)
        found.found = verdict::above;
    else if (from <= low && high <= to)
        found.found = verdict::within;
    return found;
}

} // namespace report
