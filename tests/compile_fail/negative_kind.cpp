// SPDX-License-Identifier: MIT
// expects: a_kind_must_be_below_64

#include <kpi/core/event_set.hpp>

enum class twisted : signed char { before = -1, first };

#ifdef KPI_TWIN
inline constexpr kpi::event_set<twisted> set{twisted::first};
#else
inline constexpr kpi::event_set<twisted> set{twisted::before};
#endif
