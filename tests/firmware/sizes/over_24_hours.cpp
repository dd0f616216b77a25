// SPDX-License-Identifier: MIT
// A board of one proportion for each of the last 24 hours, in times of 32 bits.
#include "board.hpp"
#include <kpi/accumulator/over.hpp>
kpi::over<kpi::hours<1>, 24, kpi::live<kpi::sales::win_rate, sizes::call>> day;
extern "C" void use(const sizes::call &e) {
    day.record(e);
    sizes::keep(day.get<kpi::sales::win_rate>(e.at));
}
