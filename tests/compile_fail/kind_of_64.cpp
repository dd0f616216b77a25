// SPDX-License-Identifier: MIT
// expects: a_kind_must_be_below_64

#include <kpi/core/event_set.hpp>

enum class wide : unsigned char { first, highest = 63, beyond = 64 };

#ifdef KPI_TWIN
inline constexpr kpi::event_set<wide> set{wide::first, wide::highest};
#else
inline constexpr kpi::event_set<wide> set{wide::first, wide::beyond};
#endif
