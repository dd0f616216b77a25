// SPDX-License-Identifier: MIT
#pragma once

/// Marks what matters to CSV in 64 bytes, a bit for each: separators; what stops a row that is cut at them,
/// namely quotes (if they quote) and all control characters up to the carriage return, including line ends
/// and zero bytes; and blanks. It works in vectors of 16 bytes on x86-64, elsewhere in words of eight.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace report {

struct csv_marks {
    std::uint64_t separators{};
    std::uint64_t stops{};
    std::uint64_t blanks{};
};

class csv_marker {
public:
    static constexpr std::size_t width = 64;

#ifdef __SSE2__
    csv_marker(char separator, bool quoted)
        : separator_{_mm_set1_epi8(separator)}, quote_{_mm_set1_epi8(quoted ? '"' : '\n')} {}
    [[nodiscard]] csv_marks in(const char *text) const {
        csv_marks all;
        const auto add = [&](int at) {
            const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text + at));
            const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8('\r')), x);
            const __m128i quote = _mm_cmpeq_epi8(x, quote_);
            const __m128i separator = _mm_cmpeq_epi8(x, separator_);
            all.separators |= bits(separator) << at;
            all.stops |= bits(_mm_andnot_si128(separator, _mm_or_si128(control, quote))) << at;
            all.blanks |= bits(_mm_cmpeq_epi8(x, _mm_set1_epi8(' '))) << at;
        };
        add(0), add(16), add(32), add(48);
        return all;
    }

private:
    static std::uint64_t bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

    __m128i separator_, quote_; // a line end stops a row anyway
#else
    csv_marker(char separator, bool quoted)
        : separator_{everywhere(separator)}, quote_{everywhere(quoted ? '"' : '\n')} {}
    [[nodiscard]] csv_marks in(const char *text) const {
        csv_marks all;
        for (std::size_t i = 0; i < width; i += 8) {
            std::uint64_t x = 0;
            std::memcpy(&x, text + i, sizeof x);
            if constexpr (std::endian::native == std::endian::big) x = __builtin_bswap64(x);
            const std::uint64_t separators = below(1, x ^ separator_);
            all.separators |= bits(separators) << i;
            all.stops |= bits((below('\r' + 1, x) | below(1, x ^ quote_)) & ~separators) << i;
            all.blanks |= bits(below(1, x ^ everywhere(' '))) << i;
        }
        return all;
    }

private:
    /// The top bit of each byte that is less than n, which is at most 128.
    static std::uint64_t below(int n, std::uint64_t bytes) {
        const auto carries = everywhere(static_cast<char>(128 - n));
        return ~((bytes & everywhere('\x7f')) + carries | bytes) & everywhere('\x80');
    }
    /// Brings the top bits of eight bytes together by a product.
    static std::uint64_t bits(std::uint64_t bytes) { return (bytes >> 7) * 0x0102040810204080u >> 56; }
    static constexpr std::uint64_t everywhere(char c) {
        return 0x0101010101010101u * static_cast<unsigned char>(c);
    }

    std::uint64_t separator_, quote_; // a line end stops a row anyway
#endif
};

} // namespace report
