// SPDX-License-Identifier: MIT
// Of thirty slots one is today's: the thirty days before today would be twenty-nine.
// expects: over: of N slots one is of the running period: keep one slot more

#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
using visit = kpi::timed<door, kpi::instant>;
inline constexpr kpi::count_metric<door> opened{.name = "opened", .of = {door::opened}};
using board = kpi::live<opened, visit>;

#ifdef KPI_TWIN
bool month(const kpi::over<kpi::days<1>, 31, board> &w) { return w.last<30>(kpi::instant{0}) == board{}; }
#else
bool month(const kpi::over<kpi::days<1>, 30, board> &w) { return w.last<30>(kpi::instant{0}) == board{}; }
#endif
