// SPDX-License-Identifier: MIT
#pragma once

/// What the caller adds on the command line: targets for metrics, and figures that no event carries. Both are
/// checked against the metrics of the run before a row is read, and wrong names are answered with the nearest
/// right ones.

#include "figures/metrics_known.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// What should be reached.
struct goal {
    fraction amount;    ///< in the scale of the metric's exact fraction: 0.25 for 25 %
    kpi::better more{}; ///< whether it is reached by more than that, or by less; else as the metric says
    std::optional<fraction> up_to{}; ///< the upper end of a band, of which `amount` is the lower one
};
/// By the metric's name.
using targets = std::map<std::string, goal, std::less<>>;

/// Reads `win_rate=25%` or `win_rate=0.25`, `net_promoter_score=40`, `calls=60x21` (60 a day on 21 days),
/// `open_deals<=300` of what is better neither with more nor with less, and the band `win_rate=25%..35%` of
/// what does not add up. Times by business hours are metrics where these are known. Throws a failure.
[[nodiscard]] targets read_targets(const std::vector<std::string> &options, bool by_hours = false,
                                   const metrics_known &metrics = {});

/// Reads what is wanted of a metric: a number, perhaps behind `<=` or `>=`, or two with `..` between. Throws
/// a failure that begins with `where`.
[[nodiscard]] goal read_target(std::string value, const telling &how, const std::string &where);

/// Figures by the names that the catalogue has for them.
using givens = std::map<std::string, fraction, std::less<>>;

/// Reads `customers_at_the_start=200`, `quota=12000.50`. Throws a failure.
[[nodiscard]] givens read_givens(const std::vector<std::string> &options);

/// actual / target, exactly and not capped; absent without an actual, for a target of 0, or where 64 bits do
/// not hold it.
[[nodiscard]] fraction attainment(const fraction &actual, const fraction &target);

} // namespace report
