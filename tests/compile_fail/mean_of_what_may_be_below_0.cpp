// SPDX-License-Identifier: MIT
// -1 would be 4,294,967,295.
// expects: deleted
// expects: not every such number fits: give whole ones of type event, as 5u

#include <kpi/accumulator/mean.hpp>

#ifdef KPI_TWIN
void took(kpi::mean &seconds) { seconds.record(5u, 3); }
#else
void took(kpi::mean &seconds, int by) { seconds.record(by, 3); }
#endif
