// SPDX-License-Identifier: MIT
// record of a board of one proportion, and its table of kinds.
#include "board.hpp"
kpi::live<kpi::sales::win_rate> board;
extern "C" void use(kpi::sales::activity kind) { board.record(kind); }
