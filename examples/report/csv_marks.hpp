// SPDX-License-Identifier: MIT
#pragma once

/// Where in 64 bytes something lies that CSV looks at, a bit each: separators, quotes, and all control
/// characters up to the carriage return, of which line ends and zero bytes are some. In vectors of 16 on
/// x86-64; elsewhere in words of eight bytes, where a byte behind one that is marked may be marked too.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace report {

#ifdef __SSE2__

class csv_marks {
public:
    static constexpr std::size_t width = 64;

    explicit csv_marks(char separator) : separator_{_mm_set1_epi8(separator)} {}
    [[nodiscard]] std::uint64_t in(const char *text) const {
        return part(text) | part(text + 16) << 16 | part(text + 32) << 32 | part(text + 48) << 48;
    }

private:
    [[nodiscard]] std::uint64_t part(const char *text) const {
        const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8('\r')), x);
        const __m128i named =
            _mm_or_si128(_mm_cmpeq_epi8(x, separator_), _mm_cmpeq_epi8(x, _mm_set1_epi8('"')));
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(control, named)));
    }

    __m128i separator_;
};

#else

class csv_marks {
public:
    static constexpr std::size_t width = 64;

    explicit csv_marks(char separator) : separator_{everywhere(separator)} {}
    [[nodiscard]] std::uint64_t in(const char *text) const {
        std::uint64_t marks = 0;
        for (std::size_t i = 0; i < width; i += 8)
            marks |= part(text + i) << i;
        return marks;
    }

private:
    /// "Determine if a word has a byte less than n" (Anderson, Bit Twiddling Hacks), and the top bits of the
    /// bytes brought together by a product.
    [[nodiscard]] std::uint64_t part(const char *text) const {
        std::uint64_t x = 0;
        std::memcpy(&x, text, sizeof x);
        if constexpr (std::endian::native == std::endian::big) x = __builtin_bswap64(x);
        const auto less = [](std::uint64_t bytes, char than) { return (bytes - everywhere(than)) & ~bytes; };
        const std::uint64_t found =
            less(x, '\r' + 1) | less(x ^ everywhere('"'), 1) | less(x ^ separator_, 1);
        return ((found & everywhere('\x80')) >> 7) * 0x0102040810204080u >> 56;
    }
    static constexpr std::uint64_t everywhere(char c) {
        return 0x0101010101010101u * static_cast<unsigned char>(c);
    }

    std::uint64_t separator_;
};

#endif

} // namespace report
