// SPDX-License-Identifier: MIT
// Two telephone numbers with the same lower half would be one.
// expects: deleted
// expects: as of record

#include <kpi/accumulator/distinct.hpp>

#include <cstdint>

#ifdef KPI_TWIN
void called(kpi::distinct<768, 12, std::uint64_t> &people, std::uint64_t n) { people.record_if(true, n); }
#else
void called(kpi::distinct<> &people, std::uint64_t n) { people.record_if(true, n); }
#endif
