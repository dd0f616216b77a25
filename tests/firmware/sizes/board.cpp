// SPDX-License-Identifier: MIT
// A board of twenty metrics: record, every read, merge.
#include "board.hpp"
sizes::twenty board;
extern "C" void use(const sizes::call &e, const sizes::twenty &other) {
    board.record(e);
    sizes::twenty::metrics::for_each([]<const auto & M>() {
        if constexpr (sizes::twenty::readable<M>) sizes::keep(board.get<M>());
    });
    board += other;
}
