// SPDX-License-Identifier: MIT
// What is divided is no integer, wherever a caller may name the number.
// expects: an integer cannot hold a rate: give float, double, a decimal or a rational

#include <kpi/accumulator/mean.hpp>

bool spreads(const kpi::mean &cycle) {
#ifdef KPI_TWIN
    return cycle.variance<float>().has_value();
#else
    return cycle.variance<long>().has_value();
#endif
}
