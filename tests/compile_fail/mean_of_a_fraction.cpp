// SPDX-License-Identifier: MIT
// 12.5 would be 12.
// expects: deleted
// expects: not every such number fits: give whole ones of type event, as 5u

#include <kpi/accumulator/mean.hpp>

#ifdef KPI_TWIN
void took(kpi::mean &seconds) { seconds.record(12u); }
#else
void took(kpi::mean &seconds) { seconds.record(12.5); }
#endif
