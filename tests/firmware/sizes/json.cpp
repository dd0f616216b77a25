// SPDX-License-Identifier: MIT
// to_json of a board of one proportion.
#include "board.hpp"
#include <kpi/export/json.hpp>
kpi::live<kpi::sales::win_rate> board;
extern "C" void use(std::span<char> text) { sizes::keep(kpi::to_json(text, board)); }
