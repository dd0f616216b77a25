// SPDX-License-Identifier: MIT
#pragma once

/// Goes through the events of a batch while later memory is on its way: a processor's own reading ahead ends
/// with each page, and waits there. Small machines have no cache, and do none of this.

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

inline constexpr std::size_t cache_line = 64;

/// Prefetches lines that lie one page ahead of these. The address is a number because there may be no events
/// that far: what is not there is not fetched. (To a compiler, a function that does nothing else does
/// nothing, so it would never be called.)
template <std::size_t... Line>
[[gnu::always_inline]] inline void fetch_ahead([[maybe_unused]] const void *from,
                                               std::index_sequence<Line...>) noexcept {
#ifdef __GNUC__
    const auto number = reinterpret_cast<std::uintptr_t>(from);
    constexpr int for_reading = 0, into_second_cache = 2; // the first can await only few lines
    // NOLINTNEXTLINE(performance-no-int-to-ptr): nothing is read through it
    (__builtin_prefetch(reinterpret_cast<const void *>(number + 4096 + Line * cache_line), for_reading,
                        into_second_cache),
     ...);
#endif
}

/// Prefetches these lines.
template <std::size_t... Line>
[[gnu::always_inline]] inline void fetch([[maybe_unused]] const void *from,
                                         std::index_sequence<Line...>) noexcept {
#ifdef __GNUC__
    (__builtin_prefetch(static_cast<const char *>(from) + Line * cache_line), ...);
#endif
}

/// Calls f(event) for each, in order.
template <class Event> constexpr void read_ahead(std::span<const Event> events, auto &&f) noexcept {
    if constexpr (sizeof(void *) > 4) {
        constexpr std::size_t in_line = (cache_line + sizeof(Event) - 1) / sizeof(Event);
        if (!std::is_constant_evaluated())
            for (; events.size() >= in_line; events = events.subspan(in_line)) {
                fetch_ahead(events.data(), std::index_sequence<0>{});
                [&]<std::size_t... I>(std::index_sequence<I...>) { (f(events[I]), ...); }
                (std::make_index_sequence<in_line>{});
            }
    }
    for (const Event &e : events)
        f(e);
}

} // namespace kpi::inline v1::detail
