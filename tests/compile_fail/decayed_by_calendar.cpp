// SPDX-License-Identifier: MIT
// expects: decayed: a half-life has a fixed length, as days<7>

#include <kpi/accumulator/decayed.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
using visit = kpi::timed<door, kpi::instant>;
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
using board = kpi::basic_scorecard<visit, std::uint64_t, doors>;

#ifdef KPI_TWIN
kpi::decayed<kpi::weeks, board> form;
#else
kpi::decayed<kpi::calendar_month, board> form;
#endif
void record(const visit &v) { form.record(v); }
