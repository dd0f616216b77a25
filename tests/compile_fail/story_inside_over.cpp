// SPDX-License-Identifier: MIT
// A story needs all events of its case, and a window would forget some.
// expects: over: a story outlives a period; turn it round: through<..., over<...>>

#include "voting.hpp"

#ifdef KPI_TWIN
kpi::through<last_vote, voter, 64, kpi::over<kpi::days<1>, 7, board>> told;
#else
kpi::over<kpi::days<1>, 7, kpi::through<last_vote, voter, 64, board>> told;
#endif
void record(const ballot &b) { told.record(b); }
