// SPDX-License-Identifier: MIT
// expects: a dimension groups by integers or enumerators: give a text a number before it becomes part of an
// event

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <string_view>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    std::string_view street;
    unsigned number;
};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
#ifdef KPI_TWIN
inline constexpr kpi::dimension street{"street", &visit::number};
#else
inline constexpr kpi::dimension street{"street", &visit::street};
#endif
using board = kpi::live<doors, visit>;

kpi::by<street, 8, board> few;
kpi::by_key<street, 8, board> many;
void record(const visit &v) { few.record(v), many.record(v); }
