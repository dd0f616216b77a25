// SPDX-License-Identifier: MIT
// Nothing that the story tells would be counted.
// expects: through: the state takes none of the facts that this story tells

#include "voting.hpp"

enum class post : unsigned char { sent };
struct parcel {
    post kind;
};
inline constexpr kpi::count_metric<post> sent{.name = "sent", .of = {post::sent}};

#ifdef KPI_TWIN
kpi::through<last_vote, voter, 64, board> told;
#else
kpi::through<last_vote, voter, 64, kpi::scorecard<parcel, sent>> told;
#endif
void record(const ballot &b) { told.record(b); }
