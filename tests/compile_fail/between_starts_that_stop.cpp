// SPDX-License-Identifier: MIT
// expects: between: a kind cannot both start and stop

#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>

enum class door : unsigned char { knocked, opened, slammed };
struct visit {
    door kind;
    kpi::instant at;
    unsigned street;
    unsigned elapsed;
};
inline constexpr kpi::event_set<door> knocked{door::knocked};
#ifdef KPI_TWIN
inline constexpr kpi::event_set<door> answered{door::opened, door::slammed};
#else
inline constexpr kpi::event_set<door> answered{door::knocked, door::opened, door::slammed};
#endif
inline constexpr kpi::dimension street{"street", &visit::street};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};

kpi::between<knocked, answered, street, 64, kpi::scorecard<visit, doors>> patience;
void record(const visit &v) { patience.record(v); }
