// SPDX-License-Identifier: MIT
#include <kpi/export/json.hpp>
#include <kpi/export/open_metrics.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

namespace sales = kpi::sales;
using sales::activity;

struct result {
    activity kind;
    std::uint16_t rep;
};

int main() {
    kpi::by<sales::rep, 100, kpi::scorecard<result, sales::win_rate>> reps;
    reps.record({activity::deal_won, 7}, 3);
    reps.record({activity::deal_lost, 7});
    reps.record({activity::deal_lost, 8}, 2);

    char room[4000]; // no heap: where it is too small, `size` says what would do
    const auto json = kpi::to_json(room, reps);
    if (!json.complete()) return 1;
    std::cout << json.text << "\n\n";

    const auto metrics = kpi::to_open_metrics(room, reps);
    if (!metrics.complete()) return 1;
    std::cout << metrics.text;
}
