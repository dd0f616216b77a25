// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

namespace sales = kpi::sales;
using sales::activity;

using board = kpi::scorecard<sales::touch, sales::response_time, sales::answered_in_five_minutes>;
// Pairs each lead's arrival with its first response, for up to 1,024 leads that wait at a time.
using speed = kpi::between<sales::lead_arrived, sales::first_response, sales::lead, 1024, board>;

int main() {
    constexpr kpi::civil_day today{2026, 3, 9};
    static speed leads;
    leads.record({.at = kpi::at(today, 9, 0), .kind = activity::mql, .lead = 4711});
    leads.record({.at = kpi::at(today, 9, 2), .kind = activity::mql, .lead = 4712});
    leads.record({.at = kpi::at(today, 9, 4), .kind = activity::first_response, .lead = 4711});
    leads.record({.at = kpi::at(today, 9, 22), .kind = activity::first_response, .lead = 4712});
    leads.record({.at = kpi::at(today, 9, 30), .kind = activity::mql, .lead = 4713}); // still waits

    const auto &answered = leads.pairs();
    std::cout << "response time, s:    " << answered.get<sales::response_time>() << '\n'
              << "within five minutes: " << answered.get<sales::answered_in_five_minutes>() << '\n'
              << "waiting for an hour: " << leads.open_for(3600, kpi::at(today, 10, 30)) << " of "
              << leads.open() << '\n';
}
