// SPDX-License-Identifier: MIT
// A pair that starts in one period and stops in another would be lost, inside groups too.
// expects: over: pairs outlive a period; turn it round: between<..., over<...>>

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    kpi::instant at;
    unsigned street;
    unsigned elapsed;
};
inline constexpr kpi::event_set<door> knocked{door::knocked}, opened{door::opened};
inline constexpr kpi::dimension street{"street", &visit::street};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
using board = kpi::scorecard<visit, doors>;

#ifdef KPI_TWIN
kpi::between<knocked, opened, street, 64, kpi::by<street, 8, kpi::over<kpi::days<1>, 7, board>>> patience;
#else
kpi::over<kpi::days<1>, 7, kpi::by<street, 8, kpi::between<knocked, opened, street, 64, board>>> patience;
#endif
void record(const visit &v) { patience.record(v); }
