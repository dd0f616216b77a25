// SPDX-License-Identifier: MIT
// expects: by: the event has not what this dimension groups by
// expects: by_key: the event has not what this dimension groups by
// expects: between: the event has not the id that pairs it

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    kpi::instant at;
    unsigned elapsed;
#ifdef KPI_TWIN
    unsigned rep, street;
#endif
};
struct walk {
    unsigned street;
};
#ifdef KPI_TWIN
inline constexpr kpi::dimension street{"street", &visit::street};
#else
inline constexpr kpi::dimension street{"street", &walk::street};
#endif
inline constexpr kpi::dimension rep{"rep", kpi::member::rep};
inline constexpr kpi::event_set<door> knocked{door::knocked}, opened{door::opened};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
using board = kpi::scorecard<visit, doors>;

kpi::by<street, 8, board> streets;
kpi::by_key<rep, 8, board> reps;
kpi::between<knocked, opened, rep, 8, board> patience;
