// SPDX-License-Identifier: MIT
#pragma once

/// The events of a batch whose kinds are in a set, for a metric that is concerned with few of them. There is
/// no branch for each event, since kinds come in no order; where there are vectors, they are used.

#include <kpi/accumulator/detail/find_bytes.hpp>
#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/core/event_set.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

#ifdef KPI_DETAIL_FIND_BYTES
/// Searches the first events in whole vectors, for a few kinds of one byte each.
template <class Event>
search_result find_in_vectors(event_set<kind_of<Event>> kinds, std::span<const Event> events,
                              std::uint8_t *found) noexcept {
    std::uint8_t values[4]{};
    std::size_t n = 0;
    if (sizeof(kind_of<Event>) > 1 || !vectors_are_there() || kinds.size() > sizeof values) return {};
    for (std::uint64_t left = kinds.bits; left != 0; left &= left - 1)
        values[n++] = static_cast<std::uint8_t>(std::countr_zero(left));
    const auto in = [&]<class Rows>(Rows, const void *rows, std::size_t rows_there) -> search_result {
        const std::size_t vectors =
            (rows_there < searched_at_once ? rows_there : searched_at_once) / vector_bytes;
        return {vectors * vector_bytes,
                find_bytes<Rows>(static_cast<const std::uint8_t *>(rows), vectors, values, n, found,
                                 std::make_index_sequence<vector_bytes / 8>{})};
    };
    if constexpr (kind_enum<Event>) {
        return in(bytes_of_column{}, events.data(), events.size());
#ifdef KPI_DETAIL_FIRST_BYTES
    } else if constexpr (sizeof(Event) == 16) {
        return in(bytes_of_rows{}, &events.front().kind, events.size() - 1); // it reads past the last row
#endif
    } else {
        std::uint8_t column[searched_at_once];
        const auto block = events.first(events.size() < searched_at_once ? events.size() : searched_at_once);
        read_ahead(block,
                   [to = column](const Event &e) mutable { *to++ = static_cast<std::uint8_t>(kind(e)); });
        return in(bytes_of_column{}, column, block.size());
    }
}
#endif

/// Finds which of the first events (at most searched_at_once, at least one) are of these kinds: their places,
/// in some order, and up to 7 more.
template <class Event>
constexpr search_result find_some(event_set<kind_of<Event>> kinds, std::span<const Event> events,
                                  std::uint8_t *found) noexcept {
    search_result so_far;
#ifdef KPI_DETAIL_FIND_BYTES
    if (!std::is_constant_evaluated()) so_far = find_in_vectors(kinds, events, found);
#endif
    auto &[i, n] = so_far;
    if (i == 0)
        for (; i < events.size() && i < searched_at_once; ++i) {
            found[n] = static_cast<std::uint8_t>(i);
            n += std::size_t{kinds.contains(kind(events[i]))};
        }
    return so_far;
}

} // namespace detail

/// Calls f(block, places) for one block of the events after the other, with the places of the events there
/// that are of a listed kind, in some order. Inlined, so that a constant of the caller is a constant in f.
template <event Event>
[[gnu::always_inline]] constexpr void each_block_of(event_set<kind_of<Event>> kinds,
                                                    std::span<const Event> events, auto &&f) noexcept {
    while (!events.empty()) {
        std::uint8_t found[detail::searched_at_once + 7];
        const auto [searched, n] = detail::find_some(kinds, events, found);
        f(events.first(searched), std::span<const std::uint8_t>{found, n});
        events = events.subspan(searched);
    }
}

/// Calls f(event) for each event of a listed kind, in some order.
template <event Event>
constexpr void each_of(event_set<kind_of<Event>> kinds, std::span<const Event> events, auto &&f) noexcept {
    each_block_of(kinds, events, [&](std::span<const Event> block, std::span<const std::uint8_t> places) {
        for (const std::uint8_t place : places)
            f(block[place]);
    });
}

} // namespace kpi::inline v1
