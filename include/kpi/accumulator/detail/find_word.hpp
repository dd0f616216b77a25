// SPDX-License-Identifier: MIT
#pragma once

/// Finds which of a few numbers that lie side by side equal a given one, without a branch for each: they are
/// compared in vectors of 16 bytes, which every x86-64 has. They are GCC's and Clang's own vector types.
/// Where there are none, `words_in_vectors` is false, and nothing else is here.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::inline v1::detail {

#if defined(__GNUC__) && defined(__x86_64__) && defined(__SSE2__) && defined(__has_builtin)
#if __has_builtin(__builtin_shufflevector)
#define KPI_DETAIL_FIND_WORD
#endif
#endif

/// Whether vectors compare N numbers of this type: numbers of 32 or 64 bits, four at a time, and no more than
/// a mask has bits.
template <class Word, std::size_t N>
inline constexpr bool words_in_vectors =
#ifdef KPI_DETAIL_FIND_WORD
    (sizeof(Word) == 4 || sizeof(Word) == 8) && N % 4 == 0 && N <= 64;
#else
    false;
#endif

#ifdef KPI_DETAIL_FIND_WORD

using four_words [[gnu::vector_size(16)]] = std::uint32_t;
template <class Word> struct vector_of { using type [[gnu::vector_size(16)]] = Word; };

/// For each of four numbers, all bits are set if it equals the number that fills `same`.
[[gnu::always_inline]] inline four_words equal_four(const std::uint32_t *from, four_words same) noexcept {
    four_words words;
    __builtin_memcpy(&words, from, sizeof words);
    return reinterpret_cast<four_words>(words == same);
}
[[gnu::always_inline]] inline four_words equal_four(const std::uint64_t *from,
                                                    vector_of<std::uint64_t>::type same) noexcept {
    four_words a, b; // in halves: SSE2 compares no numbers of 64 bits
    __builtin_memcpy(&a, from, sizeof a);
    __builtin_memcpy(&b, from + 2, sizeof b);
    const auto halves = reinterpret_cast<four_words>(same);
    a = reinterpret_cast<four_words>(a == halves), b = reinterpret_cast<four_words>(b == halves);
    return __builtin_shufflevector(a, b, 0, 2, 4, 6) & __builtin_shufflevector(a, b, 1, 3, 5, 7);
}
/// The sign bit of each, the first lowest.
[[gnu::always_inline]] inline std::uint64_t signs(four_words words) noexcept {
    using four_floats [[gnu::vector_size(16)]] = float;
    return static_cast<std::uint64_t>(__builtin_ia32_movmskps(reinterpret_cast<four_floats>(words)));
}
[[gnu::always_inline]] inline std::uint64_t signs(four_words a, four_words b, four_words c,
                                                  four_words d) noexcept {
    using ints [[gnu::vector_size(16)]] = int;
    using shorts [[gnu::vector_size(16)]] = short;
    const shorts first = __builtin_ia32_packssdw128(reinterpret_cast<ints>(a), reinterpret_cast<ints>(b)),
                 second = __builtin_ia32_packssdw128(reinterpret_cast<ints>(c), reinterpret_cast<ints>(d));
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(__builtin_ia32_packsswb128(first, second)));
}

template <class Word, std::size_t... Sixteen, std::size_t... Four>
[[gnu::always_inline]] inline std::uint64_t equal_words(const Word *words, Word wanted,
                                                        std::index_sequence<Sixteen...>,
                                                        std::index_sequence<Four...>) noexcept {
    constexpr std::size_t rest = 16 * sizeof...(Sixteen);
    const auto same = typename vector_of<Word>::type{} + wanted;
    std::uint64_t found = 0;
    ((found |= signs(equal_four(words + 16 * Sixteen, same), equal_four(words + 16 * Sixteen + 4, same),
                     equal_four(words + 16 * Sixteen + 8, same), equal_four(words + 16 * Sixteen + 12, same))
               << (16 * Sixteen)),
     ...);
    ((found |= signs(equal_four(words + rest + 4 * Four, same)) << (rest + 4 * Four)), ...);
    return found;
}
/// A bit for each of N numbers: whether it equals this one. The first is lowest.
template <std::size_t N, class Word>
[[nodiscard, gnu::always_inline]] inline std::uint64_t equal_words(const Word *words, Word wanted) noexcept {
    return equal_words(words, wanted, std::make_index_sequence<N / 16>{},
                       std::make_index_sequence<N % 16 / 4>{});
}

/// The same for N numbers that ascend, with zeros behind the last: among many, it finds by halves the only
/// sixteen that can hold it. If zero is looked for, the first bit tells whether the first number is zero.
template <std::size_t N, class Word>
[[nodiscard, gnu::always_inline]] inline std::uint64_t equal_ascending(const Word *words,
                                                                       Word wanted) noexcept {
    if constexpr (N > 16 && std::has_single_bit(N)) {
        std::size_t first = 0;
        for (std::size_t half = N / 2; half >= 16; half /= 2) {
            const Word last = words[first + half - 1];
            first += half * (std::size_t{last != 0} & std::size_t{last < wanted});
        }
        return equal_words<16>(words + first, wanted) << first;
    }
    return equal_words<N>(words, wanted);
}

/// Writes one number by writing its whole vector: otherwise the next read of that vector would wait until the
/// single word is in the cache.
template <class Word>
[[gnu::always_inline]] inline void put_word(Word *words, std::size_t i, Word word) noexcept {
    using vector = typename vector_of<Word>::type;
    constexpr std::size_t lanes = sizeof(vector) / sizeof(Word);
    vector there, lane{};
    for (std::size_t l = 0; l < lanes; ++l)
        lane[l] = static_cast<Word>(l);
    __builtin_memcpy(&there, words + i / lanes * lanes, sizeof there);
    const vector chosen = reinterpret_cast<vector>(lane == static_cast<Word>(i % lanes));
    there = (there & ~chosen) | (chosen & word);
    __builtin_memcpy(words + i / lanes * lanes, &there, sizeof there);
}
#endif

} // namespace kpi::inline v1::detail
