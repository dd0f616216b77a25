// SPDX-License-Identifier: MIT
// expects: this needs event.at: give the event a member `at`

#include <kpi/core/member.hpp>
#include <kpi/time/instant.hpp>

struct visit {
#ifdef KPI_TWIN
    kpi::instant at;
#else
    kpi::instant when;
#endif
};

static_assert(kpi::member::at.demanded_of<visit>());
