// SPDX-License-Identifier: MIT
#include "shared.hpp"

std::uint32_t won_by_the_other(const by_rep &reps) { return reps.total().get<kpi::sales::win_rate>().part; }
const void *metric_of_the_other() { return &kpi::sales::win_rate; }
std::string_view name_of_the_other() { return kpi::name_of(kpi::sales::activity::deal_won); }
