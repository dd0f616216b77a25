// SPDX-License-Identifier: MIT
// The mean of times: record and read, in whole seconds.
#include "board.hpp"
#include <kpi/accumulator/mean.hpp>
kpi::mean times;
extern "C" void use(std::uint32_t seconds) {
    times.record(seconds);
    sizes::keep(times.value().per(1));
}
