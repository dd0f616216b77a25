// SPDX-License-Identifier: MIT
#pragma once

/// A batch for boards in a row that count kinds and nothing else. Vectors work out which counter each event
/// goes to, eight events at a time, from rows of 16 bytes or from a column of keys and one of kinds; then the
/// counters are touched. On any x86-64 machine that has AVX2.

#include <kpi/accumulator/detail/row_words.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/event.hpp>
#include <kpi/core/saturating.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

#ifdef KPI_DETAIL_ROW_WORDS
#define KPI_DETAIL_COUNT_CELLS

/// Whether only the first kinds are counted.
template <class Slots> inline constexpr bool counts_first_kinds = false;
template <class Slots>
requires(Slots::every_byte) inline constexpr bool counts_first_kinds<Slots> = [] {
    for (std::size_t k = first_kinds; k < Slots::table.size(); ++k)
        if (Slots::table[k].adds != 0) return false;
    return true;
}();

/// Boards that are nothing but counters of those kinds.
template <class A>
concept cells_in_a_row = counts_kinds_alone<A> && requires {
    requires counts_first_kinds<typename A::kind_slots>;
    requires sizeof(A) == A::kind_slots::counters * sizeof(typename A::count_type);
};
/// Such boards, if a kind is the number of its counter.
template <class A>
concept cells_by_kind = cells_in_a_row<A> && A::kind_slots::kind_is_slot;
/// Whether vectors take keys of this type, and so many groups.
template <class Key, std::size_t N>
concept key_in_vectors = std::unsigned_integral<Key> && sizeof(Key) <= 4 && N < 0x0100'0000;

/// Rows whose key is a member.
template <const auto &Dimension, std::size_t N, class A>
concept rows_of_cells = cells_in_a_row<A> && requires(const typename A::event &e) {
    e.*Dimension.key;
    requires lies_in_a_word<typename A::event, std::remove_cvref_t<decltype(e.*Dimension.key)>>;
    requires key_in_vectors<typename column_of<Dimension, typename A::event>::type, N>;
};

