// SPDX-License-Identifier: MIT
// 0.95 of 1 would be cut to 0 of 1, the least value.
// expects: quantile: the rank is a part and a whole, as quantile(95, 100)

#include <kpi/accumulator/quantiles.hpp>

#ifdef KPI_TWIN
bool slow(const kpi::quantiles<> &waits) { return waits.quantile(95, 100).has_value(); }
#else
bool slow(const kpi::quantiles<> &waits) { return waits.quantile(0.95, 1).has_value(); }
#endif
