// SPDX-License-Identifier: MIT
// expects: decayed: only counters can fade; a metric of this board holds more

#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
using visit = kpi::timed<door, kpi::instant>;
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
using board = kpi::basic_scorecard<visit, std::uint64_t, doors>;

#ifdef KPI_TWIN
kpi::decayed<kpi::weeks, board> form;
#else
kpi::decayed<kpi::weeks, kpi::over<kpi::days<1>, 7, board>> form;
#endif
void record(const visit &v) { form.record(v); }
