// SPDX-License-Identifier: MIT
// A board of one proportion for each of eight reps.
#include "board.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/dimensions.hpp>
kpi::by<kpi::sales::rep, 8, kpi::live<kpi::sales::win_rate, sizes::call>> team;
extern "C" void use(const sizes::call &e) {
    team.record(e);
    sizes::keep(team[e.rep].value());
}
