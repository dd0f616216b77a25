// SPDX-License-Identifier: MIT
#pragma once

/// Compares shares of cases. A difference is beyond chance if the test and the range of the difference agree:
/// Fisher's mid-p, with all tests that are told together as one family (Benjamini-Hochberg at 5 %), and
/// Newcombe's range (1998, method 10).

#include "figures/figure.hpp"
#include <kpi/core/proportion.hpp>
#include <kpi/statistics/interval.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace report {

using share_of_cases = kpi::proportion<std::uint64_t>;

/// The part and whole of a share.
[[nodiscard]] share_of_cases cases_of(const figure &f);

/// How many cases of a figure have not ended yet. A share with such cases is only provisional: it has no
/// range, and is compared with nothing.
[[nodiscard]] std::uint64_t still_open(const figure &f);

/// Whether every case of it is in exactly one group, so that groups are separate samples.
[[nodiscard]] bool is_divided(const line &l);

/// Two shares, a against b.
struct tested_pair {
    double p{};                                ///< Fisher's mid-p
    kpi::statistics::interval<double> apart{}; ///< the range of a - b
    /// Above if all of that range is.
    [[nodiscard]] among_groups stands() const;
};
/// Absent if one of them has no cases.
[[nodiscard]] std::optional<tested_pair> held_against(const share_of_cases &a, const share_of_cases &b);

/// For each test of a family, whether it is beyond chance.
[[nodiscard]] std::vector<bool> beyond_chance(const std::vector<tested_pair> &family);

} // namespace report
