// SPDX-License-Identifier: MIT
// Whole percents are `per(100)`, which rounds; 100 * 1 / 3 of integers would cut.
// expects: an integer cannot hold a rate: give float, double, a decimal or a rational, or ask for whole
// numbers with per(n)

#include <kpi/core/proportion.hpp>

bool wins(const kpi::proportion<unsigned> &win_rate) {
#ifdef KPI_TWIN
    return win_rate.per(100).has_value();
#else
    return win_rate.percent<int>().has_value();
#endif
}
