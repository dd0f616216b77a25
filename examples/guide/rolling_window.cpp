// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

namespace sales = kpi::sales;
using sales::activity;

struct result {
    kpi::instant at; // or a std::chrono time point
    activity kind;
};

int main() {
    // One bucket a day: 30 complete days, and the one that is running.
    kpi::over<kpi::days<1>, 31, kpi::scorecard<result, sales::win_rate>> window;
    window.record({kpi::at({2026, 3, 2}, 11), activity::deal_won}, 3);
    window.record({kpi::at({2026, 3, 2}, 12), activity::deal_lost}, 5);
    window.record({kpi::at({2026, 3, 26}, 9), activity::deal_won}, 4);
    window.record({kpi::at({2026, 3, 27}, 17), activity::deal_lost});

    // A read takes the time: there is no clock inside.
    const auto report = [&](const char *when, kpi::instant now) {
        std::cout << when << '\n'
                  << "  last 30 days: " << window.last<30>(now).get<sales::win_rate>() << '\n'
                  << "  last 7 days:  " << window.last<7>(now).get<sales::win_rate>() << '\n';
    };
    report("28 March", kpi::at({2026, 3, 28}, 8));
    report("10 April", kpi::at({2026, 4, 10}, 8));
}
