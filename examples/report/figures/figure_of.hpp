// SPDX-License-Identifier: MIT
#pragma once

/// Turns the library's values into figures: one overload for each type of value.

#include "figures/figure.hpp"
#include <kpi/accumulator/extrema.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/core/cardinality.hpp>
#include <kpi/core/count.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/core/mean_value.hpp>
#include <kpi/core/net.hpp>
#include <kpi/core/product.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quantile.hpp>
#include <kpi/core/rate.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/score.hpp>
#include <kpi/statistics/interval.hpp>

#include <array>
#include <cstdio>
#include <numeric>
#include <string>

namespace report {

using std::uint64_t;

template <kpi::counter C> kpi::fraction<uint64_t> wide(const kpi::fraction<C> &f) {
    return {f.numerator, f.denominator, f.negative};
}
template <kpi::counter C> figure figure_of(const kpi::proportion<C> &p) {
    figure f{wide(p.exact()), p.whole, p.coherent(), p.saturated(), std::nullopt, {}};
    const kpi::proportion<uint64_t> counted{p.part, p.whole};
    if (const auto range = kpi::statistics::wilson(counted)) f.interval.emplace(range->low, range->high);
    return f;
}
template <std::integral I> figure figure_of(const kpi::ratio<I> &r) {
    const auto exact = wide(r.exact());
    return {exact, exact.denominator, true, r.saturated(), std::nullopt, {}};
}
inline figure figure_of(const kpi::net &n) { return {n.exact(), 0, true, n.saturated(), std::nullopt, {}}; }
template <kpi::counter C> figure figure_of(const kpi::count<C> &c) {
    return {wide(c.exact()), c.n, true, c.saturated(), std::nullopt, {}};
}
/// A number of different things: exact while they are few, otherwise near it.
inline figure figure_of(const kpi::cardinality &c) {
    figure f{c.exact(), c.n, true, c.saturated(), std::nullopt, {}};
    return f;
}
inline figure figure_of(const kpi::score<uint64_t> &s) {
    return {s.exact(), s.answers, true, s.saturated(), std::nullopt, {}};
}
template <kpi::counter C> figure figure_of(const kpi::rate<C> &r) {
    return {wide(r.exact()), r.happened, true, r.saturated(), std::nullopt, {}};
}
inline figure figure_of(const kpi::mean_value &m) {
    return {m.exact(), m.n, true, m.saturated(), std::nullopt, {}};
}
/// To the hundredth: the product of several fractions is seldom a whole number.
template <std::size_t N> figure figure_of(const kpi::product<N> &p) {
    const auto value = p.value();
    if (!value || *value < 0 || *value >= 1e16)
        return {{}, 0, true, p.saturated() || value, std::nullopt, {}, true};
    return {{static_cast<uint64_t>(*value * 100 + 0.5), 100}, 0, true, p.saturated(), std::nullopt, {}, true};
}
template <kpi::counter C> figure figure_of(const kpi::growth<C> &g) {
    figure f{wide(g.exact()), uint64_t{g.before} + g.after, true, g.saturated(), std::nullopt, {}};
    f.asides.push_back(
        {"before", "from " + std::to_string(g.before) + " to " + std::to_string(g.after), double(g.before)});
    f.asides.push_back({"after", {}, double(g.after)});
    return f;
}

inline std::string two_decimals(double amount) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", amount);
    return text.data();
}

/// Of a rank among values measured in steps: the width of the step is shown beside it.
template <std::unsigned_integral V> figure figure_of(const kpi::quantile<V> &q) {
    figure f{wide(q.exact()), q.n, true, q.saturated(), std::nullopt, {}};
    if (f.has_value() && q.low != q.high)
        f.asides.push_back({"half_width", "within " + std::to_string(q.low) + ".." + std::to_string(q.high),
                            double(q.high - q.low) / 2, true});
    return f;
}
inline figure figure_of(const kpi::quantiles<> &q) {
    const auto median = q.median();
    figure f{median.exact(), median.n, true, q.saturated(), std::nullopt, {}};
    if (!f.has_value()) return f;
    const auto edges = [](const auto &quantile) {
        const std::string low = std::to_string(quantile.low);
        return quantile.low == quantile.high ? low : low + ".." + std::to_string(quantile.high);
    };
    if (median.low != median.high)
        f.asides.push_back({"half_width", "within " + edges(median), (median.high - median.low) / 2.0, true});
    const auto tell = [&](const char *name, const auto &quantile) {
        if (!quantile.too_few)
            f.asides.push_back({name, name + (' ' + edges(quantile)), quantile.value(), true});
    };
    tell("p90", q.quantile(9, 10));
    tell("max", q.quantile(1, 1));
    return f;
}
template <std::unsigned_integral V> figure figure_of(const kpi::extrema<V> &e) {
    if (!e.has_value()) return {};
    figure f{{*e.minimum(), 1}, 0, true, false, std::nullopt, {}};
    f.asides.push_back({"greatest", {}, double(*e.maximum()), true});
    return f;
}
inline figure figure_of(const std::optional<std::int64_t> &age) {
    if (!age) return {};
    return {{static_cast<uint64_t>(*age), 1}, 1, true, false, std::nullopt, {}};
}

/// Counted in the smallest unit of a currency, and told in its unit; equal amounts are equal fractions.
inline void tell_in_unit(figure &f, std::int64_t unit) {
    if (unit == 1) return;
    const auto by = static_cast<uint64_t>(unit);
    const uint64_t common = kpi::is_saturated(kpi::saturating_multiply(f.exact.denominator, by))
                                ? std::gcd(f.exact.numerator, by)
                                : 1;
    f.exact.numerator /= common;
    f.exact.denominator = kpi::saturating_multiply(f.exact.denominator, by / common);
    for (aside &a : f.asides)
        if (a.in_its_unit && a.number) {
            *a.number /= static_cast<double>(unit);
            if (!a.text.empty()) a.text = a.name + ' ' + two_decimals(*a.number);
        }
}

} // namespace report
