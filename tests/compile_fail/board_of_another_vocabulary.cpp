// SPDX-License-Identifier: MIT
// expects: this metric speaks of another kind of event

#include <kpi/sales/deals.hpp>
#include <kpi/scorecard/scorecard.hpp>

// deals_won is counted from what happened, deal_closure_rate from the facts that a story tells.
namespace sales = kpi::sales;

#ifdef KPI_TWIN
kpi::scorecard<sales::activity, sales::deals_won> acts;
kpi::scorecard<sales::fact, sales::deal_closure_rate> facts;
#else
kpi::scorecard<sales::activity, sales::deals_won, sales::deal_closure_rate> both;
#endif