/// N boards, and the board of "other" behind them.
template <std::size_t N, cells_in_a_row A> class cells {
    using event = typename A::event;
    using count = typename A::count_type;
    using kind_slots = typename A::kind_slots;
    using integers [[gnu::vector_size(32)]] = std::int32_t;
    using floats [[gnu::vector_size(32)]] = float;

    static constexpr std::size_t at_once = 256;
    static constexpr std::uint32_t none = ~std::uint32_t{}; ///< the cell of an event that is not counted

public:
    /// Counts an event of a group that exists. It multiplies once for group and kind, which costs an
    /// instruction less than finding the board's place and then the counter's.
    [[gnu::always_inline]] static void count_one(A *boards, std::size_t group, kind_of<event> kind) noexcept {
        const auto k = static_cast<std::uint8_t>(kind);
        if (k < kind_slots::counters) [[likely]]
            count_more(reinterpret_cast<count *>(boards)[group * kind_slots::counters + k], count{1});
    }
    /// Counts all but a few of the last rows. Answers how many.
    template <const auto &Dimension>
    static std::size_t count_rows(std::span<const event> events, A *boards) noexcept {
        return count_in_blocks(boards, events.size(),
                               [&](std::size_t first, std::size_t n, std::uint32_t *found) {
                                   return find_rows<Dimension>(&events[first], n, found);
                               });
    }
    /// The same for columns.
    template <class Key>
    static std::size_t count_columns(const Key *keys, const kind_of<event> *kinds, std::size_t n,
                                     A *boards) noexcept {
        return count_in_blocks(boards, n, [&](std::size_t first, std::size_t some, std::uint32_t *found) {
            return find_columns<sizeof(Key)>(reinterpret_cast<const std::uint8_t *>(keys + first),
                                             reinterpret_cast<const std::uint8_t *>(kinds + first), some,
                                             found);
        });
    }

private:
    /// Goes over at most n events, eight at a time; `find` tells their cells. Answers how many they are.
    [[gnu::always_inline]] static std::size_t count_in_blocks(A *boards, std::size_t n,
                                                              auto &&find) noexcept {
        auto *const counts = reinterpret_cast<count *>(boards);
        std::size_t done = 0;
        n = n / 8 * 8;
        while (done < n) {
            std::uint32_t found[at_once];
            const std::size_t block = n - done < at_once ? n - done : at_once;
            const std::size_t counted = find(done, block, found);
            std::size_t i = 0;
            for (; i + 8 <= counted; i += 8)
                [&]<std::size_t... I>(std::index_sequence<I...>) {
                    (count_more(counts[found[i + I]], count{1}), ...);
                }
            (std::make_index_sequence<8>{});
            for (; i < counted; ++i)
                count_more(counts[found[i]], count{1});
            done += block;
        }
        return done;
    }

    /// The cells of n events that are counted, in some order; answers how many.
    template <const auto &Dimension>
    KPI_DETAIL_IN_VECTORS static std::size_t find_rows(const event *events, std::size_t n,
                                                       std::uint32_t *found) noexcept {
        constexpr auto key = Dimension.key;
        constexpr std::size_t key_bytes = sizeof(events->*key);
        const auto *rows = reinterpret_cast<const std::uint8_t *>(events);
        const std::size_t key_at = byte_of(rows, events->*key), kind_at = byte_of(rows, events->kind);
        row_words missed{};
        for (std::size_t i = 0; i < n; i += 8, rows += 8 * sizeof(event)) {
            fetch_ahead(rows, std::index_sequence<0, 1>{});
            eight_rows eight;
            eight.load(rows);
            row_words group, kind;
            eight.words(group, key_at), eight.words(kind, kind_at);
            if constexpr (key_bytes < 4) group &= (1u << 8 * key_bytes) - 1;
            find_eight(group, kind, missed, found + i);
        }
        return without_missed(missed, n, found);
    }
    template <std::size_t KeyBytes>
    KPI_DETAIL_IN_VECTORS static std::size_t find_columns(const std::uint8_t *keys, const std::uint8_t *kinds,
                                                          std::size_t n, std::uint32_t *found) noexcept {
        row_words missed{};
        for (std::size_t i = 0; i < n; i += 8, keys += 8 * KeyBytes, kinds += 8) {
            row_words group, kind;
            widen<KeyBytes>(group, keys), widen<1>(kind, kinds);
            find_eight(group, kind, missed, found + i);
        }
        return without_missed(missed, n, found);
    }
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] static void
    find_eight(row_words &group, row_words &kind, row_words &missed, std::uint32_t *found) noexcept {
        const row_words other = row_words{} + std::uint32_t{N};
        constexpr std::int32_t most = cells_by_kind<A> ? kind_slots::counters - 1 : first_kinds;
        group = group <= other ? group : other;
        if constexpr (cells_by_kind<A>)
            kind &= 0xff;
        else
            look_up(kind, slot_of);
        const auto uncounted = reinterpret_cast<row_words>(reinterpret_cast<integers>(kind) > most);
        const row_words cell = (group * std::uint32_t{kind_slots::counters} + kind) | uncounted;
        missed |= uncounted;
        __builtin_memcpy(found, &cell, sizeof cell);
    }
    /// Drops the cells of events that are not counted. Answers how many are left.
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] static std::size_t
    without_missed(const row_words &missed, std::size_t n, std::uint32_t *found) noexcept {
        if (__builtin_ia32_movmskps256(reinterpret_cast<floats>(missed)) == 0) return n;
        std::size_t counted = 0;
        for (std::size_t i = 0; i < n; ++i) {
            found[counted] = found[i];
            counted += std::size_t{found[i] != none};
        }
        return counted;
    }
    /// The slot of a kind; more than first_kinds if the kind is not counted.
    static constexpr auto slot_of = table_of_kinds([](std::size_t k) {
        return kind_slots::table[k].adds != 0 ? kind_slots::table[k].slot : first_kinds + 1;
    });
};
#endif

} // namespace kpi::inline v1::detail
