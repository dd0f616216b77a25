// SPDX-License-Identifier: MIT
// Different ids, counted up to 64: record and how many.
#include "board.hpp"
#include <kpi/accumulator/distinct.hpp>
kpi::distinct<64, 8> callers;
extern "C" void use(std::uint32_t id) {
    callers.record(id);
    sizes::keep(callers.counted());
}
