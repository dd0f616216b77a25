// SPDX-License-Identifier: MIT
#pragma once

/// Shares of cases held against each other. A difference is beyond chance where the test and the range of how
/// far apart they are agree: Fisher's mid-p, with all tests that are told together as one family
/// (Benjamini-Hochberg at 5 %), and Newcombe's range (1998, method 10).

#include "figures/figure.hpp"
#include <kpi/core/proportion.hpp>
#include <kpi/statistics/interval.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace report {

using share_of_cases = kpi::proportion<std::uint64_t>;

/// Of a share: its part and whole.
[[nodiscard]] share_of_cases cases_of(const figure &f);

/// How many cases of a figure have not ended yet: a share of which there are some is one so far, has no
/// range, and is held against nothing.
[[nodiscard]] std::uint64_t still_open(const figure &f);

/// Every case of it is in one group and no more, so that groups are samples of their own.
[[nodiscard]] bool is_divided(const line &l);

/// Two shares, a against b.
struct tested_pair {
    double p{};                                ///< Fisher's mid-p
    kpi::statistics::interval<double> apart{}; ///< the range of a - b
    /// Above: all of that range is.
    [[nodiscard]] among_groups stands() const;
};
/// Absent where one has no cases.
[[nodiscard]] std::optional<tested_pair> held_against(const share_of_cases &a, const share_of_cases &b);

/// Of each test of a family whether it is beyond chance.
[[nodiscard]] std::vector<bool> beyond_chance(const std::vector<tested_pair> &family);

} // namespace report
