// SPDX-License-Identifier: MIT
#pragma once

/// Counts many kinds at once, for a tally: `count_batch<Slots>(events, add)` calls `add(slot, n)` for each
/// slot, perhaps several times, and leaves a few of the last events to the caller. A few kinds of one byte
/// each are compared in vectors: straight from rows of 16 bytes and from columns; from other rows, block by
/// block, once their kinds are made a column. More kinds are counted in a table of all bytes. Both ignore the
/// order of the kinds, which means nothing to a count.

#include <kpi/accumulator/detail/byte_vectors.hpp>
#include <kpi/core/event.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace kpi::inline v1::detail {

/// Kinds that vectors count faster than a table does; each kind costs two instructions a vector.
template <class Slots>
inline constexpr bool few_kinds =
    Slots::every_byte && !Slots::unlisted && Slots::counters <= vector_bytes / 2;

/// Whether so many events are enough for a batch to pay; never for kinds wider than a byte, nor on small
/// machines.
template <class Slots> [[nodiscard]] bool worth_a_batch(std::size_t n) noexcept {
#ifdef KPI_DETAIL_IN_VECTORS
    if constexpr (few_kinds<Slots>)
        if (vectors_are_there()) return n >= 32;
#endif
    return Slots::every_byte && n >= 1024;
}

#ifdef KPI_DETAIL_IN_VECTORS
/// Counts whole vectors, and answers how many events they are: all but a few of the last.
template <class Slots, class Event>
std::size_t count_in_vectors(std::span<const Event> events, auto &&add) noexcept {
    std::size_t done = 0;
    const auto left = [&](std::size_t most) { // a number of whole vectors
        const std::size_t n = events.size() - done;
        return (n < most ? n : most) / vector_bytes * vector_bytes;
    };
    const auto count = [&]<class Rows, std::size_t... S>(Rows, const void *rows, std::size_t n,
                                                         std::index_sequence<S...> places) {
        std::uint32_t counted[sizeof...(S)]{};
        count_bytes<Rows, Slots::kind_in(S)...>(static_cast<const std::uint8_t *>(rows), n / vector_bytes,
                                                counted, places);
        (add(S, counted[S]), ...);
        done += n;
    };
    constexpr auto places = std::make_index_sequence<Slots::counters>{};
    constexpr std::size_t most = std::size_t{1} << 30; // no counter overflows
    if constexpr (kind_enum<Event>) {
        while (const std::size_t n = left(most))
            count(bytes_of_column{}, &events[done], n, places);
#ifdef KPI_DETAIL_FIRST_BYTES
    } else if constexpr (sizeof(Event) == 16) {
        events = events.first(events.size() - 1); // it reads past the last row
        while (const std::size_t n = left(most))
            count(bytes_of_rows{}, &events[done].kind, n, places);
#endif
    } else {
        alignas(32) std::uint8_t column[1024];
        while (const std::size_t n = left(sizeof column)) {
            read_ahead(events.subspan(done, n),
                       [to = column](const Event &e) mutable { *to++ = static_cast<std::uint8_t>(kind(e)); });
            count(bytes_of_column{}, column, n, places);
        }
    }
    return done;
}
#endif

/// Counts in four banks by position, so that runs of one kind do not wait for their own store.
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
            if (const auto entry = Slots::of(static_cast<kind_of<Event>>(k)); entry.adds != 0)
                add(entry.slot, bank[0][k] + bank[1][k] + bank[2][k] + bank[3][k]);
    }
}

/// Answers how many of the first events it has counted.
template <class Slots, class Event>
std::size_t count_batch(std::span<const Event> events, auto &&add) noexcept {
#ifdef KPI_DETAIL_IN_VECTORS
    if constexpr (few_kinds<Slots>)
        if (vectors_are_there()) return count_in_vectors<Slots>(events, add);
#endif
    if constexpr (Slots::every_byte) count_in_banks<Slots>(events, add);
    return events.size();
}

} // namespace kpi::inline v1::detail
