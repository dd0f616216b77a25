// SPDX-License-Identifier: MIT
#include "figures/benchmarks.hpp"

#include "failure.hpp"
#include "profile/nearest.hpp"
#include <kpi/sales/targets.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace report {
namespace {

namespace published = kpi::sales;

constexpr std::string_view by_openview = "OpenView, KPI examples for inside sales, 2010",
                           by_frontspin = "FrontSpin's blog, 2015 to 2016";

constexpr fraction wide(const kpi::fraction<std::uint32_t> &f) { return {f.numerator, f.denominator}; }

constexpr benchmark for_a_rep(std::string_view name, const published::target &t, std::string_view rep,
                              std::string_view source) {
    return {.name = name,
            .metric = t.metric,
            .each = t.period == "month" ? period_kind::month : period_kind::day,
            .amount = {t.amount, 1},
            .of = rep,
            .source = source};
}
constexpr benchmark at_least(std::string_view name, std::string_view metric,
                             const kpi::fraction<std::uint32_t> &least, std::string_view of,
                             std::string_view source) {
    return {.name = name, .metric = metric, .amount = wide(least), .of = of, .source = source};
}
constexpr benchmark within(std::string_view name, std::string_view metric,
                           const kpi::statistics::band<> &band, std::string_view of,
                           std::string_view source) {
    return {.name = name,
            .metric = metric,
            .amount = wide(band.low),
            .up_to = wide(band.high),
            .of = of,
            .source = source};
}

constexpr std::array all_published{
    for_a_rep("openview", published::calls_a_day, "one lead qualifier", by_openview),
    for_a_rep("openview", published::conversations_a_day, "one lead qualifier", by_openview),
    for_a_rep("openview", published::opportunities_a_day, "one lead qualifier", by_openview),
    for_a_rep("frontspin", published::touches_a_day, "one outbound SDR", by_frontspin),
    for_a_rep("frontspin", published::mqls_a_month, "received by one inbound SDR", by_frontspin),
    at_least("frontspin", "win_rate", published::lowest_close_rate, "an account executive", by_frontspin),
    within("frontspin", "sql_to_customer", published::close_rate_band_other,
           "qualified by another rule than BANT", by_frontspin),
    within("frontspin-bant", "sql_to_customer", published::close_rate_band_bant, "qualified by BANT",
           by_frontspin),
};

} // namespace

std::span<const benchmark> published_benchmarks() { return all_published; }

benchmarks::benchmarks(std::string_view names) {
    std::vector<std::string_view> known;
    for (const benchmark &each : all_published)
        if (known.empty() || known.back() != each.name) known.push_back(each.name);
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find(','));
        names.remove_prefix(std::min(name.size() + 1, names.size()));
        const auto found = std::find(known.begin(), known.end(), name);
        if (found == known.end())
            throw failure{"--benchmarks " + std::string{name} + ": is no benchmark" +
                          suggestion(name, known)};
        names_.push_back(*found);
    }
}

const benchmark *benchmarks::of(std::string_view metric) const {
    const benchmark *found = nullptr;
    for (const std::string_view name : names_)
        for (const benchmark &each : all_published)
            if (each.name == name && each.metric == metric) found = &each;
    return found;
}

} // namespace report
