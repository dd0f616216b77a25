// SPDX-License-Identifier: MIT
#pragma once

/// How a figure compares with what it should reach, or lie between: a share of sampled cases by its range,
/// everything else by its value (METRICS.md, rule 4). The ends of a band belong to it, and a target alone is
/// a band of one point.

#include "figures/figure.hpp"
#include <kpi/statistics/band.hpp>

#include <optional>
#include <string_view>

namespace report {

using kpi::statistics::verdict;

struct judgement {
    std::optional<verdict> found{}; ///< empty: not enough data
    bool by_range{};                ///< otherwise by the value

    [[nodiscard]] std::string_view text() const;
    /// Depends on which way is better: beyond the better end of a band counts, too.
    [[nodiscard]] std::optional<bool> reached(kpi::better which) const;
};

/// Judges a figure of a line against a target of that line. A share has no verdict while open cases can still
/// reach it; nor has a figure that is absent, or whose part is greater than its whole.
[[nodiscard]] judgement judge(const figure &f, const line &of, const fraction &target);

/// The same by the value alone, as for counts.
[[nodiscard]] judgement judge_value(const figure &f, const line &of, const fraction &target);

} // namespace report
