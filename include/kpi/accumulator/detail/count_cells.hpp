// SPDX-License-Identifier: MIT
#pragma once

/// A batch for boards in a row that count kinds and nothing else: which counter each event goes to is worked
/// out in vectors, eight events at a time, from rows of 16 bytes; then the counters are touched. On x86-64,
/// wherever the program meets a machine that has AVX2.

#include <kpi/accumulator/detail/row_words.hpp>
#include <kpi/accumulator/dimension.hpp>
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

/// Whether no kind but the first ones is counted.
template <class Slots> inline constexpr bool counts_first_kinds = false;
template <class Slots>
requires(Slots::every_byte) inline constexpr bool counts_first_kinds<Slots> = [] {
    for (std::size_t k = first_kinds; k < Slots::table.size(); ++k)
        if (Slots::table[k].adds != 0) return false;
    return true;
}();

/// Whether it can be done: for groups told by a member that is a number without a sign.
template <const auto &Dimension, std::size_t N, class A>
concept cells_in_vectors = requires(const typename A::event &e) {
    requires A::kinds_alone && counts_first_kinds<typename A::kind_slots>;
    requires sizeof(A) == A::kind_slots::counters * sizeof(typename A::count_type);
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
    using kind_slots = typename A::kind_slots;
    using integers [[gnu::vector_size(32)]] = std::int32_t;
    using floats [[gnu::vector_size(32)]] = float;

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
        const row_words other = row_words{} + std::uint32_t{N};
        constexpr std::int32_t most = first_kinds;
        row_words missed{};
        for (std::size_t i = 0; i < n; i += 8, rows += 8 * sizeof(event)) {
            fetch_ahead(rows, std::index_sequence<0, 1>{});
            row_words group, kind, cell;
            first_words(group, rows + key_at);
            if (kind_at > key_at && kind_at < key_at + 4)
                kind = group >> static_cast<std::uint32_t>(8 * (kind_at - key_at));
            else
                first_words(kind, rows + kind_at);
            if constexpr (sizeof(key) < 4) group &= (1u << 8 * sizeof(key)) - 1;
            group = group <= other ? group : other;
            look_up(kind, slot_of);
            const auto uncounted = reinterpret_cast<row_words>(reinterpret_cast<integers>(kind) > most);
            cell = (group * std::uint32_t{kind_slots::counters} + kind) | uncounted;
            missed |= uncounted;
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
    /// More than first_kinds where a kind is not counted.
    static constexpr auto slot_of = table_of_kinds([](std::size_t k) {
        return kind_slots::table[k].adds != 0 ? kind_slots::table[k].slot : first_kinds + 1;
    });
};
#endif

} // namespace kpi::inline v1::detail
