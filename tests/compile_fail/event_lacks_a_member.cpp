// SPDX-License-Identifier: MIT
// expects: this needs event.at: give the event a member `at`

#include <kpi/core/member.hpp>

struct visit {
#ifdef KPI_TWIN
    int at;
#else
    int when;
#endif
};

static_assert(kpi::member::at.demanded_of<visit>());
