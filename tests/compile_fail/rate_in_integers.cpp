// SPDX-License-Identifier: MIT
// 1/4 of an hour is no hours: a rate needs a number that can hold it.
// expects: an integer cannot hold a rate: give float, double, a decimal or a rational

#include <kpi/formula/context_switching.hpp>

bool costs_time() {
#ifdef KPI_TWIN
    return kpi::formula::context_switching_cost(20.0, 8.0).has_value();
#else
    return kpi::formula::context_switching_cost(20, 8).has_value();
#endif
}
