// SPDX-License-Identifier: MIT
// The greatest value may have been recorded only once, so extrema cannot forget one; a histogram can.
// expects: deleted
// expects: retract
// expects: can forget

#include <kpi/accumulator/extrema.hpp>
#include <kpi/accumulator/quantiles.hpp>

#ifdef KPI_TWIN
bool corrected(kpi::quantiles<> &seconds) { return seconds.retract(7u); }
#else
bool corrected(kpi::extrema<> &seconds) { return seconds.retract(7u); }
#endif
