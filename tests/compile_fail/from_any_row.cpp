// SPDX-License-Identifier: MIT
// expects: from: this callable takes rows of any type; name yours: from<convert, board, row>

#include <kpi/accumulator/from.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct row {
    unsigned char outcome;
};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
inline constexpr auto to_door = [](const auto &r) { return static_cast<door>(r.outcome); };

#ifdef KPI_TWIN
kpi::from<to_door, kpi::live<doors>, row> opened;
void record(const row &r) { opened.record(r); }
#else
kpi::from<to_door, kpi::live<doors>> opened;
#endif
