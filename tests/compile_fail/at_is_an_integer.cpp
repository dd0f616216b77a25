// SPDX-License-Identifier: MIT
// A bare number has no unit, and a window would have to guess it.
// expects: event.at is no time point: make it a kpi::instant, a kpi::basic_instant of your integer

#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
#ifdef KPI_TWIN
    kpi::basic_instant<unsigned> at;
#else
    unsigned at;
#endif
};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};

kpi::over<kpi::days<1>, 7, kpi::live<doors, visit>> week;
void record(const visit &v) { week.record(v); }
