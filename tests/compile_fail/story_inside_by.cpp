// SPDX-License-Identifier: MIT
// The events of one case can be of several groups.
// expects: by: a story needs all events of its case; turn it round: through<..., by<...>>

#include "voting.hpp"

#ifdef KPI_TWIN
kpi::through<last_vote, voter, 64, kpi::by<voter, 8, board>> told;
#else
kpi::by<voter, 8, kpi::through<last_vote, voter, 64, board>> told;
#endif
void record(const ballot &b) { told.record(b); }
