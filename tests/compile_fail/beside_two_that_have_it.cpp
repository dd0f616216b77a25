// SPDX-License-Identifier: MIT
// expects: beside: more than one of these states has this metric; read it with of<state>()
// expects: beside: none of these states has this metric to be read with get

#include <kpi/accumulator/beside.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
using visit = kpi::timed<door, kpi::instant>;
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
[[maybe_unused]] inline constexpr kpi::count_metric<door> knocks{.name = "knocks", .of = {door::knocked}};

using all = kpi::live<doors, visit>;
using daily = kpi::over<kpi::days<1>, 7, all>;
kpi::beside<all, daily> both;
#ifdef KPI_TWIN
auto opened() { return both.of<all>().value(); }
auto knocked() { return both.of<0>().get<doors>(); }
#else
auto opened() { return both.get<doors>(); }
auto knocked() { return both.get<knocks>(); }
#endif
