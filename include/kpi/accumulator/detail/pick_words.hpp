// SPDX-License-Identifier: MIT
#pragma once

/// Picks what a metric measures out of rows of 16 bytes: the words of one member where the kind is one of a
/// set, side by side, in vectors of eight. If asked for, it picks only the ids whose hash is rare enough to
/// matter to a sketch.

#include <kpi/accumulator/detail/find_bytes.hpp>
#include <kpi/accumulator/detail/row_words.hpp>
#include <kpi/core/event.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/core/hash.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace kpi::inline v1::detail {

#ifdef KPI_DETAIL_ROW_WORDS
#define KPI_DETAIL_PICK_WORDS

/// Whether What (core/member.hpp) is a member of 32 bits in rows that vectors can read.
template <const auto &What, class Event>
concept word_in_rows = requires(const Event &e) {
    requires lies_in_a_word<Event, std::uint32_t> && sizeof(kind_of<Event>) == 1;
    requires std::same_as<decltype(e.*What.template in<Event>()), const std::uint32_t &>;
};

/// For each byte: the places of its ones, four bits each, the first lowest.
inline constexpr auto places_of_ones = [] {
    std::array<std::uint32_t, 256> places{};
    for (std::uint32_t byte = 1; byte < places.size(); ++byte) // as without its lowest, and that before
        places[byte] = places[byte & (byte - 1)] << 4 | static_cast<std::uint32_t>(std::countr_zero(byte));
    return places;
}();

/// Leaves out nothing.
struct any_word {
    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] void sift(row_words &, const row_words &) const noexcept {}
};
/// Leaves out words whose hash (mix_leading) without its leading Skipped bits is smaller than the bar.
template <unsigned Skipped> struct rare_word {
    std::uint32_t bar;

    KPI_DETAIL_IN_VECTORS [[gnu::always_inline]] void sift(row_words &kept,
                                                           const row_words &words) const noexcept {
        row_words hashes = words;
        mix_leading(hashes);
        kept &= reinterpret_cast<row_words>((hashes << Skipped) >= bar);
    }
};

/// Writes the words of n rows, a multiple of 8, in some order, and up to 7 more; answers how many.
template <const auto &What, class Event, class Sieve>
KPI_DETAIL_IN_VECTORS std::size_t pick_words(const Event *events, std::size_t n, const kind_table &wanted,
                                             Sieve sieve, std::uint32_t *to) noexcept {
    using integers [[gnu::vector_size(32)]] = int;
    using floats [[gnu::vector_size(32)]] = float;
    const auto *rows = reinterpret_cast<const std::uint8_t *>(events);
    const std::size_t word_at = byte_of(rows, events->*What.template in<Event>()),
                      kind_at = byte_of(rows, events->kind);
    std::size_t found = 0;
    for (; n > 0; n -= 8, rows += 8 * sizeof(Event)) {
        fetch_ahead(rows, std::index_sequence<0, 1>{});
        eight_rows eight;
        eight.load(rows);
        row_words word, kept;
        eight.words(word, word_at), eight.words(kept, kind_at);
        look_up(kept, wanted);
        kept <<= 24; // the leading bit tells
        sieve.sift(kept, word);
        const auto mask = static_cast<unsigned>(__builtin_ia32_movmskps256(reinterpret_cast<floats>(kept)));
        const row_words places =
            (row_words{} + places_of_ones[mask]) >> row_words{0, 4, 8, 12, 16, 20, 24, 28};
        const auto picked = __builtin_ia32_permvarsi256(reinterpret_cast<integers>(word),
                                                        reinterpret_cast<integers>(places)); // by 3 bits each
        __builtin_memcpy(to + found, &picked, sizeof picked);
        found += static_cast<std::size_t>(std::popcount(mask));
    }
    return found;
}

/// Records in a leaf what the member What says of the events of these kinds; answers the events that are
/// left, a few of the last. A sketch is told only of ids that may be news to it.
template <const auto &What, class Event, class Leaf>
std::span<const Event> record_picked(Leaf &leaf, event_set<kind_of<Event>> kinds,
                                     std::span<const Event> events) noexcept {
    constexpr std::size_t worth_a_table = 32;
    if (!vectors_are_there() || kinds.bits >> first_kinds != 0 || events.size() < worth_a_table)
        return events;
    const auto wanted = table_of_kinds([&](std::size_t k) { return (kinds.bits >> k & 1) << 7; });
    std::uint32_t picked[searched_at_once + 7];
    const auto pick = [&](auto sieve) { // of the first events, which are done with then
        const std::size_t left = events.size() / 8 * 8, n = left < searched_at_once ? left : searched_at_once;
        const Event *const first = events.data();
        events = events.subspan(n);
        return std::span<const std::uint32_t>{picked, pick_words<What>(first, n, wanted, sieve, picked)};
    };
    while (events.size() >= 8) {
        if constexpr (requires { leaf.news_from(); })
            if (const auto bar = leaf.news_from(); bar != 0) {
                for (const std::uint32_t id : pick(rare_word<Leaf::precision>{bar}))
                    leaf.record(id);
                continue;
            }
        leaf.record(pick(any_word{}));
    }
    return events;
}
#endif

} // namespace kpi::inline v1::detail
