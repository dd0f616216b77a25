// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/statistics.hpp>

#include <iostream>

namespace sales = kpi::sales;
namespace statistics = kpi::statistics;
using sales::activity;

int main() {
    kpi::live<sales::win_rate> with_demo, without;
    with_demo.record(activity::deal_won, 33), with_demo.record(activity::deal_lost, 47);
    without.record(activity::deal_won, 18), without.record(activity::deal_lost, 62);
    const auto a = with_demo.value(), b = without.value();

    std::cout.precision(3);
    for (const auto &rate : {a, b})
        if (const auto range = statistics::wilson(rate, statistics::level::of_95))
            std::cout << rate << ", so between " << 100 * range->low << " and " << 100 * range->high
                      << " %\n";
    if (const auto range = statistics::newcombe(a, b))
        std::cout << "apart by " << 100 * range->low << " to " << 100 * range->high << " points\n";
    if (const auto p = statistics::fisher_mid_p(a, b))
        std::cout << "chance alone does this in " << 100 * *p << " % of cases\n";
    if (const auto differ = statistics::differ(a, b))
        std::cout << (*differ ? "more than chance\n" : "may be chance\n");
}
