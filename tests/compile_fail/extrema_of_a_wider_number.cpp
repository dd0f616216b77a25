// SPDX-License-Identifier: MIT
// 40,000 would be -25,536.
// expects: deleted
// expects: not every such number fits: give whole ones of type event, as 5u

#include <kpi/accumulator/extrema.hpp>

#include <cstdint>

#ifdef KPI_TWIN
void read(kpi::extrema<std::int16_t> &degrees, std::int8_t x) { degrees.record(x); }
#else
void read(kpi::extrema<std::int16_t> &degrees, int x) { degrees.record(x); }
#endif
