// SPDX-License-Identifier: MIT
// encode and decode of a board of one proportion.
#include "board.hpp"
#include <kpi/snapshot/codec.hpp>
kpi::live<kpi::sales::win_rate> board;
extern "C" void use(std::span<std::byte> bytes) {
    sizes::keep(kpi::snapshot::encode(board, bytes));
    sizes::keep(kpi::snapshot::decode(bytes, board));
}
