// SPDX-License-Identifier: MIT
#include <kpi/kpi.hpp>

int main() {
    kpi::live<kpi::sales::win_rate> deals;
    deals.record(kpi::sales::activity::deal_won);
    deals.record(kpi::sales::activity::deal_lost);
    return deals.value().per(100) == 50 ? 0 : 1;
}
