// SPDX-License-Identifier: MIT
#pragma once

/// How a figure stands to what it should reach, or lie between: a share of sampled cases by its range, all
/// else by its value (METRICS.md, rule 4). An end of a band belongs to it, and a target alone is a band of
/// one point.

#include "figures/figure.hpp"
#include <kpi/statistics/band.hpp>

#include <optional>
#include <string_view>

namespace report {

using kpi::statistics::verdict;

struct judgement {
    std::optional<verdict> found{}; ///< none: not enough data
    bool by_range{};                ///< or else by the value

    [[nodiscard]] std::string_view text() const;
    /// By which way is better: beyond the better end of a band, too.
    [[nodiscard]] std::optional<bool> reached(kpi::better which) const;
};

/// A figure of a line against a target of that line. While cases are open that can still reach it, a share of
/// them has no verdict; nor has a figure that is absent, or a part greater than its whole.
[[nodiscard]] judgement judge(const figure &f, const line &of, const fraction &target);

/// The same by the value alone, as for what is counted.
[[nodiscard]] judgement judge_value(const figure &f, const line &of, const fraction &target);

} // namespace report
