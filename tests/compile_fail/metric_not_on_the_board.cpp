// SPDX-License-Identifier: MIT
// expects: this metric is not on this board: name it in scorecard<Event, ...>

#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
inline constexpr kpi::count_metric<door> knocks{.name = "knocks", .of = {door::knocked}};

#ifdef KPI_TWIN
using board = kpi::scorecard<door, doors, knocks>;
#else
using board = kpi::scorecard<door, doors>;
#endif
unsigned read(const board &b) { return b.get<knocks>().n; }
