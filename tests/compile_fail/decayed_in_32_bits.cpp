// SPDX-License-Identifier: MIT
// expects: decayed: weights need a board that counts in std::uint64_t

#include <kpi/accumulator/decayed.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
using visit = kpi::timed<door, kpi::instant>;
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};

#ifdef KPI_TWIN
kpi::decayed<kpi::days<7>, kpi::basic_scorecard<visit, std::uint64_t, doors>> form;
#else
kpi::decayed<kpi::days<7>, kpi::scorecard<visit, doors>> form;
#endif
void record(const visit &v) { form.record(v); }
