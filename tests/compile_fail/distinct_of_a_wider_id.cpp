// SPDX-License-Identifier: MIT
// Two telephone numbers with the same lower half would be one.
// expects: deleted
// expects: the id would be cut: name the type of yours, as std::uint64_t

#include <kpi/accumulator/distinct.hpp>

#include <cstdint>

#ifdef KPI_TWIN
void called(kpi::distinct<768, 12, std::uint64_t> &people, std::uint64_t number) { people.record(number); }
#else
void called(kpi::distinct<> &people, std::uint64_t number) { people.record(number); }
#endif
