// SPDX-License-Identifier: MIT
#pragma once

/// A batch for boards in a row that count kinds and nothing else: which counter each event goes to is worked
/// out in vectors, eight events at a time, from rows of 16 bytes; then the counters are touched. On x86-64,
/// wherever the program meets a machine that has AVX2.

#include <kpi/accumulator/detail/byte_vectors.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

#ifdef KPI_DETAIL_FIRST_BYTES
#define KPI_DETAIL_COUNT_CELLS

/// Kinds of which none that is counted lies behind the first 15: a table of 16 bytes tells all.
template <class Slots>
inline constexpr bool first_kinds = [] {
    if constexpr (!Slots::every_byte) return false;
    for (std::size_t k = 15; k < Slots::table.size(); ++k)
        if (Slots::table[k].adds != 0) return false;
    return true;
}();

/// Whether it can be done: for groups told by a member that is a number without a sign.
template <const auto &Dimension, std::size_t N, class A>
concept cells_in_vectors = requires(const typename A::event &e) {
    requires A::kinds_alone && first_kinds<typename A::slots>;
    requires sizeof(A) == A::slots::counters * sizeof(typename A::count_type);
    requires sizeof e == 16 && N < 0x0100'0000;
    { (e.*Dimension.key) + 0u } -> std::same_as<std::uint32_t>;
    requires std::unsigned_integral<std::remove_cvref_t<decltype(e.*Dimension.key)>>;
};

template <const auto &Dimension, std::size_t N, class A>
requires cells_in_vectors<Dimension, N, A>
class cells {
    using event = typename A::event;
    using count = typename A::count_type;
    using key = std::remove_cvref_t<decltype(std::declval<const event &>().*Dimension.key)>;
    using slots = typename A::slots;
    using words [[gnu::vector_size(32)]] = std::uint32_t;
    using integers [[gnu::vector_size(32)]] = std::int32_t;
    using floats [[gnu::vector_size(32)]] = float;
    using chars [[gnu::vector_size(32)]] = char;

    static constexpr std::size_t at_once = 64;
    static constexpr std::uint32_t none = ~std::uint32_t{}; ///< the cell of what is not counted

public:
    /// Counts most of the events, each on one of N boards or on "other" behind them. Answers how many.
    static std::size_t count_batch(std::span<const event> events, A *boards) noexcept {
        auto *const counts = reinterpret_cast<count *>(boards);
        std::size_t done = 0;
        while (events.size() - done > 8) { // one row more is read
            std::uint32_t found[at_once];
            const std::size_t left = (events.size() - done - 1) / 8 * 8, n = left < at_once ? left : at_once;
            const std::size_t counted = find(&events[done], n, found);
            std::size_t i = 0;
            for (; i + 8 <= counted; i += 8)
                [&]<std::size_t... I>(std::index_sequence<I...>) { (count_one(counts[found[i + I]]), ...); }
            (std::make_index_sequence<8>{});
            for (; i < counted; ++i)
                count_one(counts[found[i]]);
            done += n;
        }
        return done;
    }

private:
    /// A branch, and one that is never taken, because it is a call that saturates: one instruction counts.
    [[gnu::always_inline]] static void count_one(count &c) noexcept {
        if (++c == 0) saturate(c);
    }
    [[gnu::cold, gnu::noinline]] static void saturate(count &c) noexcept { c = saturation<count>; }
    /// The cells of n events that are counted, in some order; answers how many. Of each second row 32 bytes
    /// are read.
    KPI_DETAIL_IN_VECTORS static std::size_t find(const event *events, std::size_t n,
                                                  std::uint32_t *found) noexcept {
        constexpr auto member = Dimension.key;
        const auto *rows = reinterpret_cast<const std::uint8_t *>(events);
        const auto key_at = reinterpret_cast<const std::uint8_t *>(&(events->*member)) - rows,
                   kind_at = reinterpret_cast<const std::uint8_t *>(&events->kind) - rows;
        words missed{};
        for (std::size_t i = 0; i < n; i += 8, rows += 8 * sizeof(event)) {
            fetch_ahead(rows, std::index_sequence<0, 1>{});
            words group, kind, cell;
            first_words(group, rows + key_at);
            if (kind_at > key_at && kind_at < key_at + 4)
                kind = group >> static_cast<std::uint32_t>(8 * (kind_at - key_at));
            else
                first_words(kind, rows + kind_at);
            if constexpr (sizeof(key) < 4) group &= (1u << 8 * sizeof(key)) - 1;
            cells_of(cell, group, kind);
            missed |= cell;
            __builtin_memcpy(found + i, &cell, sizeof cell);
        }
        if (__builtin_ia32_movmskps256(reinterpret_cast<floats>(missed)) == 0) return n;
        std::size_t counted = 0;
        for (std::size_t i = 0; i < n; ++i) {
            found[counted] = found[i];
            counted += std::size_t{found[i] != none};
        }
        return counted;
    }
    /// The first word of each of eight rows.
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] static void first_words(words &to,
                                                                         const std::uint8_t *rows) noexcept {
        words a, b, c, d;
        __builtin_memcpy(&a, rows, sizeof a), __builtin_memcpy(&b, rows + 32, sizeof b);
        __builtin_memcpy(&c, rows + 64, sizeof c), __builtin_memcpy(&d, rows + 96, sizeof d);
        a = __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13);
        c = __builtin_shufflevector(c, d, 0, 8, 1, 9, 4, 12, 5, 13);
        to = __builtin_shufflevector(a, c, 0, 1, 8, 9, 4, 5, 12, 13);
    }
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] static void cells_of(words &to, const words &group,
                                                                      const words &kind) noexcept {
        const words other = words{} + std::uint32_t{N}, known = group <= other ? group : other;
        byte_vector place = reinterpret_cast<byte_vector>(kind | 0xffff'ff00u);
        const auto last = reinterpret_cast<byte_vector>(words{} + 0xffff'ff0fu);
        place = place < last ? place : last;
        chars table;
        __builtin_memcpy(&table, slot_of.data(), sizeof table);
        const auto slot =
            reinterpret_cast<words>(__builtin_ia32_pshufb256(table, reinterpret_cast<chars>(place)));
        to = (known * std::uint32_t{slots::counters} + slot) |
             reinterpret_cast<words>(reinterpret_cast<integers>(slot) > 15);
    }
    /// For each of the first kinds, twice; more than 15 is none.
    static constexpr auto slot_of = [] {
        std::array<std::uint8_t, 32> table{};
        for (std::size_t k = 0; k < table.size(); ++k)
            table[k] = slots::table[k % 16].adds != 0 ? slots::table[k % 16].slot : 16;
        return table;
    }();
};
#endif

} // namespace kpi::inline v1::detail
