// SPDX-License-Identifier: MIT
// expects: a tally needs a kind to count

#include <kpi/accumulator/tally.hpp>

enum class door : unsigned char { knocked, opened, bought };

#ifdef KPI_TWIN
kpi::tally<door, kpi::event_set{door::knocked}> doors;
#else
kpi::tally<door, kpi::event_set<door>{}> doors;
#endif
