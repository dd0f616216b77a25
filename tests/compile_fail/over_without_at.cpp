// SPDX-License-Identifier: MIT
// expects: this needs event.at: give the event a member `at`

#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
inline constexpr kpi::proportion_metric<door> opened_rate{
    .name = "opened_rate", .part = {door::opened}, .whole = {door::knocked, door::opened}};

struct visit {
    door kind;
#ifdef KPI_TWIN
    kpi::instant at;
#else
    kpi::instant when;
#endif
};

kpi::over<kpi::days<1>, 7, kpi::scorecard<visit, opened_rate>> week;
void record(const visit &v) { week.record(v); }
