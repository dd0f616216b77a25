// SPDX-License-Identifier: MIT
// expects: this metric names no kinds for a part or a whole that needs some

#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
inline constexpr kpi::proportion_metric<door> opened_rate{
    .name = "opened_rate",
    .part = {door::opened},
#ifdef KPI_TWIN
    .whole = {door::knocked, door::opened},
#else
    .whole = {},
#endif
};

kpi::scorecard<door, opened_rate> street;
void record(door d) { street.record(d); }
