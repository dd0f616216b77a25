// SPDX-License-Identifier: MIT
#pragma once

/// Finds where a few byte values occur in a column of bytes, or in the first bytes of rows of 16, without a
/// branch: in vectors of 32 bytes, where byte_vectors.hpp has them.

#include <kpi/accumulator/detail/byte_vectors.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::inline v1::detail {

/// A search answers places of one byte each, and fewer of them where the stack is small.
inline constexpr std::size_t searched_at_once = sizeof(void *) > 4 ? 256 : 64;
struct search_result {
    std::size_t searched{}, found{};
};

#if defined(KPI_DETAIL_IN_VECTORS) && defined(__x86_64__)
#define KPI_DETAIL_FIND_BYTES

/// For each byte: the rows at the places of its ones, side by side in a number, the first lowest.
template <class Rows>
inline constexpr auto rows_at_ones = [] {
    std::array<std::uint64_t, 256> rows{};
    for (std::size_t byte = 0; byte < rows.size(); ++byte)
        for (std::size_t i = 8; i-- > 0;)
            if ((byte >> i & 1) != 0) rows[byte] = rows[byte] << 8 | Rows::row_at(i);
    return rows;
}();

/// Writes the rows that a byte stands for, all moved by `later`, and up to 7 more. Answers how many.
KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] inline std::size_t
put(std::uint8_t *to, std::uint32_t byte, const std::array<std::uint64_t, 256> &rows,
    std::size_t later) noexcept {
    const std::uint64_t found = rows[byte] + later * 0x0101'0101'0101'0101u;
    __builtin_memcpy(to, &found, sizeof found);
    return static_cast<std::size_t>(std::popcount(byte));
}

/// Finds which of up to 256 rows begin with one of these values, in some order. Answers how many, and writes
/// up to 7 more than that.
template <class Rows, std::size_t... I>
KPI_DETAIL_IN_VECTORS std::size_t find_bytes(const std::uint8_t *rows, std::size_t vectors,
                                             const std::uint8_t *values, std::size_t value_count,
                                             std::uint8_t *found, std::index_sequence<I...>) noexcept {
    using char_vector [[gnu::vector_size(vector_bytes)]] = char;
    std::size_t n = 0;
    for (std::size_t first = 0; first < vectors * vector_bytes; first += vector_bytes) {
        byte_vector bytes, hits{};
        Rows::load(bytes, rows + first * Rows::row);
        for (std::size_t i = 0; i < value_count; ++i)
            hits |= reinterpret_cast<byte_vector>(bytes == values[i]);
        const auto mask =
            static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256(reinterpret_cast<char_vector>(hits)));
        ((n += put(found + n, mask >> 8 * I & 0xff, rows_at_ones<Rows>, first + Rows::row_at(8 * I))), ...);
    }
    return n;
}
#endif

} // namespace kpi::inline v1::detail
