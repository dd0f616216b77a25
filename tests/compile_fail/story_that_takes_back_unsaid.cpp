// SPDX-License-Identifier: MIT
// A host has to know whether what it counts is final.
// expects: this story takes a fact back: say so with takes_back = true

#include "voting.hpp"

struct changed_mind : last_vote {
#ifndef KPI_TWIN
    static constexpr bool takes_back = false;
#endif
    friend constexpr bool operator==(const changed_mind &, const changed_mind &) = default;
};
kpi::through<changed_mind, voter, 64, board> told;
void record(const ballot &b) { told.record(b); }
