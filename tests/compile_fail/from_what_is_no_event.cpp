// SPDX-License-Identifier: MIT
// expects: from: the callable answers neither the event of the state inside nor an optional one

#include <kpi/accumulator/from.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct row {
    unsigned char outcome;
};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
#ifdef KPI_TWIN
constexpr door to_door(const row &r) { return static_cast<door>(r.outcome); }
#else
constexpr int to_door(const row &r) { return r.outcome; }
#endif

kpi::from<to_door, kpi::live<doors>> opened;
