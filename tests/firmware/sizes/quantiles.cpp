// SPDX-License-Identifier: MIT
// The distribution of times, off by 1/16 at most: record and a quantile.
#include "board.hpp"
#include <kpi/accumulator/quantiles.hpp>
kpi::quantiles<16> times;
extern "C" void use(std::uint32_t seconds) {
    times.record(seconds);
    sizes::keep(times.quantile(95, 100));
}
