// SPDX-License-Identifier: MIT
#pragma once

/// How often each of a few byte values occurs in a column of bytes, compared and added up in vectors as wide
/// as the target's registers; and the first byte of each of many rows as such a column. GCC's and Clang's own
/// vector types, no intrinsics. `vector_bytes` is 0, and nothing else is here, where the target has no such
/// registers or the compiler no such types.

#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::inline v1::detail {

#if defined(__AVX2__)
inline constexpr std::size_t vector_bytes = 32;
#elif defined(__SSE2__) || defined(__ARM_NEON)
inline constexpr std::size_t vector_bytes = 16;
#else
inline constexpr std::size_t vector_bytes = 0;
#endif

#if defined(__AVX2__) || defined(__SSE2__) || defined(__ARM_NEON)

using byte_vector [[gnu::vector_size(vector_bytes)]] = std::uint8_t;
using pair_vector [[gnu::vector_size(vector_bytes)]] = std::uint16_t;
using word_vector [[gnu::vector_size(vector_bytes)]] = std::uint64_t;

/// From anywhere, aligned or not.
inline void load(byte_vector &to, const void *from) noexcept { __builtin_memcpy(&to, from, vector_bytes); }

/// The sum of all bytes.
inline std::uint32_t sum_of(const byte_vector &bytes) noexcept {
    const auto pairs = reinterpret_cast<pair_vector>(bytes);
    const auto words = reinterpret_cast<word_vector>((pairs & 0xff) + (pairs >> 8));
    std::uint64_t four = words[0]; // sums side by side, below 2^11 each
    for (std::size_t i = 1; i < vector_bytes / 8; ++i)
        four += words[i];
    return static_cast<std::uint32_t>((four * 0x0001'0001'0001'0001u) >> 48);
}

/// Adds to counts[i] how often Values[i] occurs among n bytes, a whole number of vectors.
template <std::uint8_t... Values>
void count_bytes(const std::uint8_t *column, std::size_t n, std::uint32_t *counts) noexcept {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        while (n > 0) {
            const std::size_t most = 255 * vector_bytes,
                              part = n < most ? n : most; // a byte counts no further
            byte_vector found[sizeof...(Values)]{};
            for (const std::uint8_t *const end = column + part; column != end; column += vector_bytes) {
                byte_vector bytes;
                load(bytes, column);
                ((found[I] -= reinterpret_cast<byte_vector>(bytes == Values)), ...); // true is -1
            }
            ((counts[I] += sum_of(found[I])), ...);
            n -= part;
        }
    }
    (std::make_index_sequence<sizeof...(Values)>{});
}

#if defined(__AVX2__) && defined(__has_builtin)
#if __has_builtin(__builtin_shufflevector)
#define KPI_DETAIL_FIRST_BYTES

/// In each half: units of so many bytes, in turn from a and from b, until the half is full.
template <std::size_t Unit>
[[gnu::always_inline]] inline byte_vector interleaved(const byte_vector &a, const byte_vector &b) noexcept {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return __builtin_shufflevector(
            a, b, (I / Unit % 2 * 32 + I / 16 * 16 + I % 16 / (2 * Unit) * Unit + I % Unit)...);
    }
    (std::make_index_sequence<32>{});
}

/// The first byte of each of `Rows` rows of 16 bytes, in some order; of 32 rows, a whole vector. Reads 32
/// bytes from every second row on.
template <std::size_t Rows = 32>
[[gnu::always_inline]] inline byte_vector first_bytes(const std::uint8_t *rows) noexcept {
    if constexpr (Rows == 2) {
        byte_vector two;
        load(two, rows);
        return two;
    } else {
        return interleaved<Rows / 4>(first_bytes<Rows / 2>(rows), first_bytes<Rows / 2>(rows + 8 * Rows));
    }
}
#endif
#endif

#endif

} // namespace kpi::inline v1::detail
