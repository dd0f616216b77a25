// SPDX-License-Identifier: MIT
// A win rate of 3/4 is 0 of an integer.
// expects: an integer cannot hold a rate: give float, double, a decimal or a rational

#include <kpi/core/proportion.hpp>

bool wins(const kpi::proportion<unsigned> &win_rate) {
#ifdef KPI_TWIN
    return win_rate.value<float>().has_value();
#else
    return win_rate.value<int>().has_value();
#endif
}
