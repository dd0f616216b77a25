// SPDX-License-Identifier: MIT
// 0.95 is a level, and was taken for z.
// expects: wilson: a bare number could be a level or a z: say level::of_95 or z_score{1.96}

#include <kpi/statistics/interval.hpp>

using namespace kpi::statistics;

#ifdef KPI_TWIN
bool doubted(const kpi::proportion<unsigned> &p) { return wilson(p, level::of_95).has_value(); }
#else
bool doubted(const kpi::proportion<unsigned> &p) { return wilson(p, 0.95).has_value(); }
#endif
