// SPDX-License-Identifier: MIT
// expects: this tally does not count every kind of that set

#include <kpi/accumulator/tally.hpp>

enum class door : unsigned char { knocked, opened, bought };
using counted = kpi::tally<door, kpi::event_set{door::opened, door::bought}>;

unsigned read(const counted &doors) {
#ifdef KPI_TWIN
    return doors.count<kpi::event_set{door::bought}>();
#else
    return doors.count<kpi::event_set{door::knocked, door::bought}>();
#endif
}
