// SPDX-License-Identifier: MIT
// A board of twenty metrics: record, every read, merge, encode and decode.
#include "board.hpp"
#include <kpi/snapshot/codec.hpp>
sizes::twenty board;
extern "C" void use(const sizes::call &e, std::span<std::byte> bytes) {
    board.record(e);
    sizes::twenty::metrics::for_each([]<const auto & M>() {
        if constexpr (sizes::twenty::readable<M>) sizes::keep(board.get<M>());
    });
    sizes::keep(kpi::snapshot::encode(board, bytes));
    sizes::keep(kpi::snapshot::merge_from(bytes, board));
}
