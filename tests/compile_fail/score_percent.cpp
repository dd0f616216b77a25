// SPDX-License-Identifier: MIT
// A score is in points of 100: a percent of it would be off by a factor of 100.
// expects: deleted
// expects: percent

#include <kpi/core/score.hpp>

double shown(kpi::score<unsigned> nps) {
#ifdef KPI_TWIN
    return nps.value_or(0.0);
#else
    return nps.percent().value_or(0.0);
#endif
}
