// SPDX-License-Identifier: MIT
#pragma once

/// Counts how many rows of 16 bytes, from the first on, begin with a number within bounds: in vectors, where
/// byte_vectors.hpp has vectors of 32 bytes.

#include <kpi/accumulator/detail/byte_vectors.hpp>

namespace kpi::inline v1::detail {

#if defined(KPI_DETAIL_IN_VECTORS) && defined(__x86_64__)

/// How many of n rows, from the first on and in whole Steps, have last - number < length. Every second row is
/// read as 32 bytes, so one more row has to be there.
template <std::size_t Step, class Word, std::size_t... I>
KPI_DETAIL_IN_VECTORS std::size_t rows_within(const std::uint8_t *rows, std::size_t n, Word last, Word length,
                                              std::index_sequence<I...>) noexcept {
    using vector [[gnu::vector_size(32)]] = Word;
    std::size_t within = 0;
    for (; within + Step <= n; within += Step) {
        vector furthest{};
        for (std::size_t i = 0; i < Step; i += 2 * sizeof...(I), rows += 32 * sizeof...(I)) {
            vector into[sizeof...(I)];
            fetch_ahead(rows, std::make_index_sequence<sizeof into / cache_line>{});
            (__builtin_memcpy(&into[I], rows + 32 * I, sizeof into[I]), ...);
            ((into[I] = last - into[I]), ...);
            ((furthest = into[I] > furthest ? into[I] : furthest), ...);
        }
        if (furthest[0] >= length || furthest[16 / sizeof(Word)] >= length) break;
    }
    return within;
}

#endif

} // namespace kpi::inline v1::detail
