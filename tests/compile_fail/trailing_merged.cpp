// SPDX-License-Identifier: MIT
// Two logs of one window are not the log of both: what each would have to forget is not known. Nor is it a
// state that another could hold.
// expects: trailing: two logs do not merge; use over<..., by<...>>

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/accumulator/trailing.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    kpi::instant at;
    unsigned street;
    unsigned short town;
};
inline constexpr kpi::dimension street{"street", &visit::street};
inline constexpr kpi::dimension town{"town", &visit::town};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
using board = kpi::scorecard<visit, doors>;

#ifdef KPI_TWIN
kpi::by<town, 4, kpi::over<kpi::days<1>, 7, kpi::by<street, 8, board>>> towns;
kpi::trailing<street, 8, kpi::days<1>, 7, board, 100> streets;
#else
kpi::by<town, 4, kpi::trailing<street, 8, kpi::days<1>, 7, board, 100>> towns;
#endif
void record(const visit &v) { towns.record(v); }
