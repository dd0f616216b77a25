// SPDX-License-Identifier: MIT

/// Which of numbers side by side equal one, in vectors, against a look at each: numbers that share a half, or
/// all but a bit, and zeros behind those that ascend.

#include "support/random.hpp"
#include <kpi/accumulator/detail/find_word.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef KPI_DETAIL_FIND_WORD

namespace {

template <class Word, std::size_t N>
std::uint64_t one_by_one(const std::array<Word, N> &words, std::size_t count, Word wanted) {
    std::uint64_t same = 0;
    for (std::size_t i = 0; i < count; ++i)
        same |= std::uint64_t{words[i] == wanted} << i;
    return same;
}

/// One of few numbers, of which every two differ in one byte or two.
template <class Word> Word any_word(kpi::test::random &random) {
    const auto bytes = 8 * static_cast<int>(sizeof(Word)) - 8;
    const auto low = random.pick<Word>(3), high = random.pick<Word>(3);
    return static_cast<Word>(high << bytes | low);
}

template <class Word, std::size_t N> void finds_what_is_there() {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        kpi::test::random random{seed};
        std::array<Word, N> words{};
        for (Word &word : words)
            word = any_word<Word>(random);
        const Word wanted = any_word<Word>(random);
        REQUIRE(kpi::detail::equal_words<N>(words.data(), wanted) == one_by_one(words, N, wanted));

        if constexpr (std::has_single_bit(N)) { // ascending, each once, and zeros behind them
            for (Word &word : words)
                word = static_cast<Word>(random());
            for (std::size_t i = 0; i + 1 < N; i += 2) // neighbours that share a half
                words[i + 1] = static_cast<Word>(words[i] ^ any_word<Word>(random));
            if (random.below(2) == 0) words[0] = 0;
            const auto begin = words.begin(), some = begin + random.pick<std::ptrdiff_t>(N + 1);
            std::sort(begin, some);
            const auto last = std::unique(begin, some);
            std::fill(last, words.end(), Word{0});
            const auto used = static_cast<std::size_t>(last - begin);
            for (std::size_t i = 0; i < used; ++i)
                for (const Word near : {words[i], static_cast<Word>(words[i] ^ any_word<Word>(random))}) {
                    const std::uint64_t found = kpi::detail::equal_ascending<N>(words.data(), near);
                    REQUIRE((near == 0 ? found & 1 : found) == one_by_one(words, used, near));
                }
        }
    }
}

// Fours of 32 or 64 bits, and no more than a mask has bits.
template <class Word, std::size_t N> inline constexpr bool looked_at = kpi::detail::words_in_vectors<Word, N>;
static_assert(looked_at<std::uint32_t, 4> && looked_at<std::uint32_t, 64> && looked_at<std::uint64_t, 64>);
static_assert(!looked_at<std::uint32_t, 6> && !looked_at<std::uint32_t, 68> && !looked_at<std::uint16_t, 8>);

template <class Word> void finds_in_all_sizes() {
    finds_what_is_there<Word, 4>(), finds_what_is_there<Word, 8>(), finds_what_is_there<Word, 12>();
    finds_what_is_there<Word, 16>(), finds_what_is_there<Word, 20>(), finds_what_is_there<Word, 32>();
    finds_what_is_there<Word, 60>(), finds_what_is_there<Word, 64>();
}

} // namespace

TEST_CASE("numbers of 32 bits are found where they are") { finds_in_all_sizes<std::uint32_t>(); }
TEST_CASE("numbers of 64 bits are found where they are, and not by a half of theirs") {
    finds_in_all_sizes<std::uint64_t>();
}

#else

TEST_CASE("without vectors no numbers are looked at in them") {
    CHECK_FALSE(kpi::detail::words_in_vectors<std::uint32_t, 8>);
    CHECK_FALSE(kpi::detail::words_in_vectors<std::uint64_t, 64>);
}

#endif
