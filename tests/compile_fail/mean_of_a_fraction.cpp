// SPDX-License-Identifier: MIT
// 12.5 would be 12.
// expects: deleted
// expects: it would be cut: give whole numbers of the bits that this one takes

#include <kpi/accumulator/mean.hpp>

#ifdef KPI_TWIN
void took(kpi::mean &seconds) { seconds.record(12u); }
#else
void took(kpi::mean &seconds) { seconds.record(12.5); }
#endif
