// SPDX-License-Identifier: MIT
// expects: over: a level outlives a period

#include <kpi/accumulator/over.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/scorecard/scorecard.hpp>

#ifdef KPI_TWIN
using board = kpi::scorecard<kpi::sales::touch, kpi::sales::deals_won>;
#else
using board = kpi::scorecard<kpi::sales::fact, kpi::sales::deals_reversed, kpi::sales::open_deals>;
#endif
kpi::over<kpi::days<1>, 7, board> window;
void record(const board::event &e) { window.record(e); }
