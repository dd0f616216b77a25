// SPDX-License-Identifier: MIT
// A story that takes back needs a board that can retract.
// expects: through: this story takes back facts, and the state cannot retract

#include "voting.hpp"

inline constexpr kpi::extrema_metric<ballot, kpi::member::value> dearest{.name = "dearest",
                                                                         .of = {vote::yes}};

#ifdef KPI_TWIN
kpi::through<last_vote, voter, 64, board> told;
#else
kpi::through<last_vote, voter, 64, kpi::scorecard<ballot, for_it, dearest>> told;
#endif
void record(const ballot &b) { told.record(b); }
