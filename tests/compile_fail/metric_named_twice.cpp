// SPDX-License-Identifier: MIT
// expects: a metric is named twice, or two metrics have the same name

#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
inline constexpr kpi::count_metric<door> knocks{.name = "knocks", .of = {door::knocked}};

#ifdef KPI_TWIN
kpi::scorecard<door, doors, knocks> street;
#else
kpi::scorecard<door, doors, knocks, doors> street;
#endif
void record(door d) { street.record(d); }
