// SPDX-License-Identifier: MIT
// A board of one proportion shown by an interrupt: publish and read.
#include "board.hpp"
#include <kpi/concurrency/published.hpp>
kpi::published<kpi::live<kpi::sales::win_rate>> shown;
extern "C" void use(const kpi::live<kpi::sales::win_rate> &board) {
    shown.publish(board);
    sizes::keep(shown.try_read(2));
}
