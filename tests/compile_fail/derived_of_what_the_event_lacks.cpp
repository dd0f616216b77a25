// SPDX-License-Identifier: MIT
// A metric that is made of others needs what they need.
// expects: this needs event.elapsed

#include <kpi/sales/economics.hpp>
#include <kpi/scorecard/scorecard.hpp>

struct call {
    kpi::sales::activity kind;
    kpi::instant at;
#ifdef KPI_TWIN
    std::uint32_t elapsed;
#endif
};
kpi::scorecard<call, kpi::sales::occupancy> board;
