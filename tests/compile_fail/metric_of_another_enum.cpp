// SPDX-License-Identifier: MIT
// expects: this metric speaks of another kind of event

#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
enum class window : unsigned char { knocked, opened };
#ifdef KPI_TWIN
inline constexpr kpi::count_metric<door> openings{.name = "openings", .of = {door::opened}};
#else
inline constexpr kpi::count_metric<window> openings{.name = "openings", .of = {window::opened}};
#endif
inline constexpr kpi::count_metric<door> knocks{.name = "knocks", .of = {door::knocked}};

kpi::scorecard<door, knocks, openings> street;
void record(door d) { street.record(d); }
