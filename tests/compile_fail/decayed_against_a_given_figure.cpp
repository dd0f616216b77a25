// SPDX-License-Identifier: MIT
// Counts fade, and are told in 65536ths; seconds that are given do neither.
// expects: decayed: this metric sets counts against a figure that is given, as seconds or a cost

#include <kpi/accumulator/decayed.hpp>
#include <kpi/scorecard/rate_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <cstdint>

enum class door : unsigned char { knocked, opened };
using visit = kpi::timed<door, kpi::instant>;
inline constexpr kpi::rate_metric<door> knocks_per_hour{
    .name = "knocks_per_hour", .of = {door::knocked}, .given = "seconds on the street"};
using board = kpi::basic_scorecard<visit, std::uint64_t, knocks_per_hour>;

#ifdef KPI_TWIN
bool busy(const board &b) { return b.value(3600).per(3600) > 20; }
#else
bool busy(const kpi::decayed<kpi::days<7>, board> &b) { return b.value(3600).per(3600) > 20; }
#endif
