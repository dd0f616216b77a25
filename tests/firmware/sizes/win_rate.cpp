// SPDX-License-Identifier: MIT
// A board of one proportion: record, retract, read, merge.
#include "board.hpp"
kpi::live<kpi::sales::win_rate> board;
extern "C" void use(kpi::sales::activity kind, const decltype(board) &other) {
    board.record(kind);
    sizes::keep(board.retract(kind));
    sizes::keep(board.value());
    board += other;
}
