// SPDX-License-Identifier: MIT
// expects: this metric is read with what no event carries, as seconds or a cost: get<metric>(given...)

#include <kpi/scorecard/rate_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
inline constexpr kpi::rate_metric<door> knocks_per_hour{
    .name = "knocks_per_hour", .of = {door::knocked}, .given = "seconds on the street"};

#ifdef KPI_TWIN
bool busy(const kpi::live<knocks_per_hour> &b) { return b.value(3600).per(3600) > 20; }
#else
bool busy(const kpi::live<knocks_per_hour> &b) { return b.value().per(3600) > 20; }
#endif
