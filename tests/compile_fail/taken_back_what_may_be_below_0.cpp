// SPDX-License-Identifier: MIT
// A sum of 2^64 - 1 would be taken back for -1.
// expects: deleted
// expects: as of record

#include <kpi/accumulator/total.hpp>

#ifdef KPI_TWIN
bool back(kpi::total &cents) { return cents.retract(5u); }
#else
bool back(kpi::total &cents) { return cents.retract(-1); }
#endif
