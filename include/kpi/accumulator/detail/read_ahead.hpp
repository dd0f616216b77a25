// SPDX-License-Identifier: MIT
#pragma once

/// One event of a batch after the other, while the memory that comes later is on its way: a processor's own
/// reading ahead ends with each page, and waits there. Small machines have no cache, and nothing of this.

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

inline constexpr std::size_t cache_line = 64;

/// Has lines fetched that lie a page behind these. As a number, for there may be no events that far: what is
/// not there is not fetched. (A function that does nothing else is none to a compiler, so it is never
/// called.)
template <std::size_t... Line>
[[gnu::always_inline]] inline void fetch_ahead([[maybe_unused]] const void *from,
                                               std::index_sequence<Line...>) noexcept {
#ifdef __GNUC__
    const auto number = reinterpret_cast<std::uintptr_t>(from);
    constexpr int for_reading = 0, into_second_cache = 2; // the first has few places where lines are awaited
    // NOLINTNEXTLINE(performance-no-int-to-ptr): nothing is read through it
    (__builtin_prefetch(reinterpret_cast<const void *>(number + 4096 + Line * cache_line), for_reading,
                        into_second_cache),
     ...);
#endif
}

/// Has these lines fetched.
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
