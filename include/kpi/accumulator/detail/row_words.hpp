// SPDX-License-Identifier: MIT
#pragma once

/// Members of rows of 16 bytes in vectors, eight rows at a time, where byte_vectors.hpp has them 32 bytes
/// wide: the word that a member lies in, and what a table of 16 bytes says of a kind. And numbers of columns.

#include <kpi/accumulator/detail/byte_vectors.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1::detail {

#ifdef KPI_DETAIL_FIRST_BYTES
#define KPI_DETAIL_ROW_WORDS

using row_words [[gnu::vector_size(32)]] = std::uint32_t;

/// This many first kinds are told apart; a later kind counts as the one after them.
inline constexpr std::size_t first_kinds = 15;
/// A byte for each of them and one for all others, twice.
using kind_table = std::array<std::uint8_t, 32>;
[[nodiscard]] constexpr kind_table table_of_kinds(auto &&byte_of) noexcept {
    kind_table table{};
    for (std::size_t k = 0; k < table.size(); ++k)
        table[k] = static_cast<std::uint8_t>(byte_of(k % 16));
    return table;
}

/// Eight rows, two in each vector. Loads from where rows begin seldom cross a cache line.
struct eight_rows {
    row_words a, b, c, d;

    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] void load(const std::uint8_t *rows) noexcept {
        __builtin_memcpy(&a, rows, sizeof a), __builtin_memcpy(&b, rows + 32, sizeof b);
        __builtin_memcpy(&c, rows + 64, sizeof c), __builtin_memcpy(&d, rows + 96, sizeof d);
    }
    /// The words that hold the member at this byte, shifted so that it comes first, in the order of rows 0,
    /// 2, 4, 6, 1, 3, 5, 7. Of a constant an optimising compiler keeps one branch.
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] void words(row_words &to, std::size_t byte) const noexcept {
        row_words front, back;
        if (byte < 8) {
            front = __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13);
            back = __builtin_shufflevector(c, d, 0, 8, 1, 9, 4, 12, 5, 13);
        } else {
            front = __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15);
            back = __builtin_shufflevector(c, d, 2, 10, 3, 11, 6, 14, 7, 15);
        }
        to = byte % 8 < 4 ? __builtin_shufflevector(front, back, 0, 1, 8, 9, 4, 5, 12, 13)
                          : __builtin_shufflevector(front, back, 2, 3, 10, 11, 6, 7, 14, 15);
        to >>= static_cast<std::uint32_t>(byte % 4 * 8);
    }
};
/// Where a member lies in the row that begins there.
[[nodiscard]] inline std::size_t byte_of(const std::uint8_t *row, const auto &member) noexcept {
    return static_cast<std::size_t>(reinterpret_cast<const std::uint8_t *>(&member) - row);
}
/// Whether rows have 16 bytes, and this member of theirs lies in one word.
template <class Event, class Member>
inline constexpr bool lies_in_a_word = sizeof(Event) == 16 && sizeof(Member) <= 4 &&
                                       alignof(Event) >= sizeof(Member);

/// Widens eight numbers of so many bytes, which follow each other.
template <std::size_t Bytes>
KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] inline void widen(row_words &to,
                                                               const std::uint8_t *from) noexcept {
    if constexpr (Bytes == 4) {
        __builtin_memcpy(&to, from, sizeof to);
    } else {
        using chars [[gnu::vector_size(32)]] = char;
        using words [[gnu::vector_size(16)]] = std::uint64_t;
        static constexpr auto place_of = [] { // a place of 128 or more answers 0
            std::array<std::uint8_t, 32> places{};
            for (std::size_t i = 0; i < places.size(); ++i)
                places[i] = static_cast<std::uint8_t>(i % 4 < Bytes ? i / 4 * Bytes + i % 4 : 128);
            return places;
        }();
        words read{};
        __builtin_memcpy(&read, from, 8 * Bytes);
        const auto twice = __builtin_shufflevector(read, read, 0, 1, 0, 1);
        chars places;
        __builtin_memcpy(&places, place_of.data(), sizeof places);
        to = reinterpret_cast<row_words>(__builtin_ia32_pshufb256(reinterpret_cast<chars>(twice), places));
    }
}
/// Looks up the kinds in the first bytes of words in a table.
KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] inline void look_up(row_words &kinds,
                                                                 const kind_table &table) noexcept {
    using chars [[gnu::vector_size(32)]] = char;
    chars bytes;
    __builtin_memcpy(&bytes, table.data(), sizeof bytes);
    auto place = reinterpret_cast<byte_vector>(kinds | 0xffff'ff00u); // a place of 128 or more answers 0
    const auto last = reinterpret_cast<byte_vector>(row_words{} + 0xffff'ff00u + std::uint32_t{first_kinds});
    place = place < last ? place : last;
    kinds = reinterpret_cast<row_words>(__builtin_ia32_pshufb256(bytes, reinterpret_cast<chars>(place)));
}
#endif

} // namespace kpi::inline v1::detail
