// SPDX-License-Identifier: MIT
#pragma once

/// Saturating sums of 32-bit counts that lie side by side, in the vectors that the target machine is sure to
/// have: compilers make few or none for a few additions by themselves. The vectors lie where counts do, and
/// alias nothing but counts, so a loop over boards knows that the boards have not moved.

#include <cstddef>
#include <cstdint>

namespace kpi::inline v1::detail {

#if defined(__GNUC__) && defined(__SSE2__)
#define KPI_DETAIL_ADD_WORDS

#ifdef __AVX2__
inline void add_eight(std::uint32_t &to, const std::uint32_t &from) noexcept {
    using vector [[gnu::vector_size(32), gnu::aligned(4)]] = std::uint32_t;
    vector &sum = *reinterpret_cast<vector *>(&to);
    const vector more = *reinterpret_cast<const vector *>(&from);
    vector a = sum;
    __asm__("" : "+x"(a)); // loaded once, not for each use
    sum = a + (more < ~a ? more : ~a);
}
#endif
inline void add_four(std::uint32_t &to, const std::uint32_t &from) noexcept {
    using vector [[gnu::vector_size(16), gnu::aligned(4)]] = std::uint32_t;
    vector &sum = *reinterpret_cast<vector *>(&to);
    const vector wrapped = sum + *reinterpret_cast<const vector *>(&from);
    sum = wrapped | reinterpret_cast<vector>(wrapped < sum); // all bits where it did not fit
}
/// Adds N other counts to N counts, or to most of them, from the first on. Answers to how many.
template <std::size_t N>
[[gnu::always_inline]] inline std::size_t add_words(std::uint32_t *to, const std::uint32_t *from) noexcept {
    std::size_t i = 0;
#ifdef __AVX2__
    for (; i + 8 <= N; i += 8)
        add_eight(to[i], from[i]);
#endif
    for (; i + 4 <= N; i += 4)
        add_four(to[i], from[i]);
    return i;
}
#endif

} // namespace kpi::inline v1::detail
