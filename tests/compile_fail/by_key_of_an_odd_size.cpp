// SPDX-License-Identifier: MIT
// expects: by_key: N is Ways times a power of two

#include <kpi/accumulator/by_key.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    unsigned street;
};
inline constexpr kpi::dimension street{"street", &visit::street};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};

#ifdef KPI_TWIN
kpi::by_key<street, 128, kpi::scorecard<visit, doors>> streets;
#else
kpi::by_key<street, 100, kpi::scorecard<visit, doors>> streets;
#endif
void record(const visit &v) { streets.record(v); }
