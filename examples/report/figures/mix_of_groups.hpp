// SPDX-License-Identifier: MIT
#pragma once

/// A share that moved against its groups (Simpson): between the last two complete periods it fell, beyond
/// chance, while within the groups it rose, or the other way round.

#include "figures/figure.hpp"
#include "figures/held_against.hpp"
#include <kpi/statistics/mix.hpp>

#include <string>

namespace report {

struct moved_against_groups {
    telling how;
    std::string from, to; ///< the periods
    share_of_cases before{}, now{};
    kpi::statistics::mix_change<double> by{}; ///< as parts of 1
};

} // namespace report
