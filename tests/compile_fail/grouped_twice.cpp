// SPDX-License-Identifier: MIT
// A group of a group by the same key is itself, and all its others are empty.
// expects: by: the state inside is grouped by this dimension already
// expects: by_key: the state inside is grouped by this dimension already

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    unsigned char street, number;
    kpi::instant at;
};
inline constexpr kpi::dimension street{"street", &visit::street};
#ifdef KPI_TWIN
inline constexpr kpi::dimension number{"number", &visit::number};
#else
inline constexpr auto &number = street;
#endif
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
using board = kpi::live<doors, visit>;

kpi::by<street, 8, kpi::over<kpi::days<1>, 7, kpi::by<number, 8, board>>> streets;
kpi::by_key<street, 8, kpi::by<number, 8, board>> many;
