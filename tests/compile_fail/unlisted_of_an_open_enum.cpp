// SPDX-License-Identifier: MIT
// Values outside the enumerators are undefined in an enumeration without a fixed underlying type.
// expects: unlisted kinds need an enumeration with a fixed underlying type

#include <kpi/accumulator/tally.hpp>

#ifdef KPI_TWIN
enum door : unsigned char { knocked, opened };
#else
enum door { knocked, opened };
#endif
kpi::tally<door, kpi::unlisted<door>> strangers;
