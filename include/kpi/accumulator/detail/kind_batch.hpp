// SPDX-License-Identifier: MIT
#pragma once

/// Many kinds counted at once, for a tally: `count_batch<Slots>(events, add)` calls `add(slot, n)` for each
/// slot, some times over. Few kinds of a byte each are made a column, block by block, and compared in
/// vectors; more are counted in a table of all bytes. Both take the kinds' order for what it is to a count:
/// nothing.

#include <kpi/accumulator/detail/byte_vectors.hpp>
#include <kpi/core/event.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace kpi::inline v1::detail {

/// What vectors count faster than a table does; each kind costs two instructions a vector.
template <class Slots>
inline constexpr bool few_kinds =
    Slots::every_byte && !Slots::unlisted && Slots::counters <= vector_bytes / 2;

/// From how many events on it pays; never for kinds that are wider than a byte, and on small machines.
template <class Slots>
inline constexpr std::size_t worth_a_batch = few_kinds<Slots>    ? 32
                                             : Slots::every_byte ? 1024
                                                                 : ~std::size_t{};

#if defined(__AVX2__) || defined(__SSE2__) || defined(__ARM_NEON)
/// The kinds of a block, and behind them up to a whole vector what is no kind below 64. Answers how many
/// bytes.
template <class Event> std::size_t column_of(std::span<const Event> block, std::uint8_t *column) noexcept {
    std::size_t i = 0;
#ifdef KPI_DETAIL_FIRST_BYTES
    if constexpr (sizeof(Event) == 16)
        for (; i + 32 < block.size(); i += 32) { // less than all: it reads past the last row
            const byte_vector kinds = first_bytes(reinterpret_cast<const std::uint8_t *>(&block[i].kind));
            __builtin_memcpy(column + i, &kinds, sizeof kinds);
        }
#endif
    constexpr auto four = std::make_index_sequence<4>{};
    for (; i + four.size() <= block.size(); i += four.size())
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((column[i + I] = static_cast<std::uint8_t>(kind(block[i + I]))), ...);
        }
    (four);
    for (; i < block.size(); ++i)
        column[i] = static_cast<std::uint8_t>(kind(block[i]));
    for (; i % vector_bytes != 0; ++i)
        column[i] = 0xff;
    return i;
}

template <class Slots, class Event>
void count_in_vectors(std::span<const Event> events, auto &&add) noexcept {
    [&]<std::size_t... S>(std::index_sequence<S...>) {
        alignas(32) std::uint8_t column[1024];
        while (!events.empty()) {
            std::uint32_t counted[Slots::counters]{};
            std::size_t n = 0;
            if constexpr (kind_enum<Event>) { // it is a column already, but for its end
                constexpr std::size_t most = std::size_t{1} << 30;
                n = (events.size() < most ? events.size() : most) / vector_bytes * vector_bytes;
                const auto *const bytes = reinterpret_cast<const std::uint8_t *>(events.data());
                count_bytes<Slots::kind_in(S)...>(bytes, n, counted);
            }
            if (n == 0) {
                n = events.size() < sizeof column ? events.size() : sizeof column;
                count_bytes<Slots::kind_in(S)...>(column, column_of(events.first(n), column), counted);
            }
            events = events.subspan(n);
            (add(S, counted[S]), ...);
        }
    }
    (std::make_index_sequence<Slots::counters>{});
}
#endif

/// In four banks by position, so that runs of one kind do not wait for their own store.
template <class Slots, class Event> void count_in_banks(std::span<const Event> events, auto &&add) noexcept {
    constexpr std::size_t banks = 4, most = std::size_t{1} << 30; // no counter overflows within a block
    while (!events.empty()) {
        const auto block = events.first(events.size() < most ? events.size() : most);
        events = events.subspan(block.size());
        std::uint32_t bank[banks][256]{};
        std::size_t i = 0;
        for (; i + banks <= block.size(); i += banks)
            for (std::size_t b = 0; b < banks; ++b)
                ++bank[b][static_cast<std::uint8_t>(kind(block[i + b]))];
        for (; i < block.size(); ++i)
            ++bank[0][static_cast<std::uint8_t>(kind(block[i]))];
        for (std::size_t k = 0; k < 256; ++k)
            if (const std::uint8_t entry = Slots::table[k]; entry >= Slots::counted)
                add(entry - Slots::counted, bank[0][k] + bank[1][k] + bank[2][k] + bank[3][k]);
    }
}

template <class Slots, class Event> void count_batch(std::span<const Event> events, auto &&add) noexcept {
    if constexpr (few_kinds<Slots>)
        count_in_vectors<Slots>(events, add);
    else if constexpr (Slots::every_byte)
        count_in_banks<Slots>(events, add);
}

} // namespace kpi::inline v1::detail
