// SPDX-License-Identifier: MIT
#pragma once

/// What the caller adds on the command line: targets for metrics, and figures that no event carries. Both are
/// checked against the metrics of the run before a row is read; a message about a wrong name lists the
/// nearest right ones.

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
    kpi::better more{}; ///< whether more or less than that reaches it; otherwise as the metric says
    std::optional<fraction> up_to{}; ///< the upper end of a band; `amount` is the lower one
};
/// By the metric's name.
using targets = std::map<std::string, goal, std::less<>>;

/// Reads `win_rate=25%` or `win_rate=0.25`, `net_promoter_score=40`, `calls=60x21` (60 a day on 21 days),
/// `open_deals<=300` for a metric that is better neither with more nor with less, and the band
/// `win_rate=25%..35%` for one that does not add up. Business hours add their metrics. Throws a failure.
[[nodiscard]] targets read_targets(const std::vector<std::string> &options, bool by_hours = false,
                                   const metrics_known &metrics = {});

/// Reads what a metric should reach: a number, perhaps after `<=` or `>=`, or two with `..` between. Throws a
/// failure that begins with `where`.
[[nodiscard]] goal read_target(std::string value, const telling &how, const std::string &where);

/// Figures by the names that the catalogue gives them.
using givens = std::map<std::string, fraction, std::less<>>;

/// Reads `customers_at_the_start=200`, `quota=12000.50`. Throws a failure.
[[nodiscard]] givens read_givens(const std::vector<std::string> &options);

/// actual / target, exact and not capped; absent without an actual, if the target is 0, or if 64 bits do not
/// hold it.
[[nodiscard]] fraction attainment(const fraction &actual, const fraction &target);

} // namespace report
