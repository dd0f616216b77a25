// SPDX-License-Identifier: MIT
// A count is a share of nothing.
// expects: deleted
// expects: percent

#include <kpi/core/count.hpp>

double shown(kpi::count<unsigned> meetings) {
#ifdef KPI_TWIN
    return meetings.value_or(0.0);
#else
    return meetings.percent().value_or(0.0);
#endif
}
