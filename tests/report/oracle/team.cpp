// SPDX-License-Identifier: MIT
#include "team.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace oracle {

namespace {

constexpr std::string_view results[] = {"deals_won", "revenue_won", "units_sold"};

scope of_rep(const scope &whole, const std::string &rep) {
    scope s = whole;
    s.by = label::rep, s.group = rep, s.whole = false;
    return s;
}
/// Of each rep that the log names.
std::vector<amount> of_reps(const book &b, const scope &whole, const printed &shown, const metric &m) {
    std::vector<amount> all;
    for (const std::string &rep : shown.groups)
        if (rep != "(none)") all.push_back(m.of(b, of_rep(whole, rep)));
    return all;
}
bool is_spread(const book &b, const metric &m) {
    return std::find(std::begin(results), std::end(results), m.name) != std::end(results) ||
           b.asked.wanted.contains(m.name);
}
bool adds_up(const std::vector<amount> &all) {
    return std::all_of(all.begin(), all.end(), [](const amount &a) { return a.adds_up && a.numerator >= 0; });
}

void add_spread(std::map<std::string, amount> &to, const metric &m, const std::vector<amount> &reps, int top,
                std::int64_t unit) {
    std::vector<std::int64_t> results_of_them;
    for (const amount &a : reps)
        results_of_them.push_back(a.numerator);
    std::sort(results_of_them.begin(), results_of_them.end());
    const auto n = std::ssize(results_of_them);
    const std::int64_t sum = std::accumulate(results_of_them.begin(), results_of_them.end(), std::int64_t{0});
    if (sum == 0) return;
    std::int64_t uneven = 0, best = 0;
    for (std::int64_t i = 1; i <= n; ++i) {
        const std::int64_t x = results_of_them[static_cast<std::size_t>(i - 1)];
        uneven += (2 * i - n - 1) * x;
        if (i > n - top) best += x;
    }
    const std::string of_top = "top_" + std::to_string(top);
    to["gini_of_" + m.name] = {uneven, n * sum, n};
    to[of_top + "_share_of_" + m.name] = {best, sum, n};
    to[m.name + "_without_" + of_top] = {sum - best, unit, n};
}

/// A count's target is the team's, an equal part of it each rep's.
void add_share_at_target(std::map<std::string, amount> &to, const metric &m, const std::vector<amount> &reps,
                         const target &wanted) {
    std::int64_t reached = 0, all = 0;
    for (const amount &a : reps) {
        if (a.denominator <= 0) continue; // neither reached nor missed
        const std::int64_t times = a.adds_up && holds(rule::target_of_the_team) ? std::ssize(reps) : 1;
        const std::int64_t actual = a.numerator * times * wanted.denominator,
                           aim = wanted.numerator * a.denominator;
        const bool less = m.less_is_better && holds(rule::target_by_direction);
        reached += (less ? actual <= aim : actual >= aim) ? 1 : 0;
        ++all;
    }
    if (all > 0) to["share_of_reps_at_target_of_" + m.name] = {reached, all, all};
}

} // namespace

const metric *metric_named(std::string_view name) {
    for (const metric &m : metrics())
        if (m.name == name) return &m;
    return nullptr;
}

std::map<std::string, amount> team_figures(const book &b, const scope &whole, const printed &shown,
                                           const std::string &behind) {
    std::map<std::string, amount> all;
    if (b.asked.by != "rep") return all;
    for (const metric &m : metrics()) {
        if (b.currencies.size() > 1 && m.by_currency == behind.empty()) continue;
        const auto line = shown.metrics.find(m.name + behind);
        if (line == shown.metrics.end() || line->second.groups.empty() || !is_spread(b, m)) continue;
        const std::vector<amount> reps = of_reps(b, whole, shown, m);
        if (reps.size() < 2) continue;
        if (adds_up(reps)) add_spread(all, m, reps, b.asked.top, m.is_money ? b.unit : 1);
        if (const auto wanted = b.asked.wanted.find(m.name); wanted != b.asked.wanted.end())
            add_share_at_target(all, m, reps, in_smallest_unit(b, m, wanted->second));
    }
    return all;
}

target in_smallest_unit(const book &b, const metric &m, target wanted) {
    if (m.is_money) wanted.numerator *= b.unit;
    return wanted;
}

std::vector<std::int64_t> ranks(const book &b, const scope &whole, const printed &shown, const metric &m) {
    std::vector<std::int64_t> all(shown.groups.size());
    if (b.asked.by != "rep" || !is_spread(b, m)) return all;
    const std::vector<amount> reps = of_reps(b, whole, shown, m);
    if (reps.size() < 2 || !adds_up(reps)) return all;
    for (std::size_t g = 0; g < all.size(); ++g) {
        if (shown.groups[g] == "(none)") continue;
        const std::int64_t mine = m.of(b, of_rep(whole, shown.groups[g])).numerator;
        all[g] = 1 + std::count_if(reps.begin(), reps.end(), [&](const amount &other) {
                     return m.less_is_better ? other.numerator < mine : other.numerator > mine;
                 });
    }
    return all;
}

amount attained(const amount &actual, const target &wanted) {
    if (actual.denominator <= 0 || wanted.numerator == 0) return {};
    return {actual.numerator * wanted.denominator, actual.denominator * wanted.numerator, 0};
}

} // namespace oracle
