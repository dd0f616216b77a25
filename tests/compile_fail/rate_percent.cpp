// SPDX-License-Identifier: MIT
// A rate has a time in its unit and is no share of anything.
// expects: deleted
// expects: percent

#include <kpi/core/rate.hpp>

double shown(kpi::rate<unsigned> dials) {
#ifdef KPI_TWIN
    return dials.per_hour().value_or(0.0);
#else
    return dials.percent().value_or(0.0);
#endif
}
