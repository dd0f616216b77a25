// SPDX-License-Identifier: MIT
#pragma once

/// How often each of a few byte values occurs in a column of bytes, or in the first bytes of rows of 16. They
/// are compared and added up in vectors: AVX2 on any x86-64 machine that has it, whatever the program was
/// compiled for, and NEON on Arm. These are GCC's and Clang's own vector types, no intrinsics. Where there
/// are none, `vector_bytes` is 0, and nothing else is here.

#include <kpi/accumulator/detail/read_ahead.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::inline v1::detail {

#if defined(__GNUC__) && defined(__x86_64__) && __STDC_HOSTED__
#define KPI_DETAIL_IN_VECTORS [[gnu::target("avx2")]]
inline constexpr std::size_t vector_bytes = 32;
inline bool vectors_are_there() noexcept { return __builtin_cpu_supports("avx2") != 0; }
#elif defined(__GNUC__) && defined(__ARM_NEON)
#define KPI_DETAIL_IN_VECTORS
inline constexpr std::size_t vector_bytes = 16;
inline bool vectors_are_there() noexcept { return true; }
#else
inline constexpr std::size_t vector_bytes = 0;
#endif

#ifdef KPI_DETAIL_IN_VECTORS

using byte_vector [[gnu::vector_size(vector_bytes)]] = std::uint8_t;
using pair_vector [[gnu::vector_size(vector_bytes)]] = std::uint16_t;
using word_vector [[gnu::vector_size(vector_bytes)]] = std::uint64_t;

/// The sum of all bytes.
KPI_DETAIL_IN_VECTORS inline std::uint32_t sum_of(const byte_vector &bytes) noexcept {
    const auto pairs = reinterpret_cast<pair_vector>(bytes);
    const auto words = reinterpret_cast<word_vector>((pairs & 0xff) + (pairs >> 8));
    std::uint64_t four = words[0]; // sums side by side, below 2^11 each
    for (std::size_t i = 1; i < vector_bytes / 8; ++i)
        four += words[i];
    return static_cast<std::uint32_t>((four * 0x0001'0001'0001'0001u) >> 48);
}

/// Rows of one byte: a column.
struct bytes_of_column {
    static constexpr std::size_t row = 1;
    static constexpr std::uint8_t row_at(std::size_t i) noexcept { return static_cast<std::uint8_t>(i); }
    KPI_DETAIL_IN_VECTORS static void load(byte_vector &to, const std::uint8_t *from) noexcept {
        __builtin_memcpy(&to, from, vector_bytes);
    }
};

#if defined(__x86_64__) && defined(__has_builtin)
#if __has_builtin(__builtin_shufflevector)
#define KPI_DETAIL_FIRST_BYTES

/// Rows of 16 bytes, in the order that `row_at` tells. Every second row is read as 32 bytes, so one more row
/// has to be there.
struct bytes_of_rows {
    static constexpr std::size_t row = 16;
    static constexpr std::uint8_t row_at(std::size_t i) noexcept { return row_of<32>(i); }
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] static void load(byte_vector &to,
                                                                  const std::uint8_t *from) noexcept {
        fetch_ahead(from, std::make_index_sequence<row * vector_bytes / cache_line>{});
        first_of<32>(to, from);
    }

private:
    template <std::size_t Rows>
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] static void first_of(byte_vector &to,
                                                                      const std::uint8_t *from) noexcept {
        if constexpr (Rows == 2) {
            __builtin_memcpy(&to, from, vector_bytes);
        } else {
            byte_vector a, b;
            first_of<Rows / 2>(a, from), first_of<Rows / 2>(b, from + 8 * Rows);
            interleave<Rows / 4>(to, a, b, std::make_index_sequence<32>{});
        }
    }
    template <std::size_t Unit, std::size_t... I>
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] static void interleave(byte_vector &to, const byte_vector &a,
                                                                        const byte_vector &b,
                                                                        std::index_sequence<I...>) noexcept {
        to = __builtin_shufflevector(a, b, (of_second<Unit>(I) * 32 + place_in<Unit>(I))...);
    }
    // In each half, units of so many bytes alternate from two vectors until the half is full.
    template <std::size_t Unit> static constexpr std::size_t of_second(std::size_t i) noexcept {
        return i / Unit % 2;
    }
    template <std::size_t Unit> static constexpr std::size_t place_in(std::size_t i) noexcept {
        return i / 16 * 16 + i % 16 / (2 * Unit) * Unit + i % Unit;
    }
    template <std::size_t Rows> static constexpr std::uint8_t row_of(std::size_t i) noexcept {
        if constexpr (Rows == 2)
            return static_cast<std::uint8_t>(i / 16);
        else
            return static_cast<std::uint8_t>(of_second<Rows / 4>(i) * (Rows / 2) +
                                             row_of<Rows / 2>(place_in<Rows / 4>(i)));
    }
};
#endif
#endif

/// Adds to counts[I] how often Values...[I] occurs in so many vectors of rows.
template <class Rows, std::uint8_t... Values, std::size_t... I>
KPI_DETAIL_IN_VECTORS void count_bytes(const std::uint8_t *rows, std::size_t vectors, std::uint32_t *counts,
                                       std::index_sequence<I...>) noexcept {
    while (vectors > 0) {
        std::size_t part = vectors < 255 ? vectors : 255; // a byte counts no further
        vectors -= part;
        byte_vector found[sizeof...(Values)]{};
        for (; part > 0; --part, rows += vector_bytes * Rows::row) {
            byte_vector bytes;
            Rows::load(bytes, rows);
            ((found[I] -= reinterpret_cast<byte_vector>(bytes == Values)), ...); // true is -1
        }
        ((counts[I] += sum_of(found[I])), ...);
    }
}

#endif

} // namespace kpi::inline v1::detail
