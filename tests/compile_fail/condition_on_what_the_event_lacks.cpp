// SPDX-License-Identifier: MIT
// An email's reply rate sets replies by email apart by their channel, which an activity alone has not.
// expects: this needs event.channel: give the event a member `channel`

#include <kpi/sales/outreach.hpp>
#include <kpi/scorecard/scorecard.hpp>

#ifdef KPI_TWIN
using event = kpi::sales::touch;
#else
using event = kpi::sales::activity;
#endif
kpi::scorecard<event, kpi::sales::reply_rate> replies;
void record(const event &e) { replies.record(e); }
